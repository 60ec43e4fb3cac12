import type { Permission } from '@linli/shared';
import { type Attempt, always, listed, open, type RouteTable } from './attempts.js';
import type { Neighbourhood } from './neighbourhood.js';
import { newId } from './new-id.js';
import type { Standings } from './standings.js';

const NOT_FOUND = { status: 404, code: 'household/not-found' };

/** Who lives where: claimed by anybody for themselves, seen and decided by the building's captain and staff. */
export async function householdRoutes(here: Neighbourhood, { inScope }: Standings): Promise<RouteTable> {
  const { near } = here.town;
  const [door] = near.homeIds;
  const claimBody = (homeId = door) => ({
    ...{ id: newId(), homeId, relation: 'tenant', livesHere: true, name: '张三' },
  });
  const confirms = inScope('household.confirm');
  const runs = inScope('household.desk');

  /** A membership of the reporter's; how it got there is not what is tried here. */
  const claimed = async (state = 'claimed'): Promise<string> => {
    const id = newId();
    await here.database.query(
      `insert into household_member (id, home_id, community_id, grid_id, estate_id, building_id, home_label, person_id,
         name, relation, lives_here, state, claimed_at, request_hash)
       select ?, ?, ?, ?, ?, ?, '近处小区 1 号楼 1 单元 101', id, '测试', 'tenant', 1, ?, now(3), repeat('0', 64)
         from person where demo_key = 'reporter'`,
      [id, door, near.id, near.grids[0].id, near.estateId, near.buildingId, state],
    );
    return id;
  };
  const waiting = await claimed();
  const living = await claimed('confirmed');

  /** On a fresh one where it succeeds; refused tries share one, which must stay as it was. */
  const action = (
    name: string,
    outcome: Attempt['outcome'],
    body: object = {},
    state: 'claimed' | 'confirmed' = 'claimed',
  ): Attempt => {
    const shared = state === 'claimed' ? waiting : living;
    return {
      prepare: async (_visitor, expected) => {
        const id = expected.status === 200 ? await claimed(state) : shared;
        return { path: `/api/households/${id}/${name}`, body: { actionId: newId(), ...body } };
      },
      outcome,
      afterwards: async () => {
        const traces = await here.database.query(
          'select id from household_member_action where member_id = ?',
          [shared],
        );
        return traces.length === 0 ? null : 'a refused action left a trace';
      },
    };
  };
  const [reporter] = await here.database.query<{ id: string }>(
    "select id from person where demo_key = 'reporter'",
  );
  if (reporter !== undefined) await here.town.addPhoneLogin(reporter.id, '13900000078');
  const reaching = (permission: Permission): Attempt['outcome'] => {
    const reaches = inScope(permission);
    return (visitor) =>
      visitor.personId === reporter?.id || !reaches(visitor) ? NOT_FOUND : { status: 200 };
  };
  /** Theirs alone; who may know of it reads that it is not theirs to do. */
  const ownOnly: Attempt['outcome'] = (visitor) => {
    if (visitor.personId === reporter?.id) return { status: 200 };
    return confirms(visitor) ? { status: 403, code: 'household/not-yours' } : NOT_FOUND;
  };
  const ownOrStaff: Attempt['outcome'] = (visitor) => (runs(visitor) ? { status: 200 } : ownOnly(visitor));
  const staffOnly: Attempt['outcome'] = (visitor) => {
    if (visitor.personId === reporter?.id) return { status: 403, code: 'household/own-claim' };
    return ownOrStaff(visitor);
  };

  return {
    'GET /api/buildings/{id}/doors': open(`/api/buildings/${near.buildingId}/doors`),
    'GET /api/me/homes': [listed('/api/me/homes', waiting, ({ personId }) => personId === reporter?.id)],
    'POST /api/households/claims': [
      always({ status: 201 }, ({ personId }) => ({
        path: '/api/households/claims',
        body: claimBody(
          // Their own door of the far community: one person claims a home once.
          personId === reporter?.id ? here.town.far.homeIds[3] : door,
        ),
      })),
    ],
    'POST /api/households/entries': [
      {
        prepare: async () => ({ path: '/api/households/entries', body: claimBody() }),
        outcome: (visitor) =>
          inScope('household.enter')(visitor)
            ? { status: 201 }
            : { status: 403, code: 'household/outside-your-area' },
      },
    ],
    'GET /api/households/waiting': [listed('/api/households/waiting?limit=1', waiting, confirms)],
    'GET /api/households/desk': [listed('/api/households/desk?pageSize=100', waiting, runs)],
    'GET /api/households/{id}': [
      {
        prepare: async () => ({ path: `/api/households/${waiting}` }),
        outcome: reaching('household.confirm'),
      },
    ],
    'GET /api/households/{id}/phone': [
      {
        prepare: async () => ({ path: `/api/households/${waiting}/phone` }),
        outcome: reaching('household.confirm'),
      },
    ],
    'POST /api/households/{id}/confirm': [action('confirm', reaching('household.confirm'))],
    'POST /api/households/{id}/refuse': [
      action('refuse', reaching('household.confirm'), { reason: '对不上' }),
    ],
    'POST /api/households/{id}/withdraw': [action('withdraw', ownOnly)],
    'POST /api/households/{id}/change-living': [
      action('change-living', ownOrStaff, { livesHere: false }, 'confirmed'),
    ],
    'POST /api/households/{id}/move-out': [action('move-out', ownOnly, {}, 'confirmed')],
    'POST /api/households/{id}/end': [action('end', staffOnly, { reason: '搬走了' }, 'confirmed')],
  };
}
