import type { NoticeState } from '@linli/shared';
import { keepPreviousData } from '@tanstack/react-query';
import { $api } from '../api/client';
import { useServerNow } from '../clock/useServerNow';
import { useRefreshMs } from '../live/live.store';

export const NOTICE_PAGE = 20;

/** All notices of this person's communities, the newest first, with what became of them. */
export function useNotices(state: NoticeState | undefined, page: number) {
  const refetchInterval = useRefreshMs();
  const notices = $api.useQuery(
    'get',
    '/api/notices/desk',
    { params: { query: { page, pageSize: NOTICE_PAGE, ...(state ? { state } : {}) } } },
    { refetchInterval, placeholderData: keepPreviousData },
  );
  useServerNow(notices.data?.serverNow, notices.dataUpdatedAt);
  return notices;
}
