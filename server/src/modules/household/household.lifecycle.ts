import { type HomeRelation, MEMBER_STATE_LABELS, type MemberAction, type MemberState } from '@linli/shared';
import type { ProblemError } from '../../platform/http/problem.js';
import {
  memberConfirmedAlready,
  memberEndedAlready,
  memberNotFound,
  memberRefusedAlready,
  memberWrongState,
  notYoursToDo,
  ownClaim,
} from './household.errors.js';

/** What the acting person is to a membership; somebody may be several things at once. */
export interface MemberStanding {
  /** It is their own. */
  self: boolean;
  /** The register has them as an owner of the same home now: a captain's word alone gives no title. */
  owner: boolean;
  /** They are the captain of its building. */
  captain: boolean;
  /** They are staff of its community. */
  staff: boolean;
}

interface Rule {
  from: readonly MemberState[];
  to: MemberState;
  who: readonly (keyof MemberStanding)[];
}

/**
 * The life of a membership after it was claimed, on one page. Staff who enter somebody, and a verified phone that stands in
 * the owner register, begin it confirmed. What is over stays over: who comes back claims again.
 */
const MEMBER_LIFECYCLE: Record<MemberAction, Rule> = {
  confirm: { from: ['claimed'], to: 'confirmed', who: ['captain', 'staff'] },
  refuse: { from: ['claimed'], to: 'refused', who: ['captain', 'staff'] },
  withdraw: { from: ['claimed'], to: 'withdrawn', who: ['self'] },
  /** An owner who lets a home goes on owning it. */
  change_living: { from: ['confirmed'], to: 'confirmed', who: ['self', 'staff'] },
  move_out: { from: ['confirmed'], to: 'ended', who: ['self'] },
  end: { from: ['confirmed'], to: 'ended', who: ['owner', 'staff'] },
};

/** What nobody does to a membership of their own, whatever they are appointed to. */
const NEVER_ONES_OWN: readonly MemberAction[] = ['confirm', 'refuse', 'end'];

/** An owner lets tenants and family go, never another owner: whose the home is says the register. */
const OWNERS_LET_GO: readonly HomeRelation[] = ['tenant', 'family'];

const AGAIN: Partial<Record<MemberState, () => ProblemError>> = {
  confirmed: memberConfirmedAlready,
  refused: memberRefusedAlready,
  ended: memberEndedAlready,
};

export type MemberDecision = { ok: true; to: MemberState } | { ok: false; problem: ProblemError };

/** Whether this person may know that the membership exists. An owner knows who lives in their home, not who says so. */
export function memberSeenBy(state: MemberState, { self, owner, captain, staff }: MemberStanding): boolean {
  return self || captain || staff || (owner && (state === 'confirmed' || state === 'ended'));
}

export function memberMay(
  { state, relation }: { state: MemberState; relation: HomeRelation },
  action: MemberAction,
  standing: MemberStanding,
): MemberDecision {
  const refused = (problem: ProblemError): MemberDecision => ({ ok: false, problem });
  if (!memberSeenBy(state, standing)) return refused(memberNotFound());
  const { from, to, who } = MEMBER_LIFECYCLE[action];
  if (standing.self && NEVER_ONES_OWN.includes(action)) return refused(ownClaim());
  const asOwner = standing.owner && OWNERS_LET_GO.includes(relation);
  if (!who.some((one) => (one === 'owner' ? asOwner : standing[one]))) return refused(notYoursToDo());
  if (from.includes(state)) return { ok: true, to };
  const again = state === to ? AGAIN[state] : undefined;
  return refused(again?.() ?? memberWrongState({ now: MEMBER_STATE_LABELS[state] }));
}
