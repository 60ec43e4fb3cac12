import type { NoticeKind, NoticeReach } from '@linli/shared';
import type { WriteNotice } from '../api/contract';
import { fromDateTimeInput } from '../clock/shanghai-input';

/** A notice while it is being written. Its id is the notice's, so that sending twice makes one. */
export interface NoticeDraft {
  id: string;
  communityId: string | null;
  reach: NoticeReach;
  gridIds: string[];
  buildingIds: string[];
  kind: NoticeKind | null;
  title: string;
  body: string;
  /** As the date fields write them. */
  startsAt: string;
  endsAt: string;
}

export function emptyNotice(id: string): NoticeDraft {
  return {
    ...{ id, communityId: null, reach: 'community', gridIds: [], buildingIds: [] },
    ...{ kind: null, title: '', body: '', startsAt: '', endsAt: '' },
  };
}

export function isNoticeDraft(value: unknown): value is NoticeDraft {
  const draft = value as Partial<NoticeDraft> | null;
  return typeof draft?.id === 'string' && Array.isArray(draft.gridIds) && typeof draft.endsAt === 'string';
}

export function areaIdsOf({ reach, gridIds, buildingIds }: NoticeDraft): string[] {
  if (reach === 'community') return [];
  return reach === 'grid' ? gridIds : buildingIds;
}

export type NoticeMissing = Partial<Record<'kind' | 'title' | 'body' | 'where' | 'endsAt', string>>;

/** What is still missing or cannot be, each beside its field. */
export function missingIn(draft: NoticeDraft, nowMs: number): NoticeMissing {
  const missing: NoticeMissing = {};
  if (draft.kind === null) missing.kind = '选一个类别';
  if (!draft.title.trim()) missing.title = '写一个标题';
  if (!draft.body.trim()) missing.body = '写清楚是什么事、请大家怎么做';
  if (draft.communityId === null) missing.where = '选一个社区';
  else if (draft.reach !== 'community' && areaIdsOf(draft).length === 0)
    missing.where = draft.reach === 'grid' ? '选好是哪些网格' : '选好是哪些楼';
  const [starts, ends] = [fromDateTimeInput(draft.startsAt), fromDateTimeInput(draft.endsAt)];
  if (starts !== null && ends !== null && ends <= starts) missing.endsAt = '结束要在开始之后';
  else if (ends !== null && Date.parse(ends) <= nowMs) missing.endsAt = '这个时间已经过去了，请看看日期';
  return missing;
}

export function noticeOf(draft: NoticeDraft): WriteNotice {
  const [startsAt, endsAt] = [fromDateTimeInput(draft.startsAt), fromDateTimeInput(draft.endsAt)];
  return {
    id: draft.id,
    communityId: draft.communityId ?? '',
    reach: draft.reach,
    areaIds: areaIdsOf(draft),
    kind: draft.kind ?? 'other',
    title: draft.title.trim(),
    body: draft.body.trim(),
    ...(startsAt === null ? {} : { startsAt }),
    ...(endsAt === null ? {} : { endsAt }),
  };
}
