import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answered } from '../api/answered';
import { $api, api } from '../api/client';
import { PAGES } from '../api/pages';
import { useRefreshMs } from '../live/live.store';

const PAGE = 20;

export function useUnreadCount(): number {
  const refetchInterval = useRefreshMs();
  return $api.useQuery('get', '/api/inbox/count', {}, { refetchInterval }).data?.unread ?? 0;
}

/** What I was told, newest first, page by page while the panel is open. */
export function useInbox(unread: boolean) {
  return $api.useInfiniteQuery(
    'get',
    '/api/inbox',
    { params: { query: { limit: PAGE, ...(unread ? { unread } : {}) } } },
    PAGES,
  );
}

/** Read this one, or all up to the newest on the screen: what arrives meanwhile stays unread. */
export function useReading() {
  const queryClient = useQueryClient();
  const settled = () => {
    for (const path of ['/api/inbox', '/api/inbox/count'])
      void queryClient.invalidateQueries({ queryKey: ['get', path] });
  };
  const one = useMutation({
    mutationFn: (id: string) => answered(api.POST('/api/inbox/{id}/read', { params: { path: { id } } })),
    onSettled: settled,
  });
  const all = useMutation({
    mutationFn: (until: string) => answered(api.POST('/api/inbox/read-all', { body: { until } })),
    onSettled: settled,
  });
  return { one, all };
}
