import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readLines, writeLines } from './day-lines.js';

describe('the lines of a calendar', () => {
  const text = '2027-01-01 休 元旦\n2027-02-14 班 春节调休';

  it('are read and written alike', () => {
    const { days, wrong } = readLines(`${text}\n\n  `);
    assert.deepEqual(wrong, []);
    assert.deepEqual(days, [
      { date: '2027-01-01', kind: 'holiday', name: '元旦' },
      { date: '2027-02-14', kind: 'workday', name: '春节调休' },
    ]);
    assert.equal(writeLines(days), text);
  });

  it('without a name get one', () => {
    assert.deepEqual(
      readLines('2027-01-01 休\n2027-01-02 班').days.map(({ name }) => name),
      ['放假', '调休上班'],
    );
  });

  it('that cannot be read are named', () => {
    assert.deepEqual(readLines('2027-01-01 休 元旦\n元旦放假').wrong, ['第 2 行看不懂：元旦放假']);
  });
});
