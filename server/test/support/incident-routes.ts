import { type Attempt, always, listed, type Outcome, open, type RouteTable } from './attempts.js';
import { NOT_FOUND } from './incident-action-routes.js';
import { type Neighbourhood, picture } from './neighbourhood.js';
import type { Standings } from './standings.js';
import type { Visitor } from './visitors.js';

/** Reporting incidents, and who finds which of them in which list. */
export async function incidentRoutes(
  here: Neighbourhood,
  { isReporter, isStaff, inScope }: Standings,
): Promise<RouteTable> {
  const { town } = here;
  const photo = (await here.upload('reporter', await picture())).body;
  const seen = await here.report({ description: '只有该看的人看得到的话', photoIds: [photo.id] });
  const forNeighbours = await here.report({ categoryCode: 'noise' });
  const forStaff = await here.report({ categoryCode: 'help' });
  const nearby = await here.report({ categoryCode: 'corridor' });
  const newest = await here.report();
  // Newer than whatever the attempts report, so that they stay on the first page of what is newest first.
  for (const id of [newest, forStaff]) await here.age(id, -60);
  const neighbourId = (await here.as('neighbour', 'GET', '/api/me')).body.id;
  const followed = await here.report();
  await here.as('neighbour', 'PUT', `/api/incidents/${followed}/follow`);
  const called = await here.as(
    'communityWorker',
    'POST',
    '/api/incidents/for-resident',
    here.reportBody({ caller: { name: '打电话的人' } }),
  );

  const detail = (name: string, id: string, visible: (visitor: Visitor) => boolean): Attempt => ({
    name,
    prepare: async (visitor) => ({
      path: `/api/incidents/${id}`,
      check: ({ status, body }) => {
        if (status !== 200) return null;
        const full = isStaff(visitor) || isReporter(visitor);
        if (!isStaff(visitor) && body.reporterName !== null) return 'says who reported';
        if (!full && (body.description !== null || body.photos.length > 0))
          return 'shows words that are not public';
        return full && body.description === null ? 'hides the words' : null;
      },
    }),
    outcome: (visitor) => (visible(visitor) ? { status: 200 } : NOT_FOUND),
  });

  /** For neighbours it is enough to be signed in; the reporter hears anyway and need not follow. */
  const following = (what: 'follow' | 'unfollow'): Attempt[] => {
    const own: Outcome = what === 'follow' ? { status: 409, code: 'incident/own-report' } : { status: 200 };
    const on = (name: string, id: string, visible: (visitor: Visitor) => boolean): Attempt => ({
      name,
      prepare: async () => ({
        path: `/api/incidents/${id}/follow`,
        check: ({ body }) => (body.following === (what === 'follow') ? null : 'says the opposite'),
      }),
      outcome: (visitor) => (isReporter(visitor) ? own : visible(visitor) ? { status: 200 } : NOT_FOUND),
    });
    return [on('for neighbours', forNeighbours, () => true), on('for staff', forStaff, isStaff)];
  };
  const nearPath = (categoryCode: string) =>
    `/api/incidents/near?categoryCode=${categoryCode}&buildingId=${town.near.buildingId}`;

  return {
    'GET /api/incident-categories': open('/api/incident-categories'),
    'POST /api/incidents': [
      always({ status: 201 }, () => ({ path: '/api/incidents', body: here.reportBody() })),
    ],
    'GET /api/incidents/public': [
      listed(`/api/incidents/public?communityId=${town.near.id}&limit=50`, newest, () => true),
      listed(`/api/incidents/public?communityId=${town.near.id}&limit=50`, forStaff, () => false),
      listed(`/api/incidents/public?communityId=${town.far.id}&limit=50`, newest, () => false),
    ],
    'GET /api/incidents/near': [
      listed(nearPath('corridor'), nearby, () => true),
      listed(nearPath('noise'), forNeighbours, (visitor) => visitor.personId !== null),
      listed(nearPath('help'), forStaff, (visitor) => isStaff(visitor) || isReporter(visitor)),
    ],
    'GET /api/incidents/followed': [
      listed('/api/incidents/followed?limit=50', followed, (visitor) => visitor.personId === neighbourId),
    ],
    'PUT /api/incidents/{id}/follow': following('follow'),
    'DELETE /api/incidents/{id}/follow': following('unfollow'),
    'GET /api/incidents/mine': [listed('/api/incidents/mine?limit=50', forStaff, isReporter)],
    'GET /api/incidents/workbench': [
      listed('/api/incidents/workbench?limit=50', seen, inScope('incident.workbench')),
    ],
    'GET /api/incidents': [listed('/api/incidents?tab=all&pageSize=100', newest, inScope('incident.queue'))],
    'POST /api/incidents/for-resident': [
      {
        prepare: async () => ({
          path: '/api/incidents/for-resident',
          body: here.reportBody({ caller: { name: '打电话的人' } }),
        }),
        outcome: (visitor) =>
          inScope('incident.report_for')(visitor)
            ? { status: 201 }
            : { status: 403, code: 'incident/outside-your-area' },
      },
    ],
    'GET /api/incidents/by-code/{code}': [
      always({ status: 200 }, () => ({
        path: `/api/incidents/by-code/${called.body.followCode}`,
        check: ({ body }) =>
          body.reporterName === null && body.allowedActions.length === 0 ? null : 'says or lets do too much',
      })),
    ],
    'GET /api/incidents/{id}': [
      detail('public', seen, () => true),
      detail('for neighbours', forNeighbours, (visitor) => visitor.personId !== null),
      detail('for staff', forStaff, (visitor) => isStaff(visitor) || isReporter(visitor)),
    ],
    'GET /api/incidents/{id}/clock-report': [
      {
        prepare: async () => ({ path: `/api/incidents/${seen}/clock-report` }),
        outcome: (visitor) => (inScope('incident.queue')(visitor) ? { status: 200 } : NOT_FOUND),
      },
    ],
    'GET /api/incidents/{id}/usual-helper': [
      {
        prepare: async () => ({ path: `/api/incidents/${seen}/usual-helper` }),
        outcome: (visitor) => (inScope('incident.dispatch')(visitor) ? { status: 200 } : NOT_FOUND),
      },
    ],
  };
}
