import type { ConfirmedWay } from '@linli/shared';
import { type HomeRow, homeLabel } from '../home/index.js';
import type { ClaimHomeDto } from './dto/household-write.dto.js';
import type { HouseholdMember } from './household-member.entity.js';

/** A membership as it begins: said, and found right by nobody yet. */
export function newMember(
  home: HomeRow,
  { id, relation, livesHere, name }: ClaimHomeDto,
  personId: string,
  hash: string,
  now: Date,
): HouseholdMember {
  const { communityId, gridId, estateId, buildingId } = home;
  return {
    ...{ id, personId, name, relation, livesHere, communityId, gridId, estateId, buildingId },
    homeId: home.id,
    homeLabel: homeLabel(home),
    state: 'claimed',
    confirmedWay: null,
    reason: null,
    claimedAt: now,
    fromAt: null,
    toAt: null,
    openKey: openKey(home.id, personId),
    requestHash: hash,
  };
}

export function confirmed(member: HouseholdMember, way: ConfirmedWay, now: Date): void {
  Object.assign(member, { state: 'confirmed', confirmedWay: way, fromAt: now });
}

/** Over: the same person may claim the same home again. */
export function close(member: HouseholdMember, reason: string | null): void {
  member.openKey = null;
  member.reason = reason;
}

function openKey(homeId: string, personId: string): string {
  return `${homeId}:${personId}`;
}
