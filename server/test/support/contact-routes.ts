import { always, open, type RouteTable } from './attempts.js';
import type { Neighbourhood } from './neighbourhood.js';
import type { Standings } from './standings.js';

/** Whom to call: everybody's to read, the staff's own and the secretary's to set. */
export function contactRoutes({ town }: Neighbourhood, { inCommunity }: Standings): RouteTable {
  const dutyPhone = `/api/communities/${town.near.id}/duty-phone`;
  const mayConfigure = inCommunity('duty_phone.configure');
  return {
    'GET /api/me/work-card': [
      {
        prepare: async () => ({
          path: '/api/me/work-card',
          check: ({ body }) => (body.phone === null ? null : "shows another's number"),
        }),
        outcome: () => ({ status: 200 }),
      },
    ],
    'PUT /api/me/work-card': [
      always({ status: 200 }, () => ({
        path: '/api/me/work-card',
        body: { phone: null, shown: false, version: 0 },
      })),
    ],
    'GET /api/grids/{id}/worker-card': open(`/api/grids/${town.near.grids[0].id}/worker-card`),
    'GET /api/communities/{id}/worker-card': open(`/api/communities/${town.near.id}/worker-card`),
    'GET /api/communities/{id}/duty-phone': open(dutyPhone),
    'PUT /api/communities/{id}/duty-phone': [
      {
        // Sending the same again is the same once, so that everybody who may sets it as the first did.
        prepare: async () => ({ path: dutyPhone, body: { phone: '0500-10000001', version: 0 } }),
        outcome: (visitor) =>
          mayConfigure(visitor) ? { status: 200 } : { status: 404, code: 'contact/community-not-found' },
      },
    ],
  };
}
