import assert from 'node:assert/strict';
import type { Neighbourhood } from './neighbourhood.js';
import { newId } from './new-id.js';

/** The number a caller may be called back on; nobody outside the community's staff may ever be sent it. */
export const CALLERS_PHONE = '053188886666';

/** An order of the near community as it is typed in. */
export function orderBody(here: Neighbourhood, change: Record<string, unknown> = {}) {
  const id = newId();
  return {
    id,
    communityId: here.town.near.id,
    outsideNumber: `MATRIX-${id.slice(-12)}`,
    outsideDueAt: new Date(Date.now() + 3 * 86_400_000).toISOString(),
    receivedAt: new Date(Date.now() - 3_600_000).toISOString(),
    caller: { name: '李女士', phone: CALLERS_PHONE },
    categoryCode: 'lighting',
    buildingId: here.town.near.buildingId,
    text: '3 单元楼道灯不亮，晚上看不清台阶',
    ...change,
  };
}

/** Types an order in and gives back its id. */
export async function enterOrder(here: Neighbourhood, change: Record<string, unknown> = {}): Promise<string> {
  const answer = await here.as('communityWorker', 'POST', '/api/hotline-orders', orderBody(here, change));
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return answer.body.id;
}
