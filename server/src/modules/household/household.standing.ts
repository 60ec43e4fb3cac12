import { type Actor, scopeCovers, scopeOf } from '../../platform/auth/actor.js';
import type { MemberStanding } from './household.lifecycle.js';

/** Where a membership lies and whose it is. */
export interface PlacedMember {
  personId: string;
  communityId: string;
  gridId: string | null;
  estateId: string | null;
  buildingId: string;
}

/** @param owner the register has them as an owner of the same home, which only the database knows */
export function standingOf(actor: Actor, member: PlacedMember, owner: boolean): MemberStanding {
  const staff = scopeCovers(scopeOf(actor, 'household.desk'), member);
  return {
    self: actor.personId === member.personId,
    owner,
    captain: !staff && scopeCovers(scopeOf(actor, 'household.confirm'), member),
    staff,
  };
}
