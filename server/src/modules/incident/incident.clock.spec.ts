import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { clocksOf, isBreached, nextDueAt, type TimelineMark, tellingClock } from './incident.clock.js';

const LIMITS = { responseMinutes: 5, simpleMinutes: 30, complexMinutes: 240 };
const MINUTE = 60_000;
const START = Date.parse('2026-11-20T07:21:00.000Z');
const at = (minutes: number) => new Date(START + minutes * MINUTE);
const mark = (
  action: TimelineMark['action'],
  minutes: number,
  difficulty: TimelineMark['difficulty'] = null,
) => ({
  action,
  at: at(minutes),
  difficulty,
});

describe('the clocks of an incident', () => {
  it('do not exist before anything was received', () => {
    assert.deepEqual(clocksOf(LIMITS, []), []);
    assert.equal(nextDueAt([]), null);
  });

  it('give five minutes to respond, from receipt', () => {
    const clocks = clocksOf(LIMITS, [mark('report', 0)]);
    assert.deepEqual(clocks, [{ kind: 'response', startedAt: at(0), dueAt: at(5), stoppedAt: null }]);
    assert.deepEqual(nextDueAt(clocks), at(5));
  });

  it('run no more between accepting and judging', () => {
    assert.equal(nextDueAt(clocksOf(LIMITS, [mark('report', 0), mark('accept', 3)])), null);
  });

  it('give half an hour to the simple and four hours to the complex, counted from receipt', () => {
    const before = [mark('report', 0), mark('accept', 3)];
    assert.deepEqual(nextDueAt(clocksOf(LIMITS, [...before, mark('judge', 4, 'simple')])), at(30));
    assert.deepEqual(nextDueAt(clocksOf(LIMITS, [...before, mark('judge', 4, 'complex')])), at(240));
  });

  it('are breached at once when judged too late', () => {
    const clocks = clocksOf(LIMITS, [mark('report', 0), mark('accept', 3), mark('judge', 31, 'simple')]);
    assert.deepEqual(
      clocks.map((clock) => isBreached(clock, at(31))),
      [false, true],
    );
  });

  it('count the last millisecond as in time', () => {
    const [clock] = clocksOf(LIMITS, [mark('report', 0)]);
    assert.ok(clock);
    assert.equal(isBreached(clock, clock.dueAt), false);
    assert.equal(isBreached(clock, new Date(clock.dueAt.getTime() + 1)), true);
  });

  it('tell the running one that is due first, then the one that stopped last', () => {
    const judged = [mark('report', 0), mark('accept', 3), mark('judge', 4, 'simple'), mark('dispatch', 5)];
    assert.equal(tellingClock(clocksOf(LIMITS, [mark('report', 0)]))?.kind, 'response');
    assert.equal(tellingClock(clocksOf(LIMITS, judged))?.kind, 'solve');
    assert.equal(tellingClock(clocksOf(LIMITS, [...judged, mark('resolve', 20)]))?.kind, 'solve');
    assert.equal(tellingClock([]), null);
  });
});

const limits = fc.record({
  responseMinutes: fc.integer({ min: 1, max: 1_000 }),
  simpleMinutes: fc.integer({ min: 1, max: 10_000 }),
  complexMinutes: fc.integer({ min: 1, max: 100_000 }),
});

/** A timeline in the order the lifecycle allows, cut off anywhere, published anywhere. */
const timeline = fc
  .record({
    steps: fc.array(fc.integer({ min: 0, max: 500 * MINUTE }), { minLength: 6, maxLength: 6 }),
    difficulty: fc.constantFrom('simple' as const, 'complex' as const),
    length: fc.integer({ min: 1, max: 6 }),
    publishAt: fc.option(fc.integer({ min: 1, max: 6 }), { nil: null }),
  })
  .map(({ steps, difficulty, length, publishAt }) => {
    const actions = ['report', 'accept', 'judge', 'dispatch', 'resolve', 'confirm'] as const;
    let time = START;
    const marks: TimelineMark[] = actions.slice(0, length).map((action, index) => {
      time += steps[index] ?? 0;
      return { action, at: new Date(time), difficulty: action === 'judge' ? difficulty : null };
    });
    const place = publishAt === null ? null : Math.min(publishAt, marks.length);
    const before = place === null ? undefined : marks[place - 1];
    if (place !== null && before)
      marks.splice(place, 0, { action: 'publish', at: before.at, difficulty: null });
    return marks;
  });

describe('whatever the timeline', () => {
  const SEEDED = { seed: 5341, numRuns: 500 };

  it('clocks start at receipt, are due after it and stop after it', () => {
    fc.assert(
      fc.property(limits, timeline, (policy, marks) => {
        for (const clock of clocksOf(policy, marks)) {
          assert.equal(clock.startedAt, marks[0]?.at);
          assert.ok(clock.dueAt > clock.startedAt);
          assert.ok(clock.stoppedAt === null || clock.stoppedAt >= clock.startedAt);
        }
      }),
      SEEDED,
    );
  });

  it('a longer timeline never moves a limit nor starts a stopped clock again', () => {
    fc.assert(
      fc.property(limits, timeline, fc.nat(), (policy, marks, cut) => {
        const earlier = clocksOf(policy, marks.slice(0, (cut % marks.length) + 1));
        const later = clocksOf(policy, marks);
        for (const clock of earlier) {
          const same = later.find((one) => one.kind === clock.kind);
          assert.deepEqual(same?.dueAt, clock.dueAt);
          if (clock.stoppedAt !== null) assert.deepEqual(same?.stoppedAt, clock.stoppedAt);
        }
      }),
      SEEDED,
    );
  });

  it('no later entry erases a breach', () => {
    fc.assert(
      fc.property(limits, timeline, fc.nat(), (policy, marks, cut) => {
        const seen = marks.slice(0, (cut % marks.length) + 1);
        const seenAt = seen.at(-1)?.at ?? at(0);
        const end = marks.at(-1)?.at ?? at(0);
        const later = clocksOf(policy, marks);
        for (const clock of clocksOf(policy, seen)) {
          if (!isBreached(clock, seenAt)) continue;
          const same = later.find((one) => one.kind === clock.kind);
          assert.ok(same && isBreached(same, end));
        }
      }),
      SEEDED,
    );
  });

  it('what is due next is the least of the running limits, and publishing changes nothing', () => {
    fc.assert(
      fc.property(limits, timeline, (policy, marks) => {
        const clocks = clocksOf(policy, marks);
        const running = clocks
          .filter((clock) => clock.stoppedAt === null)
          .map((clock) => clock.dueAt.getTime());
        assert.equal(nextDueAt(clocks)?.getTime() ?? Infinity, Math.min(...running));
        const unpublished = marks.filter(({ action }) => action !== 'publish');
        assert.deepEqual(clocksOf(policy, unpublished), clocks);
      }),
      SEEDED,
    );
  });
});
