import { type Attempt, always, type Outcome, type RouteTable, type Try } from './attempts.js';
import { putInInbox } from './messages.js';
import type { Neighbourhood } from './neighbourhood.js';
import { newId } from './new-id.js';
import type { Standings } from './standings.js';

/** The routes by which people are told things, and by which the ways to tell them are set up. */
export async function messageRoutes(
  here: Neighbourhood,
  { isReporter, reporterId, inCommunity }: Standings,
): Promise<RouteTable> {
  const { database, town } = here;
  // Dated ahead, so that it stays on the first page however much the other tries make people hear.
  const at = new Date(Date.now() + 3_600_000);
  const messageId = await putInInbox(database, reporterId, { title: '只有本人看得到的话', at });
  const group = `/api/communities/${town.near.id}/staff-group`;
  const ofTheCommunity = (inside: Outcome, make: () => Try): Attempt => ({
    prepare: async () => make(),
    outcome: (visitor) =>
      inCommunity('staff_group.configure')(visitor) ? inside : { status: 404, code: 'staff-group/not-found' },
  });

  return {
    'GET /api/inbox': [
      {
        prepare: async (visitor) => ({
          path: '/api/inbox?limit=50',
          check: ({ body }) => {
            const there = body.items.some((item: { id: string }) => item.id === messageId);
            return there === isReporter(visitor) ? null : "shows another's inbox, or hides one's own";
          },
        }),
        outcome: () => ({ status: 200 }),
      },
    ],
    'GET /api/inbox/count': [always({ status: 200 }, () => ({ path: '/api/inbox/count' }))],
    'POST /api/inbox/{id}/read': [
      {
        prepare: async () => ({ path: `/api/inbox/${messageId}/read` }),
        outcome: (visitor) =>
          isReporter(visitor) ? { status: 200 } : { status: 404, code: 'message/not-found' },
      },
    ],
    'POST /api/inbox/read-all': [always({ status: 200 }, () => ({ path: '/api/inbox/read-all', body: {} }))],
    'GET /api/me/message-settings': [always({ status: 200 }, () => ({ path: '/api/me/message-settings' }))],
    'PUT /api/me/message-settings': [
      always({ status: 200 }, () => ({ path: '/api/me/message-settings', body: {} })),
    ],
    'GET /api/me/wechat-subscriptions': [
      always({ status: 200 }, () => ({ path: '/api/me/wechat-subscriptions' })),
    ],
    'POST /api/me/wechat-subscriptions': [
      always({ status: 422, code: 'message/template-unknown' }, () => ({
        path: '/api/me/wechat-subscriptions',
        body: { id: newId(), answers: [{ templateId: 'unknown-template', answer: 'accept' }] },
      })),
    ],
    'GET /api/communities/{id}/staff-group': [ofTheCommunity({ status: 200 }, () => ({ path: group }))],
    'PUT /api/communities/{id}/staff-group': [
      ofTheCommunity({ status: 422, code: 'staff-group/not-configured' }, () => ({
        path: group,
        body: { enabled: true },
      })),
    ],
    'POST /api/communities/{id}/staff-group/test': [
      ofTheCommunity({ status: 422, code: 'staff-group/not-configured' }, () => ({ path: `${group}/test` })),
    ],
    'GET /api/deliveries/dead': [always({ status: 200 }, () => ({ path: '/api/deliveries/dead' }))],
    'POST /api/deliveries/dead/{id}/retry': [
      always({ status: 404, code: 'message/delivery-not-found' }, () => ({
        path: `/api/deliveries/dead/${newId()}/retry`,
      })),
    ],
  };
}
