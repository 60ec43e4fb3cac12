import type { ConfirmedWay, HomeRelation, MemberState, MemberTimelineAction } from '@linli/shared';
import type { Scope } from '../../platform/auth/actor.js';

export interface MemberRow {
  id: string;
  homeId: string;
  homeLabel: string;
  communityId: string;
  gridId: string | null;
  estateId: string | null;
  buildingId: string;
  personId: string;
  name: string;
  relation: HomeRelation;
  livesHere: number;
  state: MemberState;
  confirmedWay: ConfirmedWay | null;
  reason: string | null;
  claimedAt: Date;
  fromAt: Date | null;
  toAt: Date | null;
}

/** With what the owner register says of it now. */
export interface ProvedRow extends MemberRow {
  /** 2: of an owner of that very name; 1: of one of another name. */
  phoneMatches: number;
  nameMatches: number;
}

export interface MemberActionLine {
  id: string;
  action: MemberTimelineAction;
  actorName: string;
  at: Date;
  reason: string | null;
}

export const MEMBER_COLUMNS = `m.id, m.home_id as homeId, m.home_label as homeLabel, m.community_id as communityId,
  m.grid_id as gridId, m.estate_id as estateId, m.building_id as buildingId, m.person_id as personId, m.name, m.relation,
  m.lives_here as livesHere, m.state, m.confirmed_way as confirmedWay, m.reason, m.claimed_at as claimedAt,
  m.from_at as fromAt, m.to_at as toAt`;

/** Looked up for the lines of one page only; a home has a few owners. */
export const PROOF_COLUMNS = `(select coalesce(max(1 + (o.name = m.name)), 0) from home_owner o
    join person_login l on l.kind = 'phone' and l.realm = '' and l.subject = o.phone_index
   where o.home_id = m.home_id and o.to_at is null and o.owner_kind = 'person' and l.person_id = m.person_id) as phoneMatches,
  exists (select 1 from home_owner o
   where o.home_id = m.home_id and o.to_at is null and o.name = m.name) as nameMatches`;

export interface Condition {
  sql: string;
  parameters: unknown[];
}

/** The memberships a scope covers; null when it covers none. */
export function inScope({ communityIds, gridIds, estateIds, buildingIds }: Scope): Condition | null {
  const columns = [
    ['m.community_id', communityIds],
    ['m.grid_id', gridIds],
    ['m.estate_id', estateIds],
    ['m.building_id', buildingIds],
  ] as const;
  const parts = columns.filter(([, ids]) => ids.length > 0);
  if (parts.length === 0) return null;
  return {
    sql: `(${parts.map(([column]) => `${column} in (?)`).join(' or ')})`,
    parameters: parts.map(([, ids]) => ids),
  };
}
