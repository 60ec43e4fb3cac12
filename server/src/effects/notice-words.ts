import { noticeSpanDates } from '@linli/shared';
import type { NoticeFact } from '../modules/notice/index.js';

/** By date, since it is read whenever its reader comes to it: quiet hours alone keep it till the next morning. */
export function whereAndWhen({ whereLabel, startsAt, endsAt }: NoticeFact, at: Date): string {
  const when = noticeSpanDates(
    { startsAt: startsAt?.toISOString() ?? null, endsAt: endsAt?.toISOString() ?? null },
    at.getTime(),
  );
  return [whereLabel, when].filter(Boolean).join('，');
}
