import { LIMITS, type NoticeReach } from '@linli/shared';
import type { ProblemError } from '../../platform/http/problem.js';
import type { PartRow } from '../area/index.js';
import type { Whereabouts } from '../household/index.js';
import { noticeEndsTooSoon, noticeOverAlready, noticeTooFarAway } from './notice.errors.js';

const DAY_MS = 24 * 3_600_000;
const YEAR_MS = 365 * DAY_MS;
/** More names than these are counted instead of read. */
const NAMED = 6;

export interface Span {
  startsAt: Date | null;
  endsAt: Date | null;
}

/** What cannot be true of when it happens. */
export function spanFault({ startsAt, endsAt }: Span, now: Date): ProblemError | null {
  if (startsAt !== null && endsAt !== null && endsAt <= startsAt) return noticeEndsTooSoon();
  const latest = now.getTime() + YEAR_MS;
  if ([startsAt, endsAt].some((moment) => moment !== null && moment.getTime() > latest))
    return noticeTooFarAway();
  return overAt({ startsAt, endsAt }, now) <= now ? noticeOverAlready() : null;
}

/** When nobody needs it any more: at its end, a day after it began where no end is known, or after a fortnight. */
export function overAt({ startsAt, endsAt }: Span, publishedAt: Date): Date {
  if (endsAt !== null) return endsAt;
  if (startsAt !== null) return new Date(startsAt.getTime() + DAY_MS);
  return new Date(publishedAt.getTime() + LIMITS.noticeDays * DAY_MS);
}

/** Whose homes it is about. A building is itself wherever its grid's lines are drawn by now. */
export function whereaboutsOf({
  communityId,
  reach,
  wholeGridIds,
  buildingIds,
}: {
  communityId: string;
  reach: NoticeReach;
  wholeGridIds: readonly string[];
  buildingIds: readonly string[];
}): Whereabouts {
  return reach === 'community' ? { communityId } : { communityId, gridIds: wholeGridIds, buildingIds };
}

/** For whom, in words: 「安澜里 3 号楼、5 号楼」; of a long list the first and how many there are. */
export function whereLabelOf(reach: NoticeReach, parts: readonly PartRow[]): string {
  if (reach === 'community') return '全社区';
  let estate: string | null = null;
  const names = parts.slice(0, NAMED).map(({ name, estateName }) => {
    const said = estateName === null || estateName === estate ? name : `${estateName} ${name}`;
    estate = estateName;
    return said;
  });
  const unit = reach === 'grid' ? '个网格' : '栋楼';
  return parts.length > NAMED ? `${names.join('、')}等 ${parts.length} ${unit}` : names.join('、');
}
