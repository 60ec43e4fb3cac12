import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defineProblem } from '../http/problem.js';
import { failureWords } from './failure.words.js';

const PHONE = '13800000000';

describe('the words of a failure', () => {
  it('name the effect, the kind of error, its code and the place', () => {
    const error = Object.assign(new TypeError('x'), { code: 'ER_DUP_ENTRY' });
    assert.match(
      failureWords('tell-somebody', error),
      /^tell-somebody · TypeError ER_DUP_ENTRY · platform\/events\/failure\.words\.spec\.[jt]s:\d+$/,
    );
  });

  it('never quote a message, nor a code that is none', () => {
    const error = Object.assign(new Error(`Duplicate entry '${PHONE}'\n    at /src/${PHONE}.ts:1:1`), {
      code: `${PHONE} is taken`,
    });
    assert.ok(!failureWords('tell', error).includes(PHONE));
    assert.ok(!failureWords('tell', PHONE).includes(PHONE));
  });

  it('take a refusal by its code', () => {
    const refusal = defineProblem({ code: 'incident/not-found', status: 404, title: '没有这件事' });
    assert.match(failureWords('tell', refusal()), /^tell · incident\/not-found/);
  });

  it('stay short enough to be kept', () => {
    assert.ok(failureWords('e'.repeat(400), new Error('x')).length <= 300);
  });
});
