import type { Permission } from '@linli/shared';
import { type Attempt, always, type Outcome, type RouteTable } from './attempts.js';
import { homeRow, homeSheet } from './homes.js';
import type { Neighbourhood } from './neighbourhood.js';
import { newId } from './new-id.js';
import { uploadOf } from './sheets.js';
import type { Standings } from './standings.js';

const NOT_FOUND: Outcome = { status: 404, code: 'home/not-found' };
const NO_IMPORT: Outcome = { status: 404, code: 'home/import-not-found' };
const ELSEWHERE: Outcome = { status: 403, code: 'home/outside-your-communities' };
const PHONE = '13900000077';

/** Homes and owners: the community's staff, nobody else. An import that is over stands for all its routes. */
export async function homeRoutes(here: Neighbourhood, { inScope }: Standings): Promise<RouteTable> {
  const { near } = here.town;
  const [, , , homeId] = near.homeIds;
  const ownerId = await here.town.addOwner(homeId, '矩阵业主', PHONE);
  const sent = await here.as(
    'communityWorker',
    'POST',
    `/api/home-imports?communityId=${near.id}`,
    uploadOf(newId(), await homeSheet(homeRow('202'))),
  );
  const importId = sent.body.id;
  await here.as('communityWorker', 'POST', `/api/home-imports/${importId}/abandon`, { actionId: newId() });
  const theirs = (permission: Permission, inside: Outcome, outside: Outcome): Pick<Attempt, 'outcome'> => ({
    // A file is the whole community's, so that somebody of one estate sends none.
    outcome: (visitor) =>
      inScope(permission)(visitor) &&
      (permission !== 'home.import' || visitor.appointments.every(({ estateId }) => !estateId))
        ? inside
        : outside,
  });
  const at = (
    path: string,
    permission: Permission,
    inside: Outcome,
    outside: Outcome,
    body?: () => unknown,
  ) => [
    {
      prepare: async () => ({
        path,
        ...(body === undefined ? {} : { body: body() }),
        check: ({ body }: { body: unknown }) =>
          !path.endsWith('/phone') && JSON.stringify(body).includes(PHONE)
            ? 'a whole telephone number'
            : null,
      }),
      ...theirs(permission, inside, outside),
    },
  ];
  const overAlready: Outcome = { status: 409, code: 'home/import-not-ready' };
  const home = `/api/homes/${homeId}`;

  return {
    'GET /api/homes': at(`/api/homes?communityId=${near.id}`, 'home.register', { status: 200 }, ELSEWHERE),
    'GET /api/homes/estates': at(
      `/api/homes/estates?communityId=${near.id}`,
      ...(['home.register', { status: 200 }, ELSEWHERE] as const),
    ),
    'GET /api/homes/{id}': at(home, 'home.register', { status: 200 }, NOT_FOUND),
    'POST /api/homes/{id}/transfer': at(
      `${home}/transfer`,
      ...(['home.register', { status: 422, code: 'home/shares-too-much' }, NOT_FOUND] as const),
      () => ({
        actionId: newId(),
        owners: ['甲', '乙'].map((name) => ({ name, ownerKind: 'person', share: '3/4' })),
      }),
    ),
    'POST /api/homes/{id}/owners/{ownerId}/correct': at(
      `${home}/owners/${ownerId}/correct`,
      ...(['home.register', { status: 200 }, NOT_FOUND] as const),
      () => ({ actionId: newId(), name: '矩阵业主', ownerKind: 'person' }),
    ),
    'POST /api/homes/{id}/describe': at(
      `${home}/describe`,
      ...(['home.register', { status: 200 }, NOT_FOUND] as const),
      () => ({ actionId: newId(), usage: 'residence' }),
    ),
    'GET /api/homes/{id}/owners/{ownerId}/phone': at(
      `${home}/owners/${ownerId}/phone`,
      ...(['home.register', { status: 200 }, NOT_FOUND] as const),
    ),
    'POST /api/home-imports': [
      {
        prepare: async () => ({
          path: `/api/home-imports?communityId=${near.id}`,
          body: new FormData(),
        }),
        ...theirs('home.import', { status: 400, code: 'request/invalid' }, ELSEWHERE),
      },
    ],
    'GET /api/home-imports': at(
      `/api/home-imports?communityId=${near.id}`,
      ...(['home.import', { status: 200 }, ELSEWHERE] as const),
    ),
    'GET /api/home-imports/template': [
      always({ status: 200 }, () => ({ path: '/api/home-imports/template' })),
    ],
    'GET /api/home-imports/{id}': at(
      `/api/home-imports/${importId}`,
      ...(['home.import', { status: 200 }, NO_IMPORT] as const),
    ),
    'GET /api/home-imports/{id}/problems': at(
      `/api/home-imports/${importId}/problems`,
      ...(['home.import', { status: 404, code: 'home/import-no-problems' }, NO_IMPORT] as const),
    ),
    'GET /api/home-imports/{id}/changes': at(
      `/api/home-imports/${importId}/changes`,
      ...(['home.import', { status: 404, code: 'home/import-no-changes' }, NO_IMPORT] as const),
    ),
    'POST /api/home-imports/{id}/confirm': at(
      `/api/home-imports/${importId}/confirm`,
      ...(['home.import', overAlready, NO_IMPORT] as const),
      () => ({ actionId: newId(), planHash: '0'.repeat(64) }),
    ),
    'POST /api/home-imports/{id}/abandon': at(
      `/api/home-imports/${importId}/abandon`,
      ...(['home.import', { status: 200 }, NO_IMPORT] as const),
      () => ({ actionId: newId() }),
    ),
  };
}
