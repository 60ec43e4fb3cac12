import {
  NOTICE_ACTION_LABELS,
  NOTICE_ACTIONS,
  NOTICE_KIND_ICONS,
  NOTICE_KIND_LABELS,
  NOTICE_STATE_LABELS,
} from '@linli/shared';
import { type Actor, scopeOf } from '../../platform/auth/actor.js';
import type { PieceStanding } from '../content/index.js';
import type { NoticeCardDto, NoticeDeskPartDto, NoticeTimelineEntryDto } from './dto/notice-view.dto.js';
import { noticeMay } from './notice.lifecycle.js';
import type { NoticeActionLine, NoticeFeedRow, NoticeRow } from './notice.rows.js';
import type { ToldSoFar } from './notice.tellings.js';

export function lineOf(row: NoticeRow) {
  const { id, kind, title, reach, whereLabel } = row;
  return {
    ...{ id, kind, title, reach, whereLabel },
    kindLabel: NOTICE_KIND_LABELS[kind],
    icon: NOTICE_KIND_ICONS[kind],
    startsAt: row.startsAt?.toISOString() ?? null,
    endsAt: row.endsAt?.toISOString() ?? null,
    overAt: row.overAt.toISOString(),
    publishedAt: row.publishedAt?.toISOString() ?? null,
  };
}

export function cardOf(row: NoticeFeedRow): NoticeCardDto {
  return { ...lineOf(row), forHere: row.forHere === 1, read: row.isRead === 1 };
}

export function stateOf({ state }: NoticeRow) {
  return { state, stateLabel: NOTICE_STATE_LABELS[state] };
}

export function deskPartOf(
  row: NoticeRow,
  actor: Actor,
  { readCount, told }: { readCount: number; told: ToldSoFar | null },
  actions: NoticeActionLine[],
  pieces: Map<string, PieceStanding>,
): NoticeDeskPartDto {
  const words = pieces.get(row.id);
  const waits = row.state === 'waiting';
  return {
    writtenByName: row.writtenByName,
    writtenAt: row.writtenAt.toISOString(),
    readCount,
    told,
    found: words?.flagged ?? null,
    checking: waits && words?.pending === true,
    allowedActions: NOTICE_ACTIONS.filter(
      (action) => noticeMay(row.state, action, reaches(actor, `notice.${action}`, row)).ok,
    ),
    timeline: actions.map((entry) => entryOf(entry, pieces)),
  };
}

export function reaches(
  actor: Actor,
  permission: Parameters<typeof scopeOf>[1],
  { communityId }: NoticeRow,
): boolean {
  return scopeOf(actor, permission).communityIds.includes(communityId);
}

/** Why it was withdrawn, as far as everybody may read it. */
export function publicReason(actions: NoticeActionLine[], pieces: Map<string, PieceStanding>): string | null {
  const withdrawal = actions.find(({ action }) => action === 'withdraw');
  return withdrawal !== undefined && pieces.get(withdrawal.id)?.visible === true ? withdrawal.reason : null;
}

function entryOf(
  { id, action, actorName, at, reason }: NoticeActionLine,
  pieces: Map<string, PieceStanding>,
): NoticeTimelineEntryDto {
  return {
    ...{ id, action, actorName, reason },
    label: NOTICE_ACTION_LABELS[action],
    at: at.toISOString(),
    reasonHidden: reason !== null && pieces.get(id)?.visible !== true,
  };
}
