import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fieldValue, TemplateFieldFault } from './template-fields.js';

const seed = 20261122;

describe('the fields of a WeChat template', () => {
  it('take what fits as it is', () => {
    assert.equal(fieldValue('thing1', '楼道的灯不亮了'), '楼道的灯不亮了');
    assert.equal(fieldValue('phrase3', '等您确认'), '等您确认');
    assert.equal(fieldValue('character_string4', 'AL-1120-017'), 'AL-1120-017');
    assert.equal(fieldValue('number5', '3'), '3');
    assert.equal(fieldValue('time2', new Date('2026-11-22T01:05:00Z')), '2026年11月22日 09:05');
    assert.equal(fieldValue('date2', new Date('2026-11-22T17:00:00Z')), '2026年11月23日');
  });

  it('cut free text with an ellipsis, and never in the middle of a number or a foreign word', () => {
    const twenty = '一二三四五六七八九十一二三四五六七八九十';
    assert.equal(fieldValue('thing1', twenty), twenty);
    assert.equal(fieldValue('thing1', `${twenty}一`), `${twenty.slice(0, 19)}…`);
    assert.equal(
      fieldValue('thing1', '一二三四五六七八九十一二三四五 AL-1120-017'),
      '一二三四五六七八九十一二三四五…',
    );
    assert.equal(fieldValue('short_thing1', '一二三四五六'), '一二三四…');
    assert.equal(fieldValue('thing1', 'x'.repeat(30)), `${'x'.repeat(19)}…`);
  });

  it('refuse what is ours to mend, rather than cutting an identifier or a word of the system', () => {
    const fault = { name: 'TemplateFieldFault' };
    assert.throws(() => fieldValue('phrase1', '一二三四五六'), fault);
    assert.throws(() => fieldValue('phrase1', 'abc'), fault);
    assert.throws(() => fieldValue('character_string1', 'x'.repeat(33)), fault);
    assert.throws(() => fieldValue('character_string1', '编号'), fault);
    assert.throws(() => fieldValue('number1', '三'), fault);
    assert.throws(() => fieldValue('time1', '昨天'), fault);
    assert.throws(() => fieldValue('thing1', ' '), fault);
    assert.throws(() => fieldValue('unheard_of1', '字'), fault);
  });

  it('hold any text whatever without growing too long or tearing a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        let value: string;
        try {
          value = fieldValue('thing1', text);
        } catch (error) {
          assert.ok(error instanceof TemplateFieldFault && text.trim() === '');
          return;
        }
        assert.ok(value.length >= 1 && value.length <= 20);
        assert.doesNotThrow(() => encodeURIComponent(value));
      }),
      { seed, numRuns: 1000 },
    );
  });
});
