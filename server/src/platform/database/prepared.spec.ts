import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { spellOut } from './prepared.js';

describe('a statement that is prepared', () => {
  it('has one mark for each value, and says of each list exactly what the list says', () => {
    const list = fc.array(fc.string(), { minLength: 1, maxLength: 100 });
    const value = fc.oneof(fc.integer(), fc.string(), fc.constant(null));
    fc.assert(
      fc.property(fc.array(fc.oneof(value, list), { maxLength: 8 }), (parameters) => {
        const sql = parameters.map((one) => (Array.isArray(one) ? 'a in (?)' : 'b = ?')).join(' and ');
        const [spelled, values] = spellOut(sql, parameters);
        assert.equal(spelled.split('?').length - 1, values.length);
        let at = 0;
        spelled.split(' and ').forEach((part, i) => {
          const marks = part.split('?').length - 1;
          const said = values.slice(at, at + marks);
          at += marks;
          const wanted = parameters[i];
          if (Array.isArray(wanted)) assert.deepEqual(new Set(said), new Set(wanted));
          else if (wanted !== undefined) assert.deepEqual(said, [wanted]);
        });
      }),
      { seed: 21, numRuns: 300 },
    );
  });

  it('has few texts for lists of many lengths, and none for an empty one', () => {
    const texts = new Set<string>();
    for (let length = 1; length <= 100; length++)
      texts.add(spellOut('a in (?)', [Array(length).fill('x')])[0]);
    assert.equal(texts.size, 8);
    assert.throws(() => spellOut('a in (?)', [[]]));
  });

  it('takes what is absent for null', () => {
    assert.deepEqual(spellOut('a = ?', [undefined]), ['a = ?', [null]]);
  });
});
