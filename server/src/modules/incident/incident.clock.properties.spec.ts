import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isBreached } from '../clock/clock-state.js';
import { WorkingTime } from '../clock/working-time.js';
import { clocksOf, type TimelineMark } from './incident.clock.js';
import { pendingHoldSince } from './incident.holds.js';
import { stepsDue } from './incident.sweep-times.js';

const MINUTE = 60_000;
const START = Date.parse('2026-09-18T07:21:00.000Z');

/** Monday to Friday, nine to six. */
const DAYTIME = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 540, toMinute: 1_080 }));
const AUTUMN = [
  { date: '2026-09-20', kind: 'workday' as const, name: '国庆节调休' },
  ...['25', '26', '27'].map((day) => ({ date: `2026-09-${day}`, kind: 'holiday' as const, name: '中秋节' })),
];

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

type Action = TimelineMark['action'];

interface Standing {
  state: string;
  difficulty: string | null;
  planned: boolean;
  asked: boolean;
}

/** What may come next, in the shape of the lifecycle; written down a second time, without who may do it. */
function possible({ state, difficulty, planned, asked }: Standing): Action[] {
  switch (state) {
    case 'reported':
      return ['accept', 'accept', 'reject', 'merge', 'publish', 'locate', 'escalate', 'requeue'];
    case 'accepted': {
      const judged: Action[] = difficulty === 'hard' ? (planned ? ['dispatch'] : ['plan']) : ['dispatch'];
      const next: Action[] = difficulty === null ? ['judge'] : judged;
      return [...next, ...next, 'reject', 'merge', 'absorb', 'requeue', 'hand_over'];
    }
    case 'handling': {
      const hold: Action[] = asked ? ['approve_hold', 'refuse_hold', 'lapse_hold'] : ['request_hold'];
      const plan: Action[] = difficulty === 'hard' && !planned ? ['plan'] : [];
      return [...hold, ...hold, ...plan, 'dispatch', 'escalate', 'resolve', 'merge', 'requeue'];
    }
    case 'held':
      return ['resume', 'publish', 'transcribe', 'requeue', 'hand_over'];
    case 'resolved':
      return ['confirm', 'close_silently', 'dispute', 'dispute', 'check_back', 'check_back'];
    case 'closed':
      return ['check_back', 'publish'];
    default:
      return ['publish'];
  }
}

const LEADS_TO: Record<string, string> = {
  accept: 'accepted',
  dispatch: 'handling',
  approve_hold: 'held',
  resume: 'handling',
  reject: 'rejected',
  merge: 'merged',
  resolve: 'resolved',
  confirm: 'closed',
  close_silently: 'closed',
  dispute: 'handling',
  requeue: 'reported',
};

const step = fc.record({
  choice: fc.nat(1_000),
  wait: fc.oneof(fc.nat(20 * MINUTE), fc.nat(600 * MINUTE), fc.nat(5_000 * MINUTE)),
  difficulty: fc.constantFrom('simple', 'complex', 'hard'),
  outcome: fc.constantFrom('satisfied', 'unsatisfied', 'unreachable'),
  planMinutes: fc.integer({ min: 1, max: 9_000 }),
});

/** A timeline of any length that the lifecycle could have written, under service hours or round the clock. */
const aTimeline = fc
  .record({
    served: fc.boolean(),
    begins: fc.nat(5_000 * MINUTE),
    steps: fc.array(step, { maxLength: 25 }),
  })
  .map(({ served, begins, steps }) => {
    const rules = { ...RULES, time: new WorkingTime(served ? DAYTIME : null, AUTUMN) };
    const standing: Standing = { state: 'reported', difficulty: null, planned: false, asked: false };
    let now = START + begins;
    const marks: TimelineMark[] = [{ action: 'report', at: new Date(now), data: {} }];
    for (const { choice, wait, difficulty, outcome, planMinutes } of steps) {
      const actions = possible(standing);
      const action = actions[choice % actions.length] ?? 'publish';
      now += wait;
      const data: TimelineMark['data'] = {};
      if (action === 'judge') data.difficulty = difficulty;
      if (action === 'plan') data.dueAt = new Date(now + planMinutes * MINUTE).toISOString();
      if (action === 'check_back') data.outcome = outcome;
      marks.push({ action, at: new Date(now), data });
      follow(standing, action, data);
    }
    return { rules, marks };
  });

function follow(standing: Standing, action: string, data: TimelineMark['data']): void {
  const reopens = action === 'check_back' && data.outcome === 'unsatisfied' && standing.state === 'resolved';
  standing.state = reopens ? 'handling' : (LEADS_TO[action] ?? standing.state);
  standing.difficulty = data.difficulty ?? standing.difficulty;
  if (action === 'plan') standing.planned = true;
  if (action === 'dispute' || reopens) standing.planned = false;
  if (action === 'request_hold') standing.asked = true;
  if (['approve_hold', 'refuse_hold', 'lapse_hold', 'resolve', 'merge', 'requeue'].includes(action))
    standing.asked = false;
}

describe('whatever happens to an incident', () => {
  const SEEDED = { seed: 5341, numRuns: 1_000 };
  const cutAt = (marks: TimelineMark[], cut: number) => marks.slice(0, (cut % marks.length) + 1);

  it('clocks end after they start, once for each kind and round', () => {
    fc.assert(
      fc.property(aTimeline, ({ rules, marks }) => {
        const clocks = clocksOf(rules, marks);
        assert.equal(new Set(clocks.map(({ kind, round }) => `${kind} ${round}`)).size, clocks.length);
        for (const clock of clocks) {
          assert.ok(clock.dueAt >= clock.startedAt);
          assert.ok(clock.stoppedAt === null || clock.stoppedAt >= clock.startedAt);
          assert.ok(clock.warnAt === null || clock.warnAt <= clock.dueAt);
        }
        const running = clocks.filter(({ stoppedAt, kind }) => stoppedAt === null && kind !== 'confirm');
        // What went back to its queue is to be answered while the time to solve it goes on.
        const answers = running.filter(({ kind }) => kind === 'response').length;
        assert.ok(answers <= 1 && running.length - answers <= 1, 'two promises run at once');
      }),
      SEEDED,
    );
  });

  it('no sequence of actions erases a breach', () => {
    fc.assert(
      fc.property(aTimeline, fc.nat(), fc.nat(100_000), ({ rules, marks }, cut, more) => {
        const seen = cutAt(marks, cut);
        if (pendingHoldSince(seen) !== null) return;
        const next = marks[seen.length]?.at.getTime() ?? Infinity;
        const now = new Date(Math.min((seen.at(-1)?.at.getTime() ?? 0) + more * MINUTE, next));
        const late = clocksOf(rules, seen).filter((clock) => isBreached(clock, now));
        for (let length = seen.length + 1; length <= marks.length; length++) {
          const longer = marks.slice(0, length);
          const clocks = clocksOf(rules, longer);
          for (const { kind, round } of late) {
            const same = clocks.find((clock) => clock.kind === kind && clock.round === round);
            assert.ok(same && isBreached(same, longer.at(-1)?.at ?? now), `${kind} ${round} was late`);
          }
        }
      }),
      { seed: 5341, numRuns: 3_000 },
    );
  });

  it('a limit moves only by an approved hold, and only later', () => {
    fc.assert(
      fc.property(aTimeline, fc.nat(), ({ rules, marks }, cut) => {
        const seen = cutAt(marks, cut);
        const later = clocksOf(rules, marks);
        const approved = marks.slice(seen.length).some(({ action }) => action === 'resume');
        for (const clock of clocksOf(rules, seen)) {
          const same = later.find(({ kind, round }) => kind === clock.kind && round === clock.round);
          assert.ok(same && same.dueAt >= clock.dueAt);
          if (!approved) assert.deepEqual(same.dueAt, clock.dueAt);
          if (clock.stoppedAt !== null) assert.deepEqual(same.stoppedAt, clock.stoppedAt);
        }
      }),
      SEEDED,
    );
  });

  it('a hold that nobody approved leaves the clocks as if nobody had asked', () => {
    fc.assert(
      fc.property(aTimeline, ({ rules, marks }) => {
        const asking = new Set<TimelineMark>();
        for (const [index, { action }] of marks.entries()) {
          const decision = marks.slice(index + 1).find((later) => DECIDES.has(later.action));
          if (action !== 'request_hold' || decision === undefined || decision.action === 'approve_hold')
            continue;
          asking.add(marks[index] as TimelineMark);
          if (decision.action.endsWith('_hold')) asking.add(decision);
        }
        const unasked = marks.filter((one) => !asking.has(one));
        assert.deepEqual(clocksOf(rules, marks), clocksOf(rules, unasked));
      }),
      SEEDED,
    );
  });

  it('each limit has each step up once, however often it was looked at, and one look tells people once', () => {
    const names = (taken: readonly ReturnType<typeof stepsDue>[number][]) =>
      taken.map(({ clock, step }) => `${clock.kind} ${clock.round} ${step}`);
    fc.assert(
      fc.property(
        aTimeline,
        fc.array(fc.nat(900 * MINUTE), { minLength: 1, maxLength: 6 }),
        ({ rules, marks }, waits) => {
          const clocks = clocksOf(rules, marks);
          const watched = (taken: string[]) =>
            clocks.map((clock) => {
              const mine = taken.filter((name) => name.startsWith(`${clock.kind} ${clock.round} `));
              return { clock, warned: true, escalated: mine.length };
            });
          let now = marks.at(-1)?.at.getTime() ?? START;
          const taken: string[] = [];
          for (const wait of waits) {
            now += wait;
            const look = stepsDue(watched(taken), rules, new Date(now));
            taken.push(...names(look));
            const telling = look.filter(({ tells }) => tells.length > 0);
            assert.equal(telling.length, look.length > 0 ? 1 : 0);
            assert.deepEqual(new Set(telling[0]?.tells), new Set(look.map(({ toRole }) => toRole)));
            for (const { step } of look)
              assert.ok(step <= (telling[0]?.step ?? 0), 'a higher one was not told');
            assert.deepEqual(stepsDue(watched(taken), rules, new Date(now)), []);
          }
          for (const { kind, round } of clocks) {
            const mine = taken.filter((name) => name.startsWith(`${kind} ${round} `));
            assert.deepEqual(
              mine,
              mine.map((_, index) => `${kind} ${round} ${index + 1}`),
            );
          }
          const atOnce = stepsDue(watched([]), rules, new Date(now));
          assert.deepEqual([...taken].sort(), names(atOnce).sort());
        },
      ),
      SEEDED,
    );
  });

  it('what only tells or shows changes no clock', () => {
    fc.assert(
      fc.property(aTimeline, ({ rules, marks }) => {
        const QUIET = new Set(['publish', 'locate', 'transcribe', 'escalate', 'absorb', 'dispatch']);
        const without = marks.filter(({ action }) => !QUIET.has(action));
        assert.deepEqual(clocksOf(rules, without), clocksOf(rules, marks));
      }),
      SEEDED,
    );
  });
});

const DECIDES = new Set(['approve_hold', 'refuse_hold', 'lapse_hold', 'resolve', 'merge']);
