import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { uuidv7 } from './uuidv7.js';

const SHAPE = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const moment = fc.integer({ min: 0, max: 2 ** 48 - 1 });
const random = fc.uint8Array({ minLength: 10, maxLength: 10 });

describe('uuidv7', () => {
  it('makes the example of RFC 9562', () => {
    const bytes = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]);
    assert.equal(uuidv7(0x017f22e279b0, bytes), '017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
  });

  it('has the shape of version 7 and carries the time', () => {
    fc.assert(
      fc.property(moment, random, (ms, bytes) => {
        const id = uuidv7(ms, bytes);
        assert.match(id, SHAPE);
        assert.equal(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16), ms);
      }),
      { seed: 7 },
    );
  });

  it('differs when the randomness differs, beyond the six fixed bits', () => {
    const a = uuidv7(1, Uint8Array.from([1, 0, 0, 0, 0, 0, 0, 0, 0, 0]));
    const b = uuidv7(1, Uint8Array.from([1, 0, 0, 0, 0, 0, 0, 0, 0, 1]));
    assert.notEqual(a, b);
  });

  it('refuses too little randomness', () => {
    assert.throws(() => uuidv7(1, new Uint8Array(9)), RangeError);
  });
});
