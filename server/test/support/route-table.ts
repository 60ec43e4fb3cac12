import { type IncidentDifficulty, type Permission, roleMay } from '@linli/shared';
import type { Answer } from './api.js';
import { messageRoutes } from './message-routes.js';
import { type Neighbourhood, picture } from './neighbourhood.js';
import { newId } from './new-id.js';
import { taskRoutes } from './task-routes.js';
import { reachesNear, type Visitor } from './visitors.js';

/** What one try of a route should come to, once the permission itself lets the visitor in. */
export interface Outcome {
  status: number;
  /** The problem's code, where it is a refusal. */
  code?: string;
}

export interface Try {
  path: string;
  body?: unknown;
  /** Further things the answer must hold; gives back what is wrong. */
  check?: (answer: Answer) => string | null;
}

/** One way of trying a route. */
export interface Attempt {
  name?: string;
  /** The proof is in the request, so an old access token is not looked at. */
  tokenIgnored?: boolean;
  prepare(visitor: Visitor, expected: Outcome): Promise<Try>;
  /** How the thing's place and owner decide, for whoever holds the permission. */
  outcome(visitor: Visitor): Outcome;
  /** What must still be true when everybody has tried; gives back what is wrong. */
  afterwards?(): Promise<string | null>;
}

export type RouteTable = Record<string, Attempt[]>;

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

const NOT_FOUND: Outcome = { status: 404, code: 'incident/not-found' };

/** Every route of the application, each with what somebody inside, outside or uninvolved should get from it. */
export async function routeTable(here: Neighbourhood): Promise<RouteTable> {
  const { town } = here;
  const always = (
    outcome: Outcome,
    make: (visitor: Visitor) => Try | Promise<Try>,
    tokenIgnored = false,
  ): Attempt => ({
    tokenIgnored,
    prepare: async (visitor) => make(visitor),
    outcome: () => outcome,
  });
  const open = (path: string) => [always({ status: 200 }, () => ({ path }))];
  const isReporter = (visitor: Visitor) => visitor.personId === reporterId;
  const isStaff = (visitor: Visitor) =>
    reachesNear(visitor, 'incident.workbench', town) || reachesNear(visitor, 'incident.queue', town);

  const photo = (await here.upload('reporter', await picture())).body;
  const seen = await here.report({ description: '只有该看的人看得到的话', photoIds: [photo.id] });
  const forNeighbours = await here.report({ categoryCode: 'noise' });
  const forStaff = await here.report({ categoryCode: 'help' });
  const nearby = await here.report({ categoryCode: 'corridor' });
  const newest = await here.report();
  // Newer than whatever the attempts report, so that they stay on the first page of what is newest first.
  for (const id of [newest, forStaff]) await here.age(id, -60);
  const [reporter] = await here.database.query<{ id: string }>(
    "select id from person where demo_key = 'reporter'",
  );
  const reporterId = reporter?.id;
  const neighbourId = (await here.as('neighbour', 'GET', '/api/me')).body.id;
  const followed = await here.report();
  await here.as('neighbour', 'PUT', `/api/incidents/${followed}/follow`);
  const called = await here.as(
    'communityWorker',
    'POST',
    '/api/incidents/for-resident',
    here.reportBody({ caller: { name: '打电话的人' } }),
  );
  const photoUrl = new URL(photo.url, here.base);

  /** An action on an incident that has come as far as `after`. Refused tries share one, which must stay as it was. */
  const action = async (
    name: string,
    after: 'report' | 'accept' | 'judge' | 'dispatch' | 'resolve',
    mine: (visitor: Visitor) => boolean,
    body: object = {},
    more: { difficulty?: IncidentDifficulty; besides?: (id: string) => Promise<unknown> } = {},
  ): Promise<Attempt[]> => {
    const fresh = async () => {
      const id = after === 'report' ? await here.report() : await here.reach(after, more.difficulty);
      await more.besides?.(id);
      return id;
    };
    const shared = await fresh();
    const untouched = JSON.stringify(await timelineOf(shared));
    return [
      {
        prepare: async (_visitor, expected) => ({
          path: `/api/incidents/${expected.status === 200 ? await fresh() : shared}/${name}`,
          body: { actionId: newId(), ...body },
        }),
        outcome: (visitor) => (mine(visitor) ? { status: 200 } : NOT_FOUND),
        afterwards: async () =>
          JSON.stringify(await timelineOf(shared)) === untouched ? null : 'a refused action left a trace',
      },
    ];
  };
  const timelineOf = (id: string) =>
    here.database.query('select id, action from incident_action where incident_id = ? order by id', [id]);
  /** Every grid worker of the near community, not the first grid's alone: organisations serve a whole community. */
  const dispatchesInNear = ({ appointments }: Visitor) =>
    appointments.some(
      ({ role, communityId, ended }) =>
        !ended && communityId === town.near.id && roleMay(role, 'incident.dispatch'),
    );
  const isAdmin = (visitor: Visitor) =>
    visitor.appointments.some(({ role, ended }) => !ended && role === 'platform_admin');
  const configuresNear = (visitor: Visitor) =>
    isAdmin(visitor) || reachesNear(visitor, 'clock.configure', town);
  const askToHold = (id: string) => here.act('worker', id, 'request-hold', { reason: '等灯具到货' });
  const inScope = (permission: Permission) => (visitor: Visitor) => reachesNear(visitor, permission, town);

  const listed = (path: string, id: string, expected: (visitor: Visitor) => boolean): Attempt => ({
    prepare: async (visitor) => ({
      path,
      check: (answer) => {
        const there = answer.body.items.some((item: { id: string }) => item.id === id);
        return there === expected(visitor)
          ? null
          : there
            ? 'shows what it must not'
            : 'misses what it must show';
      },
    }),
    outcome: () => ({ status: 200 }),
  });
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

  let phones = 0;
  const nextPhone = () => `138${String(++phones).padStart(8, '0')}`;
  const signIn = (path: string, outcome: Outcome, body: () => unknown | Promise<unknown>) => [
    always(outcome, async () => ({ path, body: await body() }), true),
  ];
  const session = async () => (await here.as(null, 'POST', '/api/auth/demo', { key: 'neighbour' })).body;

  return {
    'GET /api/health': [always({ status: 200 }, () => ({ path: '/api/health' }), true)],
    'GET /api/ready': [always({ status: 200 }, () => ({ path: '/api/ready' }), true)],

    'GET /api/wechat/messages': [
      always({ status: 403, code: 'content/message-forged' }, () => ({ path: '/api/wechat/messages' }), true),
    ],
    'POST /api/wechat/messages': [
      always(
        { status: 403, code: 'content/message-forged' },
        () => ({ path: '/api/wechat/messages?signature=0&timestamp=1&nonce=2', body: { trace_id: 'x' } }),
        true,
      ),
    ],

    'GET /api/auth/demo-people': [always({ status: 200 }, () => ({ path: '/api/auth/demo-people' }), true)],
    'POST /api/auth/demo': signIn('/api/auth/demo', { status: 200 }, () => ({ key: 'neighbour' })),
    'POST /api/auth/wechat': signIn('/api/auth/wechat', { status: 503, code: 'auth/wechat-busy' }, () => ({
      code: 'x',
    })),
    'POST /api/auth/phone-codes': signIn('/api/auth/phone-codes', { status: 201 }, () => ({
      phone: nextPhone(),
    })),
    'POST /api/auth/phone': signIn('/api/auth/phone', { status: 401, code: 'auth/code-wrong' }, () => ({
      phone: nextPhone(),
      code: '123456',
    })),
    'POST /api/auth/password': signIn(
      '/api/auth/password',
      { status: 401, code: 'auth/password-wrong' },
      () => ({
        account: newId(),
        password: 'x',
      }),
    ),
    'POST /api/auth/refresh': signIn('/api/auth/refresh', { status: 200 }, async () => ({
      refreshToken: (await session()).refreshToken,
    })),
    'POST /api/auth/logout': signIn('/api/auth/logout', { status: 204 }, async () => ({
      refreshToken: (await session()).refreshToken,
    })),
    'GET /api/me': [
      {
        prepare: async (visitor) => ({
          path: '/api/me',
          check: ({ body }) => (body.id === visitor.personId ? null : 'tells of somebody else'),
        }),
        outcome: () => ({ status: 200 }),
      },
    ],
    'POST /api/me/phone/wechat': [
      always({ status: 503, code: 'auth/wechat-busy' }, () => ({
        path: '/api/me/phone/wechat',
        body: { code: 'x' },
      })),
    ],

    'GET /api/communities': open('/api/communities'),
    'GET /api/communities/{id}/map': open(`/api/communities/${town.near.id}/map`),
    'GET /api/communities/{id}/overview': open(`/api/communities/${town.near.id}/overview`),
    'GET /api/places/{code}': open(`/api/places/${town.near.placeCode}`),
    'GET /api/locate': open(
      `/api/locate?lng=${town.near.grids[0].point.lng}&lat=${town.near.grids[0].point.lat}&system=gcj02`,
    ),

    'POST /api/photos': [
      always({ status: 201 }, async () => {
        const form = new FormData();
        form.set('id', newId());
        form.set('file', new Blob([new Uint8Array(await picture())], { type: 'image/jpeg' }), 'photo.jpg');
        return { path: '/api/photos', body: form };
      }),
    ],
    'GET /api/photos/{id}/{variant}': [
      always({ status: 200 }, () => ({ path: photoUrl.pathname + photoUrl.search })),
      always({ status: 403, code: 'photo/link-expired' }, () => ({
        path:
          photoUrl.pathname +
          photoUrl.search.replace(/signature=./, (s) => `signature=${s.endsWith('A') ? 'B' : 'A'}`),
      })),
    ],

    'GET /api/organisations': [
      {
        prepare: async () => ({ path: `/api/organisations?communityId=${town.near.id}` }),
        outcome: (visitor) =>
          dispatchesInNear(visitor) ? { status: 200 } : { status: 404, code: 'area/community-not-found' },
      },
    ],

    'POST /api/live/tickets': [always({ status: 201 }, () => ({ path: '/api/live/tickets' }))],
    // With a good ticket the answer never ends; live.e2e-spec.ts listens to it.
    'GET /api/live': [
      always({ status: 401, code: 'live/ticket-invalid' }, () => ({ path: '/api/live?ticket=x' }), true),
    ],
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

    'GET /api/effects/dead': open('/api/effects/dead'),
    'POST /api/effects/dead/{id}/retry': [
      always({ status: 404, code: 'effects/not-found' }, () => ({
        path: `/api/effects/dead/${newId()}/retry`,
      })),
    ],

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
        outcome: (visitor) => (reachesNear(visitor, 'incident.queue', town) ? { status: 200 } : NOT_FOUND),
      },
    ],
    'POST /api/incidents/{id}/accept': await action('accept', 'report', inScope('incident.accept')),
    'POST /api/incidents/{id}/judge': await action('judge', 'accept', inScope('incident.judge'), {
      difficulty: 'simple',
    }),
    'POST /api/incidents/{id}/dispatch': await action('dispatch', 'judge', inScope('incident.dispatch'), {
      route: 'self',
    }),
    'POST /api/incidents/{id}/publish': await action('publish', 'report', inScope('incident.publish')),
    'POST /api/incidents/{id}/resolve': await action('resolve', 'dispatch', inScope('incident.resolve'), {
      note: '换了灯泡',
      photoIds: [],
    }),
    'POST /api/incidents/{id}/confirm': await action('confirm', 'resolve', isReporter, { rating: 5 }),
    'POST /api/incidents/{id}/dispute': await action('dispute', 'resolve', isReporter, { note: '还是不亮' }),
    'POST /api/incidents/{id}/plan': await action(
      'plan',
      'judge',
      inScope('incident.plan'),
      { dueAt: new Date(Date.now() + 86_400_000).toISOString(), note: '请厂家来换' },
      { difficulty: 'hard' },
    ),
    'POST /api/incidents/{id}/request-hold': await action(
      'request-hold',
      'dispatch',
      inScope('incident.request_hold'),
      { reason: '等灯具到货' },
    ),
    'POST /api/incidents/{id}/approve-hold': await action(
      'approve-hold',
      'dispatch',
      inScope('incident.approve_hold'),
      {},
      { besides: askToHold },
    ),
    'POST /api/incidents/{id}/refuse-hold': await action(
      'refuse-hold',
      'dispatch',
      inScope('incident.refuse_hold'),
      { reason: '今天就能办' },
      { besides: askToHold },
    ),
    'POST /api/incidents/{id}/resume': await action(
      'resume',
      'dispatch',
      inScope('incident.resume'),
      {},
      {
        besides: async (id) => {
          await askToHold(id);
          await here.act('communityWorker', id, 'approve-hold');
        },
      },
    ),
    'POST /api/incidents/{id}/reject': await action('reject', 'report', inScope('incident.reject'), {
      reason: '不归社区管',
    }),
    'POST /api/incidents/{id}/merge': await action('merge', 'report', inScope('incident.merge'), {
      intoId: await here.report(),
    }),
    'POST /api/incidents/{id}/check-back': await action(
      'check-back',
      'resolve',
      inScope('incident.check_back'),
      { outcome: 'satisfied', note: '电话里说好了' },
    ),

    ...(await taskRoutes(here, { listed, isStaff, reporterId: reporterId ?? '' })),
    ...(await messageRoutes(here)),
  };
}
