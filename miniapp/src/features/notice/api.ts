import { get, post } from '../../request/call';
import type { Notice, Notices } from '../../request/contract';

const PAGE = 20;

/** What is asked of a community's notices. */
export interface NoticesAsked {
  communityId: string;
  placeCode?: string | undefined;
  /** Where no printed code was scanned: the grid one says one lives in. */
  gridId?: string | undefined;
  everywhere?: 'true' | undefined;
  past?: 'true' | undefined;
}

export const readNotices = (asked: NoticesAsked, cursor?: string, limit = PAGE) =>
  get<Notices>('/api/notices', { ...asked, limit, cursor });

export const readNotice = (id: string) => get<Notice>(`/api/notices/${id}`);

/** Counted once per person at the server, however often it is said. */
export const sayNoticeRead = (id: string) => post<{ read: boolean }>(`/api/notices/${id}/read`, {});
