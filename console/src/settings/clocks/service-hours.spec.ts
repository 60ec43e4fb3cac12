import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readDay, weekWords, writeDay } from './service-hours.js';

describe('the hours of a weekday', () => {
  it('are read as people write them', () => {
    const windows = [
      { weekday: 1, fromMinute: 540, toMinute: 720 },
      { weekday: 1, fromMinute: 840, toMinute: 1080 },
    ];
    for (const text of [
      '9:00-12:00，14:00-18:00',
      '09:00—12:00 14:00～18:00',
      '9：00至12：00、14：00到18：00',
    ])
      assert.deepEqual(readDay(1, text), windows, text);
    assert.equal(writeDay(windows, 1), '09:00-12:00，14:00-18:00');
    assert.deepEqual(readDay(6, '  '), []);
    assert.deepEqual(readDay(7, '0:00-24:00'), [{ weekday: 7, fromMinute: 0, toMinute: 1440 }]);
  });

  it('that make no sense are not read', () => {
    for (const text of ['上午', '9-12', '12:00-9:00', '9:00-9:00', '9:70-10:00', '23:00-25:00'])
      assert.equal(readDay(1, text), null, text);
  });

  it('are said together where days are alike', () => {
    const week = [1, 2, 3, 4, 5].flatMap((weekday) => readDay(weekday, '9:00-18:00') ?? []);
    assert.equal(weekWords(week), '周一到周五 09:00-18:00');
    assert.equal(
      weekWords([...week, ...(readDay(7, '10:00-12:00') ?? [])]),
      '周一到周五 09:00-18:00；周日 10:00-12:00',
    );
    assert.equal(weekWords(null), '全天');
  });
});
