import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { IncidentDifficulty } from '@linli/shared';
import { isBreached } from '../clock/clock-state.js';
import { WorkingTime } from '../clock/working-time.js';
import { type ClockState, clocksOf, nextDue, type TimelineMark, tellingClock } from './incident.clock.js';
import { pendingHoldSince } from './incident.holds.js';
import { escalationTimes, nextSweepAt } from './incident.sweep-times.js';

const RULES = {
  responseMinutes: 5,
  simpleMinutes: 30,
  complexMinutes: 240,
  planMinutes: 1_440,
  confirmDays: 7,
  holdDecisionMinutes: 120,
  escalationMinutes: [0, 30, 120],
  time: new WorkingTime(null, []),
};

/** Monday to Friday, nine to six. */
const DAYTIME = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 540, toMinute: 1_080 }));

const MINUTE = 60_000;
const START = Date.parse('2026-11-20T07:21:00.000Z');
const at = (minutes: number) => new Date(START + minutes * MINUTE);
const mark = (
  action: TimelineMark['action'],
  minutes: number,
  data: TimelineMark['data'] = {},
): TimelineMark => ({
  action,
  at: at(minutes),
  data,
});
const judged = (difficulty: IncidentDifficulty, minutes = 4) => [
  mark('report', 0),
  mark('accept', 3),
  mark('judge', minutes, { difficulty }),
];
const of = (marks: TimelineMark[], kind: string, round = 1) => {
  const clock = clocksOf(RULES, marks).find((one) => one.kind === kind && one.round === round);
  assert.ok(clock, `no ${kind} clock in round ${round}`);
  return clock;
};

const dueOf = (clocks: readonly ClockState[]) => nextDue(clocks).nextDueAt;

describe('the clocks of an incident', () => {
  it('do not exist before anything was received', () => {
    assert.deepEqual(clocksOf(RULES, []), []);
    assert.deepEqual(nextDue([]), { nextDueAt: null, nextWarnAt: null });
  });

  it('ask for a new answer when it goes back to its queue, while what it is solved by stays', () => {
    const marks = [...judged('simple'), mark('requeue', 20), mark('accept', 22)];
    assert.equal(of(marks, 'response').stoppedAt?.getTime(), at(3).getTime());
    assert.deepEqual(of(marks, 'response', 2).dueAt, at(25));
    assert.equal(of(marks, 'response', 2).stoppedAt?.getTime(), at(22).getTime());
    assert.deepEqual(of(marks, 'solve').dueAt, at(30));
    assert.equal(isBreached(of([...marks, mark('hand_over', 31)], 'solve'), at(31)), true);
    // What nobody had answered yet is answered on the same clock, wherever it waits.
    const waiting = [mark('report', 0), mark('requeue', 4)];
    assert.deepEqual(clocksOf(RULES, waiting), clocksOf(RULES, [mark('report', 0)]));
  });

  it('go on when a held one goes back to its queue, and forget a hold that nobody had decided on', () => {
    const held = [
      ...judged('simple'),
      mark('request_hold', 10),
      mark('approve_hold', 12),
      mark('requeue', 40),
    ];
    assert.deepEqual(of(held, 'solve').dueAt, at(60));
    assert.equal(of(held, 'solve').pausedAt, null);
    const asked = [...judged('simple'), mark('request_hold', 10), mark('requeue', 12)];
    assert.equal(pendingHoldSince(asked), null);
    assert.deepEqual(of(asked, 'solve').dueAt, at(30));
  });

  it('give five minutes to respond, from receipt, and warn when a third is left', () => {
    const clocks = clocksOf(RULES, [mark('report', 0)]);
    assert.deepEqual(clocks, [
      {
        kind: 'response',
        round: 1,
        startedAt: at(0),
        dueAt: at(5),
        stoppedAt: null,
        pausedAt: null,
        undecidedSince: null,
        limitMinutes: 5,
        warnAt: at(10 / 3),
        pauses: [],
      },
    ]);
    assert.deepEqual(dueOf(clocks), at(5));
  });

  it('run no more between accepting and judging', () => {
    assert.equal(dueOf(clocksOf(RULES, [mark('report', 0), mark('accept', 3)])), null);
  });

  it('give half an hour to the simple and four hours to the complex, counted from receipt', () => {
    assert.deepEqual(dueOf(clocksOf(RULES, judged('simple'))), at(30));
    assert.deepEqual(dueOf(clocksOf(RULES, judged('complex'))), at(240));
    assert.deepEqual(of(judged('complex'), 'solve').warnAt, at(180));
    assert.deepEqual(nextDue(clocksOf(RULES, judged('complex'))).nextWarnAt, at(180));
  });

  it('give a day to plan the hard, then what the plan says', () => {
    assert.deepEqual(dueOf(clocksOf(RULES, judged('hard'))), at(1_440));
    const planned = [...judged('hard'), mark('plan', 60, { dueAt: at(9_000).toISOString() })];
    assert.deepEqual(of(planned, 'plan').stoppedAt, at(60));
    const solve = of(planned, 'solve');
    assert.deepEqual([solve.startedAt, solve.dueAt, solve.limitMinutes], [at(60), at(9_000), 8_940]);
  });

  it('count only the hours of service, while the reporter’s days are days', () => {
    // Friday 15:21; served on weekdays from nine to six.
    const rules = { ...RULES, time: new WorkingTime(DAYTIME, []) };
    const clocks = clocksOf(rules, [...judged('complex'), mark('resolve', 10)]);
    assert.deepEqual(
      clocks.find(({ kind }) => kind === 'solve')?.dueAt,
      new Date('2026-11-23T10:21:00+08:00'),
    );
    assert.deepEqual(clocks.find(({ kind }) => kind === 'confirm')?.dueAt, at(10 + 7 * 1_440));
  });

  it('are breached at once when judged too late', () => {
    const clocks = clocksOf(RULES, judged('simple', 31));
    assert.deepEqual(
      clocks.map((clock) => isBreached(clock, at(31))),
      [false, true],
    );
  });

  it('count the last millisecond as in time', () => {
    const clock = of([mark('report', 0)], 'response');
    assert.equal(isBreached(clock, clock.dueAt), false);
    assert.equal(isBreached(clock, new Date(clock.dueAt.getTime() + 1)), true);
  });

  it('all stop when it is rejected or merged', () => {
    for (const end of ['reject', 'merge'] as const) {
      assert.equal(dueOf(clocksOf(RULES, [mark('report', 0), mark(end, 2)])), null);
      assert.deepEqual(of([...judged('complex'), mark(end, 9)], 'solve').stoppedAt, at(9));
    }
  });

  it('give the reporter seven days, and never call that late', () => {
    const resolved = [...judged('simple'), mark('dispatch', 5), mark('resolve', 20)];
    const confirm = of(resolved, 'confirm');
    assert.deepEqual([confirm.startedAt, confirm.dueAt], [at(20), at(20 + 7 * 1_440)]);
    assert.equal(isBreached(confirm, at(99_999)), false);
    assert.equal(dueOf(clocksOf(RULES, resolved)), null);
    for (const end of ['confirm', 'close_silently'] as const)
      assert.deepEqual(of([...resolved, mark(end, 90)], 'confirm').stoppedAt, at(90));
  });

  it('begin another round with a dispute or an unsatisfied check-back, and keep the old ones', () => {
    const late = [...judged('simple'), mark('dispatch', 5), mark('resolve', 40)];
    for (const again of [mark('dispute', 100), mark('check_back', 100, { outcome: 'unsatisfied' })]) {
      const marks = [...late, again];
      assert.deepEqual(of(marks, 'confirm').stoppedAt, at(100));
      assert.ok(isBreached(of(marks, 'solve'), at(100)));
      assert.deepEqual([of(marks, 'solve', 2).startedAt, of(marks, 'solve', 2).dueAt], [at(100), at(130)]);
      assert.equal(isBreached(of(marks, 'solve', 2), at(101)), false);
    }
    const hard = [...judged('hard'), mark('plan', 9, { dueAt: at(50).toISOString() }), mark('resolve', 40)];
    assert.deepEqual(of([...hard, mark('dispute', 100)], 'plan', 2).dueAt, at(100 + 1_440));
  });

  it('go on as they were when a check-back finds all well, or a closed one wanting', () => {
    const resolved = [...judged('simple'), mark('dispatch', 5), mark('resolve', 20)];
    const asked = [...resolved, mark('check_back', 30, { outcome: 'satisfied' })];
    assert.deepEqual(clocksOf(RULES, asked), clocksOf(RULES, resolved));
    const closed = [...resolved, mark('confirm', 30)];
    const wanting = [...closed, mark('check_back', 40, { outcome: 'unsatisfied' })];
    assert.deepEqual(clocksOf(RULES, wanting), clocksOf(RULES, closed));
  });

  it('tell the running one that is due first, then the one that stopped last', () => {
    const solving = [...judged('simple'), mark('dispatch', 5)];
    assert.equal(tellingClock(clocksOf(RULES, [mark('report', 0)]))?.kind, 'response');
    assert.equal(tellingClock(clocksOf(RULES, solving))?.kind, 'solve');
    assert.equal(tellingClock(clocksOf(RULES, [...solving, mark('resolve', 20)]))?.kind, 'solve');
    assert.equal(tellingClock([]), null);
  });
});

describe('a hold', () => {
  const handling = [...judged('simple'), mark('dispatch', 5)];
  const asked = [...handling, mark('request_hold', 10)];

  it('that waits for a decision leaves open whether the clock is late', () => {
    const clock = of(asked, 'solve');
    assert.deepEqual(clock.undecidedSince, at(10));
    assert.equal(isBreached(clock, at(900)), false);
    assert.equal(dueOf(clocksOf(RULES, asked)), null);
    assert.deepEqual(pendingHoldSince(asked), at(10));
  });

  it('that is approved pauses from its request, and gives back what was left', () => {
    const held = [...asked, mark('approve_hold', 50)];
    const clock = of(held, 'solve');
    assert.deepEqual([clock.pausedAt, clock.undecidedSince], [at(10), null]);
    assert.equal(isBreached(clock, at(900)), false);
    const resumed = of([...held, mark('resume', 500)], 'solve');
    assert.deepEqual([resumed.dueAt, resumed.pausedAt], [at(520), null]);
    assert.deepEqual(resumed.pauses, [{ from: at(10), to: at(500) }]);
    assert.deepEqual(resumed.warnAt, at(510));
  });

  it('that is refused, lapses or is overtaken leaves no gap', () => {
    const without = clocksOf(RULES, [...handling, mark('resolve', 80)]);
    for (const end of ['refuse_hold', 'lapse_hold'] as const)
      assert.deepEqual(clocksOf(RULES, [...asked, mark(end, 60), mark('resolve', 80)]), without);
    assert.deepEqual(clocksOf(RULES, [...asked, mark('resolve', 80)]), without);
    assert.ok(isBreached(of([...asked, mark('refuse_hold', 60)], 'solve'), at(60)));
  });

  it('asked for after the limit changes nothing', () => {
    const late = [...handling, mark('request_hold', 31)];
    assert.ok(isBreached(of(late, 'solve'), at(31)));
    const resumed = [...late, mark('approve_hold', 40), mark('resume', 900)];
    assert.deepEqual(clocksOf(RULES, resumed), clocksOf(RULES, handling));
  });

  it('that ends before the plan was made does not reach into the plan’s own time', () => {
    const planned = [
      ...judged('hard'),
      mark('request_hold', 10),
      mark('approve_hold', 20),
      mark('resume', 30),
      mark('plan', 40, { dueAt: at(100).toISOString() }),
    ];
    assert.deepEqual(of(planned, 'plan').dueAt, at(1_460));
    assert.deepEqual(of(planned, 'solve').dueAt, at(100));
  });

  it('that is decided on after the plan was made covers both', () => {
    const planned = [
      ...judged('hard'),
      mark('request_hold', 10),
      mark('plan', 40, { dueAt: at(100).toISOString() }),
      mark('approve_hold', 50),
      mark('resume', 90),
    ];
    assert.equal(isBreached(of(planned, 'plan'), at(90)), false);
    assert.deepEqual(of(planned, 'solve').dueAt, at(150));
  });
});

describe('what happens by itself', () => {
  const watched = (marks: TimelineMark[], kind: string, warned = false, escalated = 0) =>
    nextSweepAt({ clock: of(marks, kind), warned, escalated }, RULES, pendingHoldSince(marks));

  it('is a warning, then a step for each of those who should know', () => {
    const marks = judged('complex');
    assert.deepEqual(watched(marks, 'solve'), at(180));
    const past = (minutes: number) => new Date(at(minutes).getTime() + 1);
    assert.deepEqual(escalationTimes(of(marks, 'solve'), RULES), [past(240), past(270), past(360)]);
    for (const [done, minutes] of [240, 270, 360].entries())
      assert.deepEqual(watched(marks, 'solve', true, done), past(minutes));
    assert.equal(watched(marks, 'solve', true, 3), null);
    assert.equal(watched(marks, 'response'), null);
  });

  it('is only the request’s lapsing while a hold waits, and nothing while it lasts', () => {
    const asked = [...judged('complex'), mark('dispatch', 5), mark('request_hold', 10)];
    assert.deepEqual(watched(asked, 'solve', true, 1), at(130));
    assert.equal(watched([...asked, mark('approve_hold', 20)], 'solve'), null);
  });

  it('is closing in silence when the reporter’s days are over', () => {
    const resolved = [...judged('simple'), mark('resolve', 20)];
    assert.deepEqual(watched(resolved, 'confirm'), new Date(at(20 + 7 * 1_440).getTime() + 1));
  });
});
