import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LIMITS } from '@linli/shared';
import fc from 'fast-check';
import { drawCode, READABLE_ALPHABET, readCode } from './readable-code.js';

const CHARS = LIMITS.placeCodeChars;
const readPlaceCode = (text: string) => readCode(text, CHARS);

describe('a readable code', () => {
  it('has no two characters that look alike', () => {
    for (const alike of ['0OQ', '1IL', '2Z', '5S', '8B', 'UV']) {
      const used = [...alike].filter((character) => READABLE_ALPHABET.includes(character));
      assert.ok(used.length <= 1, `${used.join(' and ')} look alike`);
    }
    assert.equal(new Set(READABLE_ALPHABET).size, READABLE_ALPHABET.length);
  });

  it('is read as people scan or type it', () => {
    assert.equal(readPlaceCode('AN3H2DY7'), 'AN3H2DY7');
    assert.equal(readPlaceCode(' an3h-2dy7 '), 'AN3H2DY7');
  });

  it('is refused when it cannot be one', () => {
    for (const text of [
      '',
      'AN3H2DY',
      'AN3H2DY77',
      'AN3H2DY0',
      'AN3H2DYI',
      '安澜里三号楼东门口',
      "' or 1=1",
      'AN3H2DY７',
    ]) {
      assert.equal(readPlaceCode(text), null, text);
    }
  });

  it('reads back whatever is drawn', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (draws) => {
        const code = drawCode(CHARS, (limit) => (draws.next().value as number) % limit);
        assert.equal(readPlaceCode(code), code);
      }),
      { seed: 3 },
    );
  });
});
