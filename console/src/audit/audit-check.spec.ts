import assert from 'node:assert/strict';
import { it } from 'node:test';
import { auditCheck, type CheckStep } from './audit-check';

async function last(steps: AsyncIterable<CheckStep>): Promise<CheckStep | undefined> {
  let newest: CheckStep | undefined;
  for await (const step of steps) newest = step;
  return newest;
}

const part = { broken: null, phase: 'seals', count: 500, total: 1_000 };

it('a check of the audit goes on from part to part, says what it compared, and asks nothing once nobody listens', async () => {
  const asked: unknown[] = [];
  const ask = (body: object) => {
    asked.push(body);
    return Promise.resolve({ ...part, next: asked.length < 2 ? `after ${asked.length}` : null });
  };
  assert.deepEqual(await last(auditCheck(null, ask)), { is: 'sound', seen: 1_000, withKept: false });
  assert.deepEqual(asked, [{}, { from: 'after 1' }]);

  asked.length = 0;
  const kept = { keptSeq: 7, keptHash: '9f' };
  assert.deepEqual(await last(auditCheck(kept, ask)), {
    ...{ is: 'sound', seen: 1_000, withKept: true },
  });
  assert.deepEqual(asked[1], { ...kept, from: 'after 1' });

  asked.length = 0;
  for await (const step of auditCheck(null, ask)) {
    assert.equal(step.is, 'running');
    break;
  }
  assert.equal(asked.length, 1);
});
