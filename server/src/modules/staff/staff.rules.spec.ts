import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ROLES, type Role } from '@linli/shared';
import fc from 'fast-check';
import { mayAppoint, mustStayApart, overlap } from './staff.rules.js';

const here = { subdistrictId: 'street', communityId: 'here' };
const next = { subdistrictId: 'street', communityId: 'next' };
const far = { subdistrictId: 'far', communityId: 'far' };
const who = (role: Role, place: { subdistrictId: string | null; communityId: string | null }) => [
  { role, ...place },
];

/** Written down by hand: who appoints whom where. */
const APPOINTS: Record<string, { here: Role[]; next: Role[]; far: Role[] }> = {
  community_secretary: {
    here: ['building_captain', 'grid_worker', 'community_worker', 'co_helper'],
    next: [],
    far: [],
  },
  subdistrict_officer: {
    here: [
      ...(['building_captain', 'grid_worker', 'community_worker', 'co_helper'] as const),
      ...(['community_secretary', 'department_officer'] as const),
    ],
    next: [
      ...(['building_captain', 'grid_worker', 'community_worker', 'co_helper'] as const),
      ...(['community_secretary', 'department_officer'] as const),
    ],
    far: [],
  },
  personnel_admin: { here: [...ROLES], next: [...ROLES], far: [...ROLES] },
};

describe('who may appoint', () => {
  it('whom where', () => {
    for (const role of ROLES) {
      const wanted = APPOINTS[role] ?? { here: [], next: [], far: [] };
      for (const [name, place] of Object.entries({ here, next, far })) {
        const given = ROLES.filter((appointed) => mayAppoint(who(role, here), appointed, place));
        assert.deepEqual(given.sort(), [...wanted[name as 'here']].sort(), `${role} ${name}`);
      }
    }
  });

  it('an auditor is no administrator, and anything else may be held together', () => {
    const apart = ROLES.flatMap((one) =>
      ROLES.filter((other) => mustStayApart(one, other)).map((o) => `${one} ${o}`),
    );
    assert.deepEqual(apart.sort(), [
      'auditor personnel_admin',
      'auditor platform_admin',
      'personnel_admin auditor',
      'platform_admin auditor',
    ]);
  });
});

describe('two times', () => {
  const span = fc
    .record({ from: fc.nat(50), length: fc.integer({ min: 0, max: 30 }), open: fc.boolean() })
    .map(({ from, length, open }) => ({
      fromAt: new Date(from),
      toAt: open ? null : new Date(from + length),
    }));

  it('overlap exactly when some moment lies in both', () => {
    fc.assert(
      fc.property(span, span, (one, other) => {
        const holds = ({ fromAt, toAt }: typeof one, at: number) =>
          fromAt.getTime() <= at && (toAt === null || at < toAt.getTime());
        const shared = Array.from({ length: 120 }, (_, at) => at).some(
          (at) => holds(one, at) && holds(other, at),
        );
        assert.equal(overlap(one, other), shared);
        assert.equal(overlap(other, one), shared);
      }),
      { seed: 4, numRuns: 500 },
    );
  });
});
