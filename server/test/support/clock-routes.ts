import { always, type RouteTable } from './attempts.js';
import type { Neighbourhood } from './neighbourhood.js';
import { newId } from './new-id.js';
import { reachesNear, type Visitor } from './visitors.js';

/** What comes with the system, sent as a version of its own. */
const LIMITS_OF_A_POLICY = {
  responseMinutes: 5,
  simpleMinutes: 30,
  complexMinutes: 240,
  planMinutes: 1_440,
  confirmDays: 7,
  holdDecisionMinutes: 120,
  escalationMinutes: [0, 30, 120],
};

/** How long things may take, and when work is done. */
export function clockRoutes({ town }: Neighbourhood): RouteTable {
  const isAdmin = (visitor: Visitor) =>
    visitor.appointments.some(({ role, ended }) => !ended && role === 'platform_admin');
  const configuresNear = (visitor: Visitor) =>
    isAdmin(visitor) || reachesNear(visitor, 'clock.configure', town);

  return {
    'GET /api/clock-policies': [
      {
        name: 'of a community',
        prepare: async () => ({ path: `/api/clock-policies?areaId=${town.near.id}` }),
        outcome: (visitor) =>
          configuresNear(visitor) ? { status: 200 } : { status: 404, code: 'clock/area-not-found' },
      },
      {
        name: 'for everybody',
        prepare: async () => ({ path: '/api/clock-policies' }),
        outcome: () => ({ status: 200 }),
      },
    ],
    'POST /api/clock-policies': [
      {
        prepare: async () => ({
          path: '/api/clock-policies',
          // Far ahead, so that no incident of the other tries is under it.
          body: {
            ...LIMITS_OF_A_POLICY,
            id: newId(),
            areaId: town.near.id,
            inForceFrom: '2099-01-01T00:00:00Z',
          },
        }),
        outcome: (visitor) =>
          configuresNear(visitor) ? { status: 200 } : { status: 404, code: 'clock/area-not-found' },
      },
    ],
    'GET /api/work-calendars': [always({ status: 200 }, () => ({ path: '/api/work-calendars' }))],
    'POST /api/work-calendars': [
      {
        prepare: async () => ({ path: '/api/work-calendars', body: { id: newId(), days: [] } }),
        outcome: (visitor) =>
          isAdmin(visitor) ? { status: 200 } : { status: 403, code: 'clock/calendar-not-yours' },
      },
    ],
  };
}
