import { always, open, type RouteTable } from './attempts.js';
import { newId } from './new-id.js';

/** What the machinery answers: health, what waits for another try, what is heard as it happens, WeChat's own calls. */
export function platformRoutes(): RouteTable {
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
    'POST /api/live/tickets': [always({ status: 201 }, () => ({ path: '/api/live/tickets' }))],
    // With a good ticket the answer never ends; live.e2e-spec.ts listens to it.
    'GET /api/live': [
      always({ status: 401, code: 'live/ticket-invalid' }, () => ({ path: '/api/live?ticket=x' }), true),
    ],
    'GET /api/effects/dead': open('/api/effects/dead'),
    'POST /api/effects/dead/{id}/retry': [
      always({ status: 404, code: 'effects/not-found' }, () => ({
        path: `/api/effects/dead/${newId()}/retry`,
      })),
    ],
  };
}
