import { $api } from '../api/client';
import { useServerNow } from '../clock/useServerNow';

export const TASK_REFRESH_MS = 10_000;

export function useTask(id: string) {
  const task = $api.useQuery(
    'get',
    '/api/tasks/{id}',
    { params: { path: { id } } },
    { refetchInterval: TASK_REFRESH_MS },
  );
  useServerNow(task.data?.serverNow, task.dataUpdatedAt);
  return task;
}
