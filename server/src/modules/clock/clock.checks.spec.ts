import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { calendarErrors, serviceHoursErrors, withinReach } from './clock.checks.js';

const window = (weekday: number, fromMinute: number, toMinute: number) => ({ weekday, fromMinute, toMinute });
const NOW = new Date('2026-11-22T07:42:00.000Z');

describe('service hours', () => {
  it('may touch, and overlap only on different days', () => {
    assert.deepEqual(
      serviceHoursErrors([window(1, 540, 720), window(1, 720, 1_080), window(2, 600, 800)]),
      [],
    );
  });

  it('are refused when there are none, when they end before they start, and when they overlap', () => {
    assert.equal(serviceHoursErrors([])[0]?.message, '至少要有一段服务时间');
    assert.equal(serviceHoursErrors([window(3, 720, 540)])[0]?.message, '周三：结束要晚于开始');
    assert.deepEqual(serviceHoursErrors([window(7, 540, 720), window(7, 700, 800)]), [
      { field: 'serviceHours.1', message: '周日：两段时间重叠了' },
    ]);
  });

  it('must leave room for the limits', () => {
    assert.equal(withinReach(null, 1e9, NOW), true);
    assert.equal(withinReach([window(1, 0, 10)], 500, NOW), true);
    assert.equal(withinReach([window(1, 0, 10)], 600, NOW), false);
  });
});

describe('a list of exceptional days', () => {
  const holiday = (date: string) => ({ date, kind: 'holiday' as const, name: '元旦' });

  it('is refused with a day that does not exist, twice the same, or wrong hours', () => {
    assert.deepEqual(
      calendarErrors([holiday('2027-01-01'), { ...holiday('2027-01-02'), kind: 'workday' }]),
      [],
    );
    assert.equal(calendarErrors([holiday('2027-02-29')])[0]?.message, '没有 2027-02-29 这一天');
    const twice = calendarErrors([holiday('2027-01-01'), holiday('2027-01-01')]);
    assert.deepEqual(twice, [{ field: 'days.1', message: '2027-01-01 写了两次' }]);
    const hours = [{ fromMinute: 600, toMinute: 540 }];
    assert.match(
      calendarErrors([{ ...holiday('2027-01-01'), windows: hours }])[0]?.message ?? '',
      /不能再写/,
    );
    const worked = { ...holiday('2027-01-02'), kind: 'workday' as const, windows: hours };
    assert.equal(calendarErrors([worked])[0]?.message, '2027-01-02：结束要晚于开始');
  });
});
