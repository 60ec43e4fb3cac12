import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { shownFileName } from './file-name.js';

describe('the name of a file that somebody sent', () => {
  it('is what they called it, without folders and what cannot be seen', () => {
    assert.equal(shownFileName('业主台账 2026.xlsx'), '业主台账 2026.xlsx');
    assert.equal(shownFileName('C:\\Users\\社工\\台账.xlsx'), '台账.xlsx');
    assert.equal(shownFileName('../../etc/passwd'), 'passwd');
    assert.equal(shownFileName('台账\u202exslx.exe\u0000\n'), '台账xslx.exe');
    assert.equal(shownFileName(`${'长'.repeat(200)}.xlsx`), `${'长'.repeat(74)}….xlsx`);
    for (const nothing of [undefined, '', ' ', 'a/', '\u200b']) assert.equal(shownFileName(nothing), null);
  });

  it('is short, in one line and without a way out, whatever was sent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (sent) => {
        const name = shownFileName(sent) ?? 'none';
        assert.ok([...name].length <= 80 && name === name.trim());
        assert.doesNotMatch(name, /[/\\\p{C}\p{Zl}\p{Zp}]/u);
      }),
      { seed: 31, numRuns: 300 },
    );
  });
});
