import { keepPreviousData } from '@tanstack/react-query';
import { $api } from '../api/client';
import { serverNowMs } from '../clock/server-time';
import { useServerNow } from '../clock/useServerNow';
import { type QueueFilters, toQuery } from './queue-filters';

export const REFRESH_MS = 10_000;

/** One page of the queue, asked for again every ten seconds; while another page comes, the last one stays. */
export function useIncidentQueue(filters: QueueFilters) {
  const queue = $api.useQuery(
    'get',
    '/api/incidents',
    { params: { query: toQuery(filters, serverNowMs()) } },
    { refetchInterval: REFRESH_MS, placeholderData: keepPreviousData },
  );
  useServerNow(queue.data?.serverNow, queue.dataUpdatedAt);
  return queue;
}
