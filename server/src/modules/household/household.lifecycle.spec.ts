import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  HOME_RELATIONS,
  type HomeRelation,
  MEMBER_ACTIONS,
  MEMBER_STATES,
  type MemberAction,
  type MemberState,
} from '@linli/shared';
import fc from 'fast-check';
import { type MemberStanding, memberMay, memberSeenBy } from './household.lifecycle.js';

const NOBODY: MemberStanding = { self: false, owner: false, captain: false, staff: false };
const WRONG = 'household/wrong-state';
const NOT_YOURS = 'household/not-yours';
const GONE = 'household/not-found';
const OWN = 'household/own-claim';

/** What every action comes to from every state, for who may do it. */
const TABLE: Record<MemberAction, Record<MemberState, MemberState | string>> = {
  confirm: { claimed: 'confirmed', confirmed: WRONG, refused: WRONG, withdrawn: WRONG, ended: WRONG },
  refuse: { claimed: 'refused', confirmed: WRONG, refused: WRONG, withdrawn: WRONG, ended: WRONG },
  withdraw: { claimed: 'withdrawn', confirmed: WRONG, refused: WRONG, withdrawn: WRONG, ended: WRONG },
  change_living: { claimed: WRONG, confirmed: 'confirmed', refused: WRONG, withdrawn: WRONG, ended: WRONG },
  move_out: { claimed: WRONG, confirmed: 'ended', refused: WRONG, withdrawn: WRONG, ended: WRONG },
  end: { claimed: WRONG, confirmed: 'ended', refused: WRONG, withdrawn: WRONG, ended: WRONG },
};
const MAY: Record<MemberAction, readonly (keyof MemberStanding)[]> = {
  confirm: ['captain', 'staff'],
  refuse: ['captain', 'staff'],
  withdraw: ['self'],
  change_living: ['self', 'staff'],
  move_out: ['self'],
  end: ['owner', 'staff'],
};

const outcome = (
  state: MemberState,
  action: MemberAction,
  standing: MemberStanding,
  relation: HomeRelation = 'tenant',
) => {
  const decision = memberMay({ state, relation }, action, standing);
  return decision.ok ? decision.to : decision.problem.code;
};

function expected(state: MemberState, action: MemberAction, who: keyof MemberStanding | null): string {
  if (who === null) return GONE;
  if (who === 'owner' && state !== 'confirmed' && state !== 'ended') return GONE;
  if (MAY[action].includes(who)) return TABLE[action][state];
  return who === 'self' ? OWN : NOT_YOURS;
}

describe('the life of a household membership', () => {
  it('goes as the table says, for every state, action and standing', () => {
    for (const state of MEMBER_STATES) {
      for (const action of MEMBER_ACTIONS) {
        for (const who of [null, 'self', 'owner', 'captain', 'staff'] as const) {
          const standing = who === null ? NOBODY : { ...NOBODY, [who]: true };
          assert.equal(
            outcome(state, action, standing),
            expected(state, action, who),
            `${state} ${action} ${who}`,
          );
        }
      }
    }
  });

  it('never lets anybody confirm, refuse or end what is their own, whatever else they are', () => {
    const standings = fc.record({ owner: fc.boolean(), captain: fc.boolean(), staff: fc.boolean() });
    const cases = [
      standings,
      fc.constantFrom(...MEMBER_STATES),
      fc.constantFrom('confirm' as const, 'refuse' as const, 'end' as const),
    ] as const;
    fc.assert(
      fc.property(...cases, (others, state, action) => {
        assert.equal(outcome(state, action, { ...others, self: true }), OWN);
      }),
      { seed: 4, numRuns: 200 },
    );
  });

  it('lets an owner see and end tenants and family of their home, never another owner, never a mere claim', () => {
    const owner = { ...NOBODY, owner: true };
    for (const relation of HOME_RELATIONS) {
      const ends = relation === 'owner' ? NOT_YOURS : 'ended';
      assert.equal(outcome('confirmed', 'end', owner, relation), ends, relation);
      assert.equal(outcome('claimed', 'end', owner, relation), GONE, relation);
    }
    assert.equal(memberSeenBy('claimed', owner), false);
    assert.equal(memberSeenBy('confirmed', owner), true);
  });

  it('says to whoever comes second what has been done already', () => {
    const said = (state: MemberState, action: MemberAction) => {
      const decision = memberMay({ state, relation: 'owner' }, action, { ...NOBODY, captain: true });
      return decision.ok ? '' : decision.problem.title;
    };
    assert.match(said('confirmed', 'confirm'), /已经有人确认/);
    assert.match(said('refused', 'refuse'), /已经有人答复/);
    assert.match(said('withdrawn', 'confirm'), /「已撤回」/);
  });
});
