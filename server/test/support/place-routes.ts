import type { Attempt, RouteTable } from './attempts.js';
import type { Neighbourhood } from './neighbourhood.js';
import { newId } from './new-id.js';
import type { Standings } from './standings.js';

/** The printed codes of a community, in the hands of its own staff. */
export async function placeRoutes(here: Neighbourhood, { inCommunity }: Standings): Promise<RouteTable> {
  const { near } = here.town;
  const manages = inCommunity('place.manage');
  const body = () => ({
    ...{ id: newId(), communityId: near.id, label: '门口的牌子', address: '近处路 2 号' },
    location: { ...near.grids[1].point, system: 'gcj02' },
  });
  const made = async () =>
    (await here.as('communityWorker', 'POST', '/api/places', body())).body.id as string;
  const untouched = await made();
  const NOT_YOURS = { status: 403, code: 'place/outside-your-area' };

  const action = (name: string, status: number, more: () => object): Attempt => ({
    prepare: async (_visitor, expected) => ({
      path: `/api/places/${expected.status === status ? await made() : untouched}/${name}`,
      body: { why: 'worn', ...more() },
    }),
    outcome: (visitor) => (manages(visitor) ? { status } : { status: 404, code: 'place/not-found' }),
    afterwards: async () => {
      const [row] = await here.database.query<{ revokedAt: Date | null }>(
        'select revoked_at as revokedAt from place where id = ?',
        [untouched],
      );
      return row?.revokedAt === null ? null : 'a refused action took the code out of use';
    },
  });

  return {
    'GET /api/communities/{id}/places': [
      {
        prepare: async () => ({ path: `/api/communities/${near.id}/places` }),
        outcome: (visitor) => (manages(visitor) ? { status: 200 } : NOT_YOURS),
      },
    ],
    'POST /api/communities/{id}/places': [
      {
        prepare: async () => ({
          path: `/api/communities/${near.id}/places`,
          body: { places: [{ id: newId(), buildingId: near.buildingId }] },
        }),
        outcome: (visitor) =>
          manages(visitor) ? { status: 409, code: 'place/building-has-one' } : NOT_YOURS,
      },
    ],
    'POST /api/places': [
      {
        prepare: async () => ({ path: '/api/places', body: body() }),
        outcome: (visitor) => (manages(visitor) ? { status: 201 } : NOT_YOURS),
      },
    ],
    'POST /api/places/{id}/revoke': [action('revoke', 200, () => ({}))],
    'POST /api/places/{id}/reissue': [action('reissue', 201, () => ({ id: newId() }))],
  };
}
