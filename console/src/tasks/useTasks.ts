import type { TaskTab } from '@linli/shared';
import { $api } from '../api/client';
import { useServerNow } from '../clock/useServerNow';
import { TASK_REFRESH_MS } from './useTask';

const LIMIT = 20;

/** The tasks of this person's organisations, what runs out soonest first; more of them when asked for. */
export function useTasks(state: TaskTab) {
  const tasks = $api.useInfiniteQuery(
    'get',
    '/api/tasks',
    { params: { query: { state, limit: LIMIT } } },
    {
      pageParamName: 'cursor',
      // The client puts 0 for what is not given; null is left out of the address.
      initialPageParam: null,
      getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
      refetchInterval: TASK_REFRESH_MS,
    },
  );
  useServerNow(tasks.data?.pages[0]?.serverNow, tasks.dataUpdatedAt);
  return tasks;
}

export function useOpenTaskCount(): number | undefined {
  return useTasks('open').data?.pages[0]?.counts.open;
}
