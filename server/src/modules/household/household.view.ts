import {
  CLAIM_PROOF_LABELS,
  type ClaimProof,
  CONFIRMED_WAY_LABELS,
  HOME_RELATION_LABELS,
  MEMBER_ACTIONS,
  MEMBER_STATE_LABELS,
  MEMBER_TIMELINE_LABELS,
  type MemberState,
} from '@linli/shared';
import type {
  HomeMateDto,
  MemberRowDto,
  MemberStateDto,
  MemberTimelineEntryDto,
} from './dto/household-view.dto.js';
import { type MemberStanding, memberMay } from './household.lifecycle.js';
import type { MemberActionLine, MemberRow, ProvedRow } from './household.rows.js';

export function lineOf(row: MemberRow, standing: MemberStanding) {
  const { id, homeLabel, relation, state, confirmedWay, reason } = row;
  return {
    ...{ id, homeLabel, relation, state, confirmedWay, reason },
    relationLabel: HOME_RELATION_LABELS[relation],
    livesHere: row.livesHere === 1,
    stateLabel: MEMBER_STATE_LABELS[state],
    confirmedWayLabel: confirmedWay === null ? null : CONFIRMED_WAY_LABELS[confirmedWay],
    claimedAt: row.claimedAt.toISOString(),
    fromAt: row.fromAt?.toISOString() ?? null,
    toAt: row.toAt?.toISOString() ?? null,
    allowedActions: allowed(row, standing),
  };
}

/** @param phones with their middle hidden, by person, of those who wait for an answer */
export function rowOf(
  row: ProvedRow,
  standing: MemberStanding,
  phones: ReadonlyMap<string, string>,
): MemberRowDto {
  const proof = proofOf(row);
  const maskedPhone = row.state === 'claimed' ? (phones.get(row.personId) ?? null) : null;
  return {
    ...{ ...lineOf(row, standing), name: row.name, maskedPhone },
    ...{ proof, proofLabel: CLAIM_PROOF_LABELS[proof] },
  };
}

export function mateOf(row: MemberRow, standing: MemberStanding): HomeMateDto {
  const { id, name, relation } = row;
  return {
    ...{ id, name, relation },
    relationLabel: HOME_RELATION_LABELS[relation],
    fromAt: row.fromAt?.toISOString() ?? null,
    allowedActions: allowed(row, standing),
  };
}

export function entryOf({ id, action, actorName, at, reason }: MemberActionLine): MemberTimelineEntryDto {
  return { id, action, actorName, reason, label: MEMBER_TIMELINE_LABELS[action], at: at.toISOString() };
}

function allowed(row: MemberRow, standing: MemberStanding) {
  return MEMBER_ACTIONS.filter((action) => memberMay(row, action, standing).ok);
}

export function stateOf({ id, state }: { id: string; state: MemberState }): MemberStateDto {
  return { id, state, stateLabel: MEMBER_STATE_LABELS[state] };
}

function proofOf({ phoneMatches, nameMatches }: ProvedRow): ClaimProof {
  if (Number(phoneMatches) === 2) return 'phone';
  if (Number(phoneMatches) === 1) return 'phone_alone';
  return nameMatches === 1 ? 'name' : 'none';
}
