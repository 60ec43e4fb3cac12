import { type Attempt, always, listed, type RouteTable } from './attempts.js';
import type { Neighbourhood } from './neighbourhood.js';
import { newId } from './new-id.js';
import type { Standings } from './standings.js';
import type { Visitor } from './visitors.js';

const NOT_FOUND = { status: 404, code: 'organisation/not-found' };

/** The organisations of the near community, kept by whoever appoints people to them. */
export async function organisationRoutes(
  { as, town }: Neighbourhood,
  { inCommunity }: Standings,
): Promise<RouteTable> {
  const { property } = town.organisations;
  const manages = (visitor: Visitor) =>
    inCommunity('organisation.manage')(visitor) ||
    visitor.appointments.some(({ role, ended }) => role === 'personnel_admin' && !ended);
  const ifManages =
    (status: number, otherwise = NOT_FOUND) =>
    (visitor: Visitor) =>
      manages(visitor) ? { status } : otherwise;
  let made = 0;
  /** A change of one that is there for nothing else. */
  const change = async (name: string, body: () => object): Promise<Attempt> => {
    const id = await town.addOrganisation('volunteers', `${name}志愿队`, town.near.id);
    return {
      prepare: async () => ({
        path: `/api/organisations/${id}/${name}`,
        body: { actionId: newId(), ...body() },
      }),
      outcome: ifManages(204),
    };
  };
  return {
    'GET /api/organisations/desk': [listed('/api/organisations/desk?pageSize=50', property, manages)],
    'GET /api/organisations/places': [always({ status: 200 }, () => ({ path: '/api/organisations/places' }))],
    'GET /api/organisations/{id}': [
      { prepare: async () => ({ path: `/api/organisations/${property}` }), outcome: ifManages(200) },
    ],
    'POST /api/organisations': [
      {
        prepare: async () => {
          made += 1;
          const body = { id: newId(), kind: 'social', name: `协会${made}`, areaId: town.near.id };
          return { path: '/api/organisations', body };
        },
        outcome: ifManages(204, { status: 403, code: 'organisation/beyond-your-reach' }),
      },
    ],
    'POST /api/organisations/{id}/rename': [
      await change('rename', () => {
        made += 1;
        return { name: `改名${made}` };
      }),
    ],
    'POST /api/organisations/{id}/estates': [
      await change('estates', () => ({ estateIds: [town.near.estateId] })),
    ],
    'POST /api/organisations/{id}/dissolve': [
      {
        prepare: async (_visitor, expected) => {
          const goes = expected.status === 204;
          const id = goes ? await town.addOrganisation('social', `散伙${newId()}`, town.near.id) : property;
          return { path: `/api/organisations/${id}/dissolve`, body: { actionId: newId() } };
        },
        outcome: ifManages(204),
        afterwards: async () => {
          const { body } = await as('worker', 'GET', `/api/organisations?communityId=${town.near.id}`);
          const there = body.items.some(({ id }: { id: string }) => id === property);
          return there ? null : 'somebody dissolved it who must not';
        },
      },
    ],
  };
}
