import type { NoticeKind, NoticeReach, NoticeState, NoticeTimelineAction } from '@linli/shared';

export interface NoticeRow {
  id: string;
  communityId: string;
  reach: NoticeReach;
  whereLabel: string;
  kind: NoticeKind;
  title: string;
  body: string;
  startsAt: Date | null;
  endsAt: Date | null;
  overAt: Date;
  state: NoticeState;
  writtenById: string;
  writtenByName: string;
  writtenAt: Date;
  publishedAt: Date | null;
}

/** A notice as one reader finds it in the feed. */
export interface NoticeFeedRow extends NoticeRow {
  forHere: number;
  isRead: number;
}

export interface NoticeActionLine {
  id: string;
  action: NoticeTimelineAction;
  actorName: string;
  at: Date;
  reason: string | null;
}

export const NOTICE_COLUMNS = `n.id, n.community_id as communityId, n.reach, n.where_label as whereLabel, n.kind, n.title,
  n.body, n.starts_at as startsAt, n.ends_at as endsAt, n.over_at as overAt, n.state, n.written_by_id as writtenById,
  n.written_by_name as writtenByName, n.written_at as writtenAt, n.published_at as publishedAt`;
