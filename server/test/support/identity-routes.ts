import { always, type Outcome, type RouteTable } from './attempts.js';
import type { Neighbourhood } from './neighbourhood.js';
import { newId } from './new-id.js';

const TICKET_OVER: Outcome = { status: 401, code: 'auth/ticket-over' };

/** The ways in and out, and who one is. */
export function identityRoutes(here: Neighbourhood): RouteTable {
  let phones = 0;
  const nextPhone = () => `138${String(++phones).padStart(8, '0')}`;
  const signIn = (path: string, outcome: Outcome, body: () => unknown | Promise<unknown>) => [
    always(outcome, async () => ({ path, body: await body() }), true),
  ];
  const session = async () => (await here.as(null, 'POST', '/api/auth/demo', { key: 'neighbour' })).body;

  return {
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
    'POST /api/auth/second-step': signIn('/api/auth/second-step', TICKET_OVER, () => ({
      ticket: 'x',
      code: '1',
    })),
    'POST /api/auth/first-change': signIn('/api/auth/first-change', TICKET_OVER, () => ({
      ticket: 'x',
      password: 'x',
    })),
    'POST /api/auth/enrolment': signIn('/api/auth/enrolment', TICKET_OVER, () => ({ ticket: 'x' })),
    'POST /api/auth/enrolment/confirm': signIn('/api/auth/enrolment/confirm', TICKET_OVER, () => ({
      ticket: 'x',
      code: '1',
    })),
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
  };
}
