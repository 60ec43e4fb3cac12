import type { Permission } from '@linli/shared';
import { type Attempt, listed, open, type RouteTable } from './attempts.js';
import type { Neighbourhood } from './neighbourhood.js';
import { newId } from './new-id.js';
import { CALL_US, noticeBody, writeNotice } from './notices.js';
import type { Standings } from './standings.js';

/** What a community tells those who live in it: read by everybody, written and decided by its own staff. */
export async function noticeRoutes(here: Neighbourhood, { inCommunity }: Standings): Promise<RouteTable> {
  const { near } = here.town;
  const published = await writeNotice(here);
  const waiting = await writeNotice(here, { body: CALL_US });
  const NOT_FOUND = { status: 404, code: 'notice/not-found' };
  const desk = inCommunity('notice.desk');

  /** On a fresh one that waits. Refused tries share one, which must stay as it was. */
  const action = (name: string, permission: Permission, body: object): Attempt => ({
    prepare: async (_visitor, expected) => {
      const id = expected.status === 200 ? await writeNotice(here, { body: CALL_US }) : waiting;
      return { path: `/api/notices/${id}/${name}`, body: { actionId: newId(), ...body } };
    },
    outcome: (visitor) => (inCommunity(permission)(visitor) ? { status: 200 } : NOT_FOUND),
    afterwards: async () => {
      const traces = await here.database.query('select id from notice_action where notice_id = ?', [waiting]);
      return traces.length === 1 ? null : 'a refused action left a trace';
    },
  });

  return {
    'GET /api/notices': open(`/api/notices?communityId=${near.id}`),
    'GET /api/notices/desk': [listed('/api/notices/desk?pageSize=100', published, desk)],
    'GET /api/notices/audience': [
      {
        prepare: async () => ({ path: `/api/notices/audience?communityId=${near.id}&reach=community` }),
        outcome: (visitor) =>
          inCommunity('notice.write')(visitor)
            ? { status: 200 }
            : { status: 403, code: 'notice/outside-your-area' },
      },
    ],
    'GET /api/notices/{id}': [
      {
        name: 'published',
        prepare: async (visitor) => ({
          path: `/api/notices/${published}`,
          check: ({ body }) =>
            (body.desk !== null) === desk(visitor) ? null : 'who reads what is for staff',
        }),
        outcome: () => ({ status: 200 }),
      },
      {
        name: 'waiting',
        prepare: async () => ({ path: `/api/notices/${waiting}` }),
        outcome: (visitor) => (desk(visitor) ? { status: 200 } : NOT_FOUND),
      },
    ],
    'POST /api/notices': [
      {
        prepare: async () => ({ path: '/api/notices', body: noticeBody(here) }),
        outcome: (visitor) =>
          inCommunity('notice.write')(visitor)
            ? { status: 201 }
            : { status: 403, code: 'notice/outside-your-area' },
      },
    ],
    'POST /api/notices/{id}/let-through': [action('let-through', 'notice.let_through', {})],
    'POST /api/notices/{id}/withdraw': [action('withdraw', 'notice.withdraw', { reason: '写错了' })],
    'POST /api/notices/{id}/read': open(`/api/notices/${published}/read`),
  };
}
