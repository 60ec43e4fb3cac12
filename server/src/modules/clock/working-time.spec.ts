import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type ExceptionalDay, type WeeklyWindow, WorkingTime } from './working-time.js';

const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;
const at = (shanghai: string) => new Date(`${shanghai}+08:00`);

/** Monday to Friday, 9:00–12:00 and 14:00–18:00. */
const OFFICE: WeeklyWindow[] = [1, 2, 3, 4, 5].flatMap((weekday) => [
  { weekday, fromMinute: 840, toMinute: 1_080 },
  { weekday, fromMinute: 540, toMinute: 720 },
]);
const SPRING: ExceptionalDay[] = [
  { date: '2026-02-14', kind: 'workday', name: '春节' },
  ...['15', '16', '17', '18', '19', '20', '21', '22', '23'].map(
    (day): ExceptionalDay => ({ date: `2026-02-${day}`, kind: 'holiday', name: '春节' }),
  ),
  { date: '2026-02-28', kind: 'workday', name: '春节', windows: [{ fromMinute: 600, toMinute: 660 }] },
];
const office = new WorkingTime(OFFICE, SPRING);
const after = (from: string, minutes: number) => office.addWorkingMinutes(at(from), minutes);

describe('working time', () => {
  it('waits for the door to open, over lunch, night and weekend', () => {
    assert.deepEqual(after('2026-03-02T08:00', 5), at('2026-03-02T09:05'));
    assert.deepEqual(after('2026-03-02T11:58', 5), at('2026-03-02T14:03'));
    assert.deepEqual(after('2026-03-02T17:59', 30), at('2026-03-03T09:29'));
    assert.deepEqual(after('2026-03-06T17:30', 60), at('2026-03-09T09:30'));
  });

  it('is used up the moment the door closes, not when it opens again', () => {
    assert.deepEqual(after('2026-03-02T11:00', 60), at('2026-03-02T12:00'));
    assert.deepEqual(after('2026-03-02T13:00', 0), at('2026-03-02T13:00'));
  });

  it('skips a holiday and works the Saturday given for it, like a Monday', () => {
    assert.deepEqual(after('2026-02-13T17:30', 60), at('2026-02-14T09:30'));
    assert.deepEqual(after('2026-02-14T17:30', 60), at('2026-02-24T09:30'));
    assert.equal(office.workingMinutesBetween(at('2026-02-15T00:00'), at('2026-02-24T00:00')), 0);
  });

  it('keeps the hours that a worked day lists for itself', () => {
    assert.equal(office.workingMinutesBetween(at('2026-02-28T00:00'), at('2026-03-01T00:00')), 60);
  });

  it('takes the first served weekday where nobody works on Mondays', () => {
    const tuesdays = new WorkingTime([{ weekday: 2, fromMinute: 0, toMinute: 30 }], SPRING);
    assert.equal(tuesdays.workingMinutesBetween(at('2026-02-14T00:00'), at('2026-02-15T00:00')), 30);
  });

  it('counts fractions of a minute to the millisecond', () => {
    const from = new Date(at('2026-03-02T11:59').getTime() + 1);
    assert.deepEqual(office.addWorkingMinutes(from, 1), new Date(at('2026-03-02T14:00').getTime() + 1));
  });

  it('says loudly that a limit is out of reach instead of looking for ever', () => {
    const never = new WorkingTime([], []);
    assert.throws(() => never.addWorkingMinutes(at('2026-03-02T09:00'), 1), /1 working minutes after/);
  });
});

const weekly: fc.Arbitrary<WeeklyWindow[]> = fc
  .array(
    fc.record({
      weekday: fc.integer({ min: 1, max: 7 }),
      edges: fc.uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 2, maxLength: 6 }),
    }),
    { minLength: 1, maxLength: 7 },
  )
  .map((days) => [...new Map(days.map((day) => [day.weekday, day])).values()])
  .map((days) =>
    days.flatMap(({ weekday, edges }) => {
      const ordered = edges.map((quarter) => quarter * 15).sort((one, other) => one - other);
      const windows: WeeklyWindow[] = [];
      for (let i = 0; i + 1 < ordered.length; i += 2) {
        windows.push({ weekday, fromMinute: ordered[i] ?? 0, toMinute: ordered[i + 1] ?? 0 });
      }
      return windows;
    }),
  );

const FIRST = Date.parse('2026-02-01T00:00:00+08:00');
const calendar: fc.Arbitrary<ExceptionalDay[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 15 })
  .chain((days) =>
    fc.tuple(
      ...days.map((day) =>
        fc.record({
          date: fc.constant(new Date(FIRST + day * DAY_MS + DAY_MS / 2).toISOString().slice(0, 10)),
          kind: fc.constantFrom('holiday' as const, 'workday' as const),
          name: fc.constant('节'),
        }),
      ),
    ),
  );
const time = fc
  .tuple(weekly, calendar)
  .map(([hours, days]) => ({ hours, days, time: new WorkingTime(hours, days) }));
const moment = fc.integer({ min: 0, max: 30 * DAY_MS }).map((ms) => new Date(FIRST + ms));
const minutes = fc.integer({ min: 0, max: 3_000 });
const SEEDED = { seed: 5341, numRuns: 300 };

/** Whether a minute counts, worked out the slow way from the words of the calendar. */
function counts(minuteStart: number, hours: WeeklyWindow[], days: ExceptionalDay[]): boolean {
  const local = new Date(minuteStart + 8 * 3_600_000);
  const minute = local.getUTCHours() * 60 + local.getUTCMinutes();
  const day = days.find(({ date }) => date === local.toISOString().slice(0, 10));
  if (day?.kind === 'holiday') return false;
  const served = [1, 2, 3, 4, 5].find((weekday) => hours.some((window) => window.weekday === weekday));
  const weekday = day === undefined ? local.getUTCDay() || 7 : served;
  return hours.some(
    (window) => window.weekday === weekday && window.fromMinute <= minute && minute < window.toMinute,
  );
}

describe('whatever the service hours and the calendar', () => {
  it('equals counting minute by minute', () => {
    fc.assert(
      fc.property(time, fc.nat(20 * 1_440), fc.nat(4 * 1_440), ({ hours, days, time }, start, length) => {
        const from = FIRST + start * MINUTE_MS;
        let counted = 0;
        for (let i = 0; i < length; i++) if (counts(from + i * MINUTE_MS, hours, days)) counted++;
        const to = new Date(from + length * MINUTE_MS);
        assert.equal(time.workingMinutesBetween(new Date(from), to), counted);
      }),
      { seed: 5341, numRuns: 60 },
    );
  });

  it('going forward and measuring back agree', () => {
    fc.assert(
      fc.property(time, moment, minutes, ({ time }, from, added) => {
        const to = time.addWorkingMinutes(from, added);
        assert.ok(Math.abs(time.workingMinutesBetween(from, to) - added) < 1e-6);
        if (added === 0) assert.deepEqual(to, from);
        else
          assert.ok(
            time.workingMinutesBetween(from, new Date(to.getTime() - 1)) < added,
            'an earlier moment would do',
          );
      }),
      SEEDED,
    );
  });

  it('two steps are one step', () => {
    fc.assert(
      fc.property(time, moment, minutes, minutes, ({ time }, from, first, second) => {
        const [once, twice] = [
          time.addWorkingMinutes(from, first + second),
          time.addWorkingMinutes(time.addWorkingMinutes(from, first), second),
        ];
        // Adding nothing stays where it is, also outside the hours.
        if (second > 0) assert.deepEqual(twice, once);
      }),
      SEEDED,
    );
  });

  it('what counts in two stretches is what counts in both together', () => {
    fc.assert(
      fc.property(time, moment, moment, moment, ({ time }, ...three) => {
        const [a, b, c] = three.sort((one, other) => one.getTime() - other.getTime()) as [Date, Date, Date];
        const sum = time.workingMinutesBetween(a, b) + time.workingMinutesBetween(b, c);
        assert.ok(Math.abs(sum - time.workingMinutesBetween(a, c)) < 1e-6);
        assert.equal(time.workingMinutesBetween(c, a), 0);
      }),
      SEEDED,
    );
  });

  it('later starts and longer limits never end earlier', () => {
    fc.assert(
      fc.property(time, moment, moment, minutes, minutes, ({ time }, one, other, few, more) => {
        const [from, later] = one <= other ? [one, other] : [other, one];
        assert.ok(time.addWorkingMinutes(from, few) <= time.addWorkingMinutes(later, few));
        assert.ok(
          time.addWorkingMinutes(from, Math.min(few, more)) <=
            time.addWorkingMinutes(from, Math.max(few, more)),
        );
      }),
      SEEDED,
    );
  });

  it('without service hours it is the wall clock, holidays and all', () => {
    fc.assert(
      fc.property(calendar, moment, minutes, (days, from, added) => {
        const always = new WorkingTime(null, days);
        const to = new Date(from.getTime() + added * MINUTE_MS);
        assert.deepEqual(always.addWorkingMinutes(from, added), to);
        assert.equal(always.workingMinutesBetween(from, to), added);
      }),
      SEEDED,
    );
  });

  it('a day more on the wall is the same day of the calendar, in summer as in winter', () => {
    const allDay = new WorkingTime(
      [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, fromMinute: 0, toMinute: 1_440 })),
      [],
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_000 }), (day) => {
        const midnight = new Date(FIRST + day * DAY_MS);
        assert.deepEqual(allDay.addWorkingMinutes(midnight, 1_440), new Date(midnight.getTime() + DAY_MS));
      }),
      SEEDED,
    );
  });
});
