import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { type QueueFilters, readFilters, writeFilters } from './queue-filters';

/** The filters of the address and a way to change some of them; any change but the page's own goes back to the first page. */
export function useQueueFilters(): [QueueFilters, (change: Partial<QueueFilters>) => void] {
  const [params, setParams] = useSearchParams();
  const change = useCallback(
    (some: Partial<QueueFilters>) =>
      setParams((now) => writeFilters({ ...readFilters(now), page: 1, ...some }), { replace: 'q' in some }),
    [setParams],
  );
  return [readFilters(params), change];
}
