import { always, open, type RouteTable } from './attempts.js';
import { newId } from './new-id.js';

/** One's own privacy: whoever asks is answered of themselves. */
export function privacyRoutes(): RouteTable {
  return {
    'GET /api/me/privacy': open('/api/me/privacy'),
    'GET /api/me/privacy/holdings': open('/api/me/privacy/holdings'),
    'POST /api/me/privacy/agreement': [
      always({ status: 409, code: 'privacy/notice-moved-on' }, () => ({
        path: '/api/me/privacy/agreement',
        body: { id: newId(), version: 'long-ago', age: 'from_14', way: 'browser' },
      })),
    ],
    'POST /api/me/privacy/consents/{kind}': [
      always({ status: 200 }, () => ({
        path: '/api/me/privacy/consents/publishing',
        body: { id: newId(), given: true, way: 'browser' },
      })),
    ],
  };
}
