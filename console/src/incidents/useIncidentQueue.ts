import { keepPreviousData } from '@tanstack/react-query';
import { $api } from '../api/client';
import { serverNowMs } from '../clock/server-time';
import { useServerNow } from '../clock/useServerNow';
import { useRefreshMs } from '../live/live.store';
import { type QueueFilters, toQuery } from './queue-filters';

/** One page of the queue, kept fresh by itself; while another page comes, the last one stays. */
export function useIncidentQueue(filters: QueueFilters, { inBackground = false } = {}) {
  const refetchInterval = useRefreshMs();
  const queue = $api.useQuery(
    'get',
    '/api/incidents',
    { params: { query: toQuery(filters, serverNowMs()) } },
    { refetchInterval, refetchIntervalInBackground: inBackground, placeholderData: keepPreviousData },
  );
  useServerNow(queue.data?.serverNow, queue.dataUpdatedAt);
  return queue;
}
