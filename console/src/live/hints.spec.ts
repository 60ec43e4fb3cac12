import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { kindOf } from './hints.js';

describe('a hint', () => {
  it('names a list', () => {
    assert.equal(kindOf('{"kind":"incidents","communityId":"one"}'), 'incidents');
    assert.equal(kindOf('{"kind":"inbox","communityId":null}'), 'inbox');
  });

  it('that says something else is let pass', () => {
    for (const data of ['{"kind":"weather"}', '{}', 'null', '', 'not json', undefined, 7])
      assert.equal(kindOf(data), null);
  });
});
