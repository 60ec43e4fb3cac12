import assert from 'node:assert/strict';
import type { CastMember, Neighbourhood } from './neighbourhood.js';
import { newId } from './new-id.js';

/** Looks like a telephone number, so that a notice with it waits for a person. */
export const CALL_US = '请打 13812345678';

/** What the near community's worker writes to the whole of it. */
export function noticeBody({ town }: Neighbourhood, change: Record<string, unknown> = {}) {
  return {
    id: newId(),
    communityId: town.near.id,
    reach: 'community',
    areaIds: [],
    kind: 'water',
    title: '明天停水',
    body: '检修水管，请提前接好水。',
    ...change,
  };
}

/** Writes a notice and gives back its id. */
export async function writeNotice(
  here: Neighbourhood,
  change: Record<string, unknown> = {},
  who: CastMember = 'communityWorker',
): Promise<string> {
  const answer = await here.as(who, 'POST', '/api/notices', noticeBody(here, change));
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return answer.body.id;
}
