import {
  CLAIM_PROOFS,
  type ClaimProof,
  CONFIRMED_WAYS,
  type ConfirmedWay,
  HOME_RELATIONS,
  type HomeRelation,
  MEMBER_ACTIONS,
  MEMBER_STATES,
  MEMBER_TIMELINE_ACTIONS,
  type MemberAction,
  type MemberState,
  type MemberTimelineAction,
} from '@linli/shared';
import { ApiProperty } from '@nestjs/swagger';

/** What stands on every line about a membership. */
class MemberLineDto {
  id: string;

  /** Estate, building, entrance and room in words. */
  homeLabel: string;

  @ApiProperty({ enum: HOME_RELATIONS, enumName: 'HomeRelation' })
  relation: HomeRelation;

  relationLabel: string;
  livesHere: boolean;

  @ApiProperty({ enum: MEMBER_STATES, enumName: 'MemberState' })
  state: MemberState;

  stateLabel: string;

  @ApiProperty({ enum: CONFIRMED_WAYS, enumName: 'ConfirmedWay', nullable: true })
  confirmedWay: ConfirmedWay | null;

  confirmedWayLabel: string | null;

  /** Why it was refused or ended. */
  reason: string | null;

  claimedAt: string;
  fromAt: string | null;
  toAt: string | null;

  @ApiProperty({ enum: MEMBER_ACTIONS, isArray: true })
  allowedActions: MemberAction[];
}

/** Who else lives in a home of one's own: only its confirmed owners read this. */
export class HomeMateDto {
  id: string;
  name: string;

  @ApiProperty({ enum: HOME_RELATIONS, enumName: 'HomeRelation' })
  relation: HomeRelation;

  relationLabel: string;
  fromAt: string | null;

  @ApiProperty({ enum: MEMBER_ACTIONS, isArray: true })
  allowedActions: MemberAction[];
}

export class MyHomeDto extends MemberLineDto {
  homeId: string;
  communityId: string;
  communityName: string;

  /** Where the home lies now, also when grids were redrawn since. */
  gridId: string | null;
  gridName: string | null;
  buildingId: string;

  mates: HomeMateDto[];
}

export class MyHomesDto {
  items: MyHomeDto[];
  serverNow: string;
}

/** A membership as who confirms it reads it. */
export class MemberRowDto extends MemberLineDto {
  /** What they said their name is. */
  name: string;

  /** Only while it waits for an answer, and only with its middle hidden; null when they gave none. */
  maskedPhone: string | null;

  @ApiProperty({ enum: CLAIM_PROOFS, enumName: 'ClaimProof' })
  proof: ClaimProof;

  proofLabel: string;
}

export class WaitingClaimsDto {
  items: MemberRowDto[];
  nextCursor: string | null;

  /** All that wait for this person, counted up to a bound. */
  waiting: number;
  serverNow: string;
}

export class MemberCountsDto {
  claimed: number;
  confirmed: number;
  refused: number;
  withdrawn: number;
  ended: number;
}

export class MemberDeskDto {
  items: MemberRowDto[];
  total: number;
  counts: MemberCountsDto;
  serverNow: string;
}

export class MemberTimelineEntryDto {
  id: string;

  @ApiProperty({ enum: MEMBER_TIMELINE_ACTIONS })
  action: MemberTimelineAction;

  label: string;
  actorName: string;
  at: string;
  reason: string | null;
}

export class MemberDto extends MemberRowDto {
  /** Only for those who may make two entries of one person into one. */
  personId: string | null;

  homeId: string;
  communityId: string;
  timeline: MemberTimelineEntryDto[];

  /** Who else is confirmed in this home. */
  others: HomeMateDto[];
  serverNow: string;
}

/** A claimant's whole number, for whoever may confirm the claim. */
export class ClaimantPhoneDto {
  phone: string;
}

/** What a membership has become. */
export class MemberStateDto {
  id: string;

  @ApiProperty({ enum: MEMBER_STATES, enumName: 'MemberState' })
  state: MemberState;

  stateLabel: string;
}
