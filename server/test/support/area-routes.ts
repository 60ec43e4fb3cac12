import { roleMay } from '@linli/shared';
import { always, type Outcome, open, type RouteTable } from './attempts.js';
import type { Neighbourhood } from './neighbourhood.js';
import { newId } from './new-id.js';
import { reachesNear, type Visitor } from './visitors.js';

/** The places, which are everybody's, and the organisations that serve them. */
export function areaRoutes({ town }: Neighbourhood): RouteTable {
  /** Every grid worker of the near community, not the first grid's alone: organisations serve a whole community. */
  const dispatchesInNear = ({ appointments }: Visitor) =>
    appointments.some(
      ({ role, communityId, ended }) =>
        !ended && communityId === town.near.id && roleMay(role, 'incident.dispatch'),
    );

  /** Whoever is appointed to one estate has no map of the community to see to. */
  const wholeCommunities = (visitor: Visitor): Visitor => ({
    ...visitor,
    appointments: visitor.appointments.filter(({ estateId }) => !estateId),
  });
  const everywhere = ({ appointments }: Visitor) =>
    appointments.some(({ role, ended }) => !ended && role === 'platform_admin');
  let made = 0;
  const treeUnknown = { status: 404, code: 'area/not-found' };
  const keepsTree = (done: Outcome, otherwise: Outcome) => (visitor: Visitor) =>
    everywhere(visitor) || reachesNear(wholeCommunities(visitor), 'area.configure', town) ? done : otherwise;
  const drawsNear = (
    permission: 'area.desk' | 'area.configure',
    refusal: { status: number; code?: string },
  ) => ({
    outcome: (visitor: Visitor) =>
      everywhere(visitor) || reachesNear(wholeCommunities(visitor), permission, town)
        ? refusal
        : { status: 404, code: 'area/community-not-found' },
  });
  /** An edit of nothing: refused, but only to those who may edit. */
  const noChange = {
    baseVersion: 0,
    grids: [],
    closedGridIds: [],
    estates: [],
    closedEstateIds: [],
    buildings: [],
    closedBuildingIds: [],
  };
  const unchanged = { status: 422, code: 'area/map-unchanged' };

  return {
    'GET /api/area-tree': [always({ status: 200 }, () => ({ path: '/api/area-tree' }))],
    'GET /api/communities/{id}/plan': [
      {
        prepare: async () => ({ path: `/api/communities/${town.near.id}/plan` }),
        ...drawsNear('area.desk', { status: 200 }),
      },
    ],
    'GET /api/communities/{id}/map-edits': [
      {
        prepare: async () => ({ path: `/api/communities/${town.near.id}/map-edits` }),
        ...drawsNear('area.desk', { status: 200 }),
      },
    ],
    'POST /api/communities/{id}/map-edits/preview': [
      {
        prepare: async () => ({
          path: `/api/communities/${town.near.id}/map-edits/preview`,
          body: noChange,
        }),
        ...drawsNear('area.configure', unchanged),
      },
    ],
    'POST /api/communities/{id}/map-edits': [
      {
        prepare: async () => ({
          path: `/api/communities/${town.near.id}/map-edits`,
          body: { ...noChange, id: newId() },
        }),
        ...drawsNear('area.configure', unchanged),
      },
    ],
    'POST /api/subdistricts': [
      always({ status: 204 }, () => {
        made += 1;
        const body = { id: newId(), name: `新街道${made}`, code: null, countyName: '测试县' };
        return { path: '/api/subdistricts', body };
      }),
    ],
    'POST /api/communities': [
      {
        prepare: async () => {
          made += 1;
          const shortCode = `N${made}`;
          const { subdistrictId } = town.near;
          const body = { id: newId(), subdistrictId, name: `新社区${made}`, code: null, shortCode };
          return { path: '/api/communities', body };
        },
        outcome: keepsTree({ status: 204 }, { status: 403, code: 'area/beyond-your-reach' }),
      },
    ],
    'POST /api/areas/{id}/describe': [
      {
        prepare: async () => {
          made += 1;
          const body = { name: `近处社区${made}`, code: null };
          return { path: `/api/areas/${town.near.id}/describe`, body };
        },
        outcome: keepsTree({ status: 204 }, treeUnknown),
      },
    ],
    'POST /api/areas/{id}/close': [
      {
        prepare: async () => ({ path: `/api/areas/${town.near.id}/close` }),
        outcome: keepsTree({ status: 409, code: 'area/still-in-use' }, treeUnknown),
      },
    ],
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
