import type { RouteTable } from './attempts.js';
import { always, listed } from './attempts.js';
import type { Neighbourhood } from './neighbourhood.js';
import { newId } from './new-id.js';
import type { Standings } from './standings.js';
import type { Visitor } from './visitors.js';

const DAY_MS = 24 * 3_600_000;
const NOT_FOUND = { status: 404, code: 'appointment/not-found' };

/** Who manages whose appointments: those of the near community's people. */
export async function staffRoutes(
  { as, town }: Neighbourhood,
  { inCommunity }: Standings,
): Promise<RouteTable> {
  const worker = (await as('worker', 'GET', '/api/me')).body;
  const spare = await town.addPerson('spare', [
    {
      ...{ role: 'grid_worker', areaId: town.near.grids[1].id, gridId: town.near.grids[1].id },
      ...{ subdistrictId: town.near.subdistrictId, communityId: town.near.id },
    },
  ]);
  const manages = (visitor: Visitor) =>
    inCommunity('appointment.manage')(visitor) ||
    visitor.appointments.some(({ role, ended }) => role === 'personnel_admin' && !ended);
  const ifManages =
    (status: number, otherwise = NOT_FOUND) =>
    (visitor: Visitor) =>
      manages(visitor) ? { status } : otherwise;
  let later = Date.now() + 30 * DAY_MS;
  /** A week that nobody has been given yet. */
  const aWeek = () => {
    const fromAt = new Date(later).toISOString();
    later += 7 * DAY_MS;
    return { fromAt, toAt: new Date(later).toISOString() };
  };
  const spareAppointment = spare.appointmentIds[0];

  return {
    'GET /api/staff': [listed('/api/staff?pageSize=50', worker.id, manages)],
    'GET /api/staff/places': [
      always({ status: 200 }, () => ({ path: '/api/staff/places?role=grid_worker' })),
    ],
    'POST /api/staff/find': [
      always({ status: 404, code: 'staff/person-not-found' }, () => ({
        path: '/api/staff/find',
        body: { phone: '13999990000' },
      })),
    ],
    'GET /api/staff/{id}': [
      {
        prepare: async () => ({ path: `/api/staff/${worker.id}` }),
        outcome: ifManages(200, { status: 404, code: 'staff/person-not-found' }),
      },
    ],
    'POST /api/staff/{id}/suspend': [
      always({ status: 404, code: 'staff/person-not-found' }, () => ({
        path: `/api/staff/${newId()}/suspend`,
        body: { actionId: newId() },
      })),
    ],
    'POST /api/staff/{id}/restore': [
      always({ status: 404, code: 'staff/person-not-found' }, () => ({
        path: `/api/staff/${newId()}/restore`,
        body: { actionId: newId() },
      })),
    ],
    'POST /api/appointments': [
      {
        prepare: async () => ({
          path: '/api/appointments',
          body: {
            ...{ id: newId(), personId: spare.id, role: 'grid_worker', areaId: town.near.grids[0].id },
            ...aWeek(),
          },
        }),
        outcome: ifManages(204, { status: 403, code: 'appointment/beyond-your-reach' }),
      },
    ],
    'GET /api/appointments/{id}/held-cases': [
      {
        prepare: async () => ({ path: `/api/appointments/${spareAppointment}/held-cases` }),
        outcome: ifManages(200),
      },
    ],
    'POST /api/appointments/{id}/leaves': [
      {
        prepare: async () => ({
          path: `/api/appointments/${spareAppointment}/leaves`,
          body: { id: newId(), ...aWeek() },
        }),
        outcome: ifManages(204),
      },
    ],
    'POST /api/appointments/{id}/end': [
      {
        prepare: async () => ({
          path: `/api/appointments/${spareAppointment}/end`,
          body: { actionId: newId(), at: new Date(later + 400 * DAY_MS).toISOString() },
        }),
        outcome: ifManages(204),
      },
    ],
    'POST /api/leaves/{id}/end': [
      always({ status: 404, code: 'appointment/leave-not-found' }, () => ({
        path: `/api/leaves/${newId()}/end`,
        body: { actionId: newId() },
      })),
    ],
  };
}
