import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { IncidentDetail } from '../../../../request/contract';
import { clockRounds } from './clock-rounds';

type Clock = IncidentDetail['clocks'][number];

const at = (minute: number) => new Date(minute * 60_000).toISOString();
const clock = (kind: Clock['kind'], from: number, to: number | null, more: Partial<Clock> = {}): Clock => ({
  ...{ kind, round: 1, startedAt: at(from), dueAt: at(from + 5), stoppedAt: to === null ? null : at(to) },
  ...{ pausedAt: null, undecided: false, limitMinutes: 5, breached: false },
  ...more,
});

describe('the clocks on a case', () => {
  it('are of the answer that is awaited now, and say what an earlier one took', () => {
    const { response, lines } = clockRounds({
      round: 1,
      clocks: [clock('response', 0, 3), clock('response', 20, null, { round: 2, breached: true })],
    });
    assert.equal(response?.round, 2);
    assert.deepEqual(lines, [{ words: '先前3 分钟回应', late: false }]);
  });

  it('of earlier rounds are told in a line each, with every answer that was given', () => {
    const { response, main, lines } = clockRounds({
      round: 2,
      clocks: [
        clock('response', 0, 3),
        clock('response', 20, 27, { round: 2, breached: true }),
        clock('solve', 0, 30),
        clock('solve', 40, null, { round: 2 }),
      ],
    });
    assert.equal(response, null);
    assert.equal(main?.round, 2);
    assert.deepEqual(lines, [{ words: '第 1 次：3 分钟回应，回应超时 2 分钟，30 分钟办好', late: true }]);
  });
});
