import { always, open, type RouteTable } from './attempts.js';
import type { Neighbourhood } from './neighbourhood.js';
import { newId } from './new-id.js';
import type { Visitor } from './visitors.js';

/** One's own privacy: whoever asks is answered of themselves. What changes a person for good is tried in the privacy spec. */
export function privacyRoutes(here: Neighbourhood): RouteTable {
  let phones = 0;
  const nextPhone = () => `137${String(++phones).padStart(8, '0')}`;
  const mine = (path: string, outcome: { status: number; code?: string }, body: () => object) =>
    always(outcome, () => ({ path: `/api/me/privacy/${path}`, body: body() }));
  const guardian = () => ({
    ...{ id: newId(), name: '张三', relation: 'mother', phone: nextPhone(), code: '123456' },
  });
  return {
    'GET /api/me/privacy': open('/api/me/privacy'),
    'GET /api/me/privacy/holdings': open('/api/me/privacy/holdings'),
    'POST /api/me/privacy/agreement': [
      mine('agreement', { status: 409, code: 'privacy/notice-moved-on' }, () => ({
        ...{ id: newId(), version: 'long-ago', age: 'from_14', way: 'browser' },
      })),
    ],
    'POST /api/me/privacy/consents/{kind}': [
      mine('consents/notice', { status: 409, code: 'privacy/agree-by-reading' }, () => ({
        id: newId(),
        given: true,
        way: 'browser',
      })),
    ],
    'POST /api/me/privacy/name': [
      {
        prepare: async (visitor) => ({
          path: '/api/me/privacy/name',
          body: { name: inOffice(visitor) ? '改名' : await nameOf(here, visitor.personId) },
        }),
        outcome: (visitor) =>
          inOffice(visitor) ? { status: 409, code: 'privacy/name-is-registered' } : { status: 200 },
      },
    ],
    'POST /api/me/privacy/phone/codes': [
      mine('phone/codes', { status: 201 }, () => ({ phone: nextPhone() })),
    ],
    'POST /api/me/privacy/phone': [
      mine('phone', { status: 401, code: 'auth/code-wrong' }, () => ({ phone: nextPhone(), code: '123456' })),
    ],
    'POST /api/me/privacy/exports': [mine('exports', { status: 200 }, () => ({ id: newId() }))],
    'POST /api/me/privacy/erasure': [
      {
        prepare: async () => ({ path: '/api/me/privacy/erasure', body: { id: newId() } }),
        // Who is on leave or begins in an hour still has an office to give back.
        outcome: ({ appointments }) =>
          appointments.some(({ ended }) => !ended)
            ? { status: 409, code: 'privacy/cannot-leave-yet' }
            : { status: 200 },
        // Nobody has left when everybody has tried: the cooling-off lasts.
        afterwards: async () => {
          await here.database.query('delete from privacy_erasure');
          const [gone] = await here.database.query('select id from person where erased_at is not null');
          return gone === undefined ? null : 'somebody is gone at once';
        },
      },
    ],
    'POST /api/me/privacy/erasure/cancel': [
      mine('erasure/cancel', { status: 409, code: 'privacy/not-leaving' }, () => ({ id: newId() })),
    ],
    'POST /api/me/privacy/guardian/codes': [
      mine('guardian/codes', { status: 409, code: 'privacy/no-guardian-needed' }, () => ({
        phone: nextPhone(),
      })),
    ],
    'POST /api/me/privacy/guardian': [
      mine('guardian', { status: 409, code: 'privacy/no-guardian-needed' }, guardian),
    ],
    'POST /api/privacy/guardian/codes': [
      always(
        { status: 201 },
        () => ({ path: '/api/privacy/guardian/codes', body: { phone: nextPhone() } }),
        true,
      ),
    ],
    'POST /api/privacy/guardian/children': [
      always(
        { status: 401, code: 'auth/code-wrong' },
        () => ({ path: '/api/privacy/guardian/children', body: { phone: nextPhone(), code: '123456' } }),
        true,
      ),
    ],
    'POST /api/privacy/guardian/withdraw': [
      always(
        { status: 401, code: 'privacy/guardian-ticket-over' },
        () => ({ path: '/api/privacy/guardian/withdraw', body: { ticket: 'x', id: newId() } }),
        true,
      ),
    ],
    'GET /api/privacy/exports/{id}/{format}': [
      always({ status: 404, code: 'privacy/export-over' }, () => ({
        path: `/api/privacy/exports/${newId()}/json?expires=1&signature=x`,
      })),
    ],
  };
}

/** Who is on leave or begins in an hour is known by the registered name as well. */
const inOffice = ({ appointments }: Visitor) => appointments.some(({ ended }) => !ended);

async function nameOf(here: Neighbourhood, personId: string | null): Promise<string> {
  const [person] = await here.database.query<{ name: string }>('select name from person where id = ?', [
    personId ?? '',
  ]);
  // As much of it as a name may be long.
  return person?.name.slice(0, 20) ?? '谁';
}
