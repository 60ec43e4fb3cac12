import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TaskTimelineAction } from '@linli/shared';
import fc from 'fast-check';
import { isTaskBroken, type TaskMark, taskClocksOf } from './task.clock.js';

const START = Date.parse('2026-11-22T02:00:00.000Z');
const at = (minutes: number) => new Date(START + minutes * 60_000);
const mark = (action: TaskTimelineAction, minutes: number, due: number | null = null): TaskMark => ({
  action,
  at: at(minutes),
  dueAt: due === null ? null : at(due),
});

describe("a task's clock", () => {
  it('runs from when the task was given to the date that was set', () => {
    assert.deepEqual(taskClocksOf([mark('assign', 0, 60), mark('accept', 5)]), [
      { round: 1, startedAt: at(0), dueAt: at(60), stoppedAt: null, broken: false },
    ]);
  });

  it('counts the last millisecond as in time', () => {
    const [clock] = taskClocksOf([mark('assign', 0, 60)]);
    assert.ok(clock);
    assert.equal(isTaskBroken(clock, at(60)), false);
    assert.equal(isTaskBroken(clock, new Date(at(60).getTime() + 1)), true);
  });

  it('moves with what is granted in time, not with what is asked or refused', () => {
    const asked = [mark('assign', 0, 60), mark('ask_time', 30, 120)];
    assert.deepEqual(taskClocksOf(asked)[0]?.dueAt, at(60));
    assert.deepEqual(taskClocksOf([...asked, mark('refuse_time', 40)])[0]?.dueAt, at(60));
    const [granted] = taskClocksOf([...asked, mark('grant_time', 40, 120)]);
    assert.ok(granted);
    assert.deepEqual(granted.dueAt, at(120));
    assert.equal(isTaskBroken(granted, at(100)), false);
  });

  it('stays broken when time is granted after the limit', () => {
    const [clock] = taskClocksOf([
      mark('assign', 0, 60),
      mark('ask_time', 30, 120),
      mark('grant_time', 61, 120),
    ]);
    assert.ok(clock);
    assert.deepEqual(clock.dueAt, at(120));
    assert.equal(isTaskBroken(clock, at(70)), true);
  });

  it('begins anew for the organisation it is transferred to, and keeps what the first one missed', () => {
    const clocks = taskClocksOf([
      mark('assign', 0, 60),
      mark('transfer', 90, 200),
      mark('accept', 95),
      mark('finish', 150),
    ]);
    assert.deepEqual(
      clocks.map((clock) => [clock.round, clock.stoppedAt, isTaskBroken(clock, at(999))]),
      [
        [1, at(90), true],
        [2, at(150), false],
      ],
    );
  });
});

const ACTIONS = [
  'accept',
  'ask_time',
  'grant_time',
  'refuse_time',
  'urge',
  'transfer',
  'finish',
  'return',
  'cancel',
  'overdue',
] as const satisfies TaskTimelineAction[];

/** Anything at all after the task was given, in order of time, with dates anywhere: stricter than the lifecycle allows. */
const timeline = fc
  .array(
    fc.record({
      action: fc.constantFrom(...ACTIONS),
      after: fc.integer({ min: 0, max: 300 }),
      due: fc.integer({ min: -100, max: 2_000 }),
    }),
    { maxLength: 12 },
  )
  .map((steps) => {
    let minutes = 0;
    const marks = [mark('assign', 0, 60)];
    for (const { action, after, due } of steps) {
      minutes += after;
      const dated = action === 'transfer' || action === 'grant_time';
      marks.push(mark(action, minutes, dated ? minutes + due : null));
    }
    return marks;
  });

describe('whatever happens to a task', () => {
  it('no sequence of actions erases a breach', () => {
    fc.assert(
      fc.property(timeline, fc.nat(), fc.integer({ min: 0, max: 5_000 }), (marks, cut, more) => {
        const seen = marks.slice(0, (cut % marks.length) + 1);
        const next = marks[seen.length]?.at ?? null;
        const last = seen.at(-1)?.at.getTime() ?? START;
        // Somebody looks at any moment until the next thing happens.
        const look = new Date(Math.min(last + more * 60_000, next?.getTime() ?? Number.MAX_SAFE_INTEGER));
        const end = new Date(Math.max(look.getTime(), marks.at(-1)?.at.getTime() ?? START));
        const later = taskClocksOf(marks);
        for (const clock of taskClocksOf(seen)) {
          if (!isTaskBroken(clock, look)) continue;
          const same = later.find(({ round }) => round === clock.round);
          assert.ok(same && isTaskBroken(same, end));
        }
      }),
      { seed: 5341, numRuns: 1_000 },
    );
  });

  it('a stopped clock never runs again, and at most the last one runs', () => {
    fc.assert(
      fc.property(timeline, (marks) => {
        const clocks = taskClocksOf(marks);
        assert.ok(clocks.slice(0, -1).every(({ stoppedAt }) => stoppedAt !== null));
        for (const clock of taskClocksOf(marks.slice(0, -1))) {
          if (clock.stoppedAt === null) continue;
          assert.deepEqual(
            clocks.find(({ round }) => round === clock.round),
            clock,
          );
        }
      }),
      { seed: 5341, numRuns: 1_000 },
    );
  });
});
