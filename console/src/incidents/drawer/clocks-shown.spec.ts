import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { IncidentClock } from '../../api/contract';
import { clocksShown } from './clocks-shown';

const clock = (kind: IncidentClock['kind'], some: Partial<IncidentClock> = {}) =>
  ({ kind, round: 1, stoppedAt: null, breached: false, ...some }) as IncidentClock;
const shownOf = (clocks: IncidentClock[]) =>
  clocksShown({ clocks, difficulty: 'hard', round: 1, plan: null });

describe('the clocks of an incident', () => {
  it('are responding and solving, started or not', () => {
    assert.deepEqual(
      shownOf([clock('response')]).map(({ label, clock: own }) => [label, own !== null]),
      [
        ['回应', true],
        ['解决', false],
      ],
    );
  });

  it('show a plan that is owed, and one that was late, but none that was met', () => {
    const kinds = (plan: Partial<IncidentClock>) => shownOf([clock('plan', plan)]).map(({ kind }) => kind);
    assert.ok(kinds({}).includes('plan'));
    assert.ok(kinds({ stoppedAt: 'then', breached: true }).includes('plan'));
    assert.ok(!kinds({ stoppedAt: 'then' }).includes('plan'));
  });

  it('tell the round, and that an earlier one was late', () => {
    const [, solve] = shownOf([
      clock('solve', { round: 2 }),
      clock('solve', { stoppedAt: 'then', breached: true }),
    ]);
    assert.equal(solve?.label, '解决 · 第 2 次');
    assert.equal(solve?.lateBefore, true);
    assert.equal(solve?.clock?.round, 2);
  });

  it('show the time to confirm only while it runs', () => {
    assert.equal(shownOf([clock('confirm')]).length, 3);
    assert.equal(shownOf([clock('confirm', { stoppedAt: 'then' })]).length, 2);
  });
});
