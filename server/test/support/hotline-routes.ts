import type { Permission } from '@linli/shared';
import { type Attempt, always, listed, type Outcome, type RouteTable } from './attempts.js';
import { enterOrder, orderBody } from './hotline.js';
import type { Neighbourhood } from './neighbourhood.js';
import { newId } from './new-id.js';
import { sheetOf, uploadOf } from './sheets.js';
import type { Standings } from './standings.js';

const NOT_FOUND: Outcome = { status: 404, code: 'hotline/not-found' };
const ELSEWHERE: Outcome = { status: 403, code: 'hotline/outside-your-communities' };

/** The routes of the city hotline's orders: the community's staff, and their subdistrict to look. */
export async function hotlineRoutes(here: Neighbourhood, { inCommunity }: Standings): Promise<RouteTable> {
  const orderId = await enterOrder(here);
  const communityId = here.town.near.id;
  const theirs = (permission: Permission, inside: Outcome, outside: Outcome): Pick<Attempt, 'outcome'> => ({
    outcome: (visitor) => (inCommunity(permission)(visitor) ? inside : outside),
  });
  const file = await sheetOf([
    ['工单编号', '诉求内容', '办理时限'],
    ['M-1', '路灯不亮', '2099-01-01'],
  ]);

  return {
    'POST /api/hotline-orders': [
      {
        prepare: async () => ({ path: '/api/hotline-orders', body: orderBody(here) }),
        ...theirs('hotline.enter', { status: 201 }, ELSEWHERE),
      },
    ],
    'POST /api/hotline-orders/imports': [
      {
        prepare: async () => ({
          path: `/api/hotline-orders/imports?communityId=${communityId}&dryRun=true`,
          body: uploadOf(newId(), file),
        }),
        ...theirs('hotline.enter', { status: 200 }, ELSEWHERE),
      },
    ],
    'GET /api/hotline-orders': [
      listed('/api/hotline-orders?state=to_handle&q=MATRIX', orderId, inCommunity('hotline.list')),
    ],
    'GET /api/hotline-orders/export': [
      always({ status: 200 }, () => ({ path: '/api/hotline-orders/export' })),
    ],
    'GET /api/hotline-orders/template': [
      always({ status: 200 }, () => ({ path: '/api/hotline-orders/template' })),
    ],
    'GET /api/hotline-orders/{id}': [
      {
        prepare: async (visitor) => ({
          path: `/api/hotline-orders/${orderId}`,
          check: ({ body }) =>
            (body.callerPhone !== null) === inCommunity('hotline.reply')(visitor)
              ? null
              : 'the caller’s number',
        }),
        ...theirs('hotline.list', { status: 200 }, NOT_FOUND),
      },
    ],
    'POST /api/hotline-orders/{id}/reply': [
      {
        prepare: async () => ({
          path: `/api/hotline-orders/${orderId}/reply`,
          body: { actionId: newId(), replyText: '已经修好' },
        }),
        ...theirs('hotline.reply', { status: 409, code: 'hotline/wrong-state' }, NOT_FOUND),
      },
    ],
    'POST /api/hotline-orders/{id}/report-back': [
      {
        prepare: async () => ({
          path: `/api/hotline-orders/${orderId}/report-back`,
          body: { actionId: newId() },
        }),
        ...theirs('hotline.report_back', { status: 409, code: 'hotline/wrong-state' }, NOT_FOUND),
      },
    ],
  };
}
