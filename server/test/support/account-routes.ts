import { always, type RouteTable } from './attempts.js';
import type { Neighbourhood } from './neighbourhood.js';
import { newId } from './new-id.js';

const NONE = { status: 409, code: 'account/none' };
const OF_NONE = { status: 409, code: 'account/person-has-none' };

/** Accounts of the console, and everybody's own way in. The visitors came by the demo's cards and have no account. */
export async function accountRoutes(here: Neighbourhood): Promise<RouteTable> {
  const withAccount = await here.town.addPerson('account_holder');
  await here.town.addPasswordLogin(withAccount.id, 'account.holder', 'a password of theirs');
  const without = await here.town.addPerson('account_none');
  const own = (path: string, body: unknown) => [always(NONE, () => ({ path: `/api/me/${path}`, body }))];
  const theirs = (path: string, body: unknown = {}) => [
    always(OF_NONE, () => ({ path: `/api/accounts/${without.id}/${path}`, body })),
  ];
  return {
    'GET /api/accounts': [always({ status: 200 }, () => ({ path: '/api/accounts?pageSize=1' }))],
    'GET /api/accounts/{personId}': [
      always({ status: 200 }, () => ({ path: `/api/accounts/${withAccount.id}` })),
    ],
    'POST /api/accounts': [
      always({ status: 409, code: 'account/already-there' }, () => ({
        path: '/api/accounts',
        body: { id: newId(), personId: withAccount.id, account: 'another.one' },
      })),
    ],
    'POST /api/accounts/{personId}/reset-password': theirs('reset-password', { actionId: newId() }),
    'POST /api/accounts/{personId}/reset-second-step': theirs('reset-second-step'),
    'POST /api/accounts/{personId}/unlock': theirs('unlock'),
    'POST /api/accounts/{personId}/end-sessions': [
      always({ status: 204 }, () => ({ path: `/api/accounts/${without.id}/end-sessions`, body: {} })),
    ],
    'GET /api/me/security': [
      always({ status: 200 }, () => ({
        path: '/api/me/security',
        check: ({ body }) => (body.account === null ? null : 'tells of somebody else'),
      })),
    ],
    'POST /api/me/password': own('password', { currentPassword: 'x', newPassword: 'y' }),
    'POST /api/me/second-step': own('second-step', { password: 'x' }),
    'POST /api/me/second-step/confirm': [
      always({ status: 409, code: 'auth/enrolment-over' }, () => ({
        path: '/api/me/second-step/confirm',
        body: { code: '1' },
      })),
    ],
    'POST /api/me/second-step/remove': own('second-step/remove', { password: 'x', code: '1' }),
    'POST /api/me/second-step/recovery-codes': own('second-step/recovery-codes', { code: '1' }),
    'GET /api/me/sessions': [always({ status: 200 }, () => ({ path: '/api/me/sessions' }))],
    'POST /api/me/sessions/{id}/end': [
      always({ status: 404, code: 'account/session-unknown' }, () => ({
        path: `/api/me/sessions/${newId()}/end`,
        body: {},
      })),
    ],
    // Refused for its body: done, it would sign out the other sessions of whom this table plays.
    'POST /api/me/sessions/end-all': [
      always({ status: 400, code: 'request/invalid' }, () => ({
        path: '/api/me/sessions/end-all',
        body: { keepThis: 'perhaps' },
      })),
    ],
  };
}
