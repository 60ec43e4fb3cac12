import { useQueryClient } from '@tanstack/react-query';
import { $api } from '../api/client';
import type { Notice } from '../api/contract';
import { keepAnswer } from '../api/keep-answer';
import { type Answering, useAction } from '../api/useAction';
import { useServerNow } from '../clock/useServerNow';
import { useRefreshMs } from '../live/live.store';

export function useNotice(id: string) {
  const refetchInterval = useRefreshMs();
  const notice = $api.useQuery('get', '/api/notices/{id}', { params: { path: { id } } }, { refetchInterval });
  useServerNow(notice.data?.serverNow, notice.dataUpdatedAt);
  return notice;
}

/** Does one thing to a notice and shows what the server made of it. */
export function useNoticeAction<Body>(
  send: (actionId: string, body: Body) => Answering<Notice>,
  done: { say: string; after?: (notice: Notice) => void; arrivedBefore?: (body: Body) => string },
) {
  const queries = useQueryClient();
  return useAction({
    send,
    say: done.say,
    keep: (notice) =>
      keepAnswer(
        queries,
        $api.queryOptions('get', '/api/notices/{id}', { params: { path: { id: notice.id } } }).queryKey,
        notice,
      ),
    after: done.after,
    arrivedBefore: done.arrivedBefore,
    stale: [['get', '/api/notices/{id}']],
    touches: [['get', '/api/notices/desk']],
  });
}
