import { roleMay } from '@linli/shared';
import { open, type RouteTable } from './attempts.js';
import type { Neighbourhood } from './neighbourhood.js';
import type { Visitor } from './visitors.js';

/** The places, which are everybody's, and the organisations that serve them. */
export function areaRoutes({ town }: Neighbourhood): RouteTable {
  /** Every grid worker of the near community, not the first grid's alone: organisations serve a whole community. */
  const dispatchesInNear = ({ appointments }: Visitor) =>
    appointments.some(
      ({ role, communityId, ended }) =>
        !ended && communityId === town.near.id && roleMay(role, 'incident.dispatch'),
    );

  return {
    'GET /api/communities': open('/api/communities'),
    'GET /api/communities/{id}/map': open(`/api/communities/${town.near.id}/map`),
    'GET /api/communities/{id}/overview': open(`/api/communities/${town.near.id}/overview`),
    'GET /api/places/{code}': open(`/api/places/${town.near.placeCode}`),
    'GET /api/locate': open(
      `/api/locate?lng=${town.near.grids[0].point.lng}&lat=${town.near.grids[0].point.lat}&system=gcj02`,
    ),
    'GET /api/organisations': [
      {
        prepare: async () => ({ path: `/api/organisations?communityId=${town.near.id}` }),
        outcome: (visitor) =>
          dispatchesInNear(visitor) ? { status: 200 } : { status: 404, code: 'area/community-not-found' },
      },
    ],
  };
}
