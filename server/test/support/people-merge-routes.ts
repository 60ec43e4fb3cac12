import type { RouteTable } from './attempts.js';
import { always } from './attempts.js';
import type { Neighbourhood } from './neighbourhood.js';
import { newId } from './new-id.js';
import type { Standings } from './standings.js';
import type { Visitor } from './visitors.js';

const NOT_FOUND = { status: 404, code: 'people-merge/not-found' };

/** Two people known in the near community: whoever merges there sees them side by side, others find nobody. */
export async function peopleMergeRoutes(
  { as }: Neighbourhood,
  { inCommunity }: Standings,
): Promise<RouteTable> {
  const [one, other] = [
    (await as('worker', 'GET', '/api/me')).body.id,
    (await as('otherWorker', 'GET', '/api/me')).body.id,
  ];
  const knows = (visitor: Visitor) =>
    inCommunity('person.merge')(visitor) ||
    visitor.appointments.some(({ role, ended }) => role === 'personnel_admin' && !ended);
  const ifKnown = (visitor: Visitor) => (knows(visitor) ? { status: 200 } : NOT_FOUND);
  return {
    'POST /api/people/find': [
      always({ status: 200 }, () => ({ path: '/api/people/find', body: { phone: '13999990000' } })),
    ],
    'GET /api/people/{id}/merge-preview': [
      { prepare: async () => ({ path: `/api/people/${one}/merge-preview?into=${other}` }), outcome: ifKnown },
    ],
    'POST /api/people/{id}/merge': [
      always(NOT_FOUND, () => ({
        path: `/api/people/${newId()}/merge`,
        body: { actionId: newId(), intoPersonId: newId(), reason: '同一个人' },
      })),
    ],
  };
}
