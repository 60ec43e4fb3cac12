import { useQueryClient } from '@tanstack/react-query';
import { $api } from '../api/client';
import type { Task } from '../api/contract';
import { keepAnswer } from '../api/keep-answer';
import { type Answering, useAction } from '../api/useAction';

/** Does one thing to a task; the incident it is a part of shows it too. */
export function useTaskAction<Body>(
  taskId: string,
  send: (actionId: string, body: Body) => Answering<Task>,
  done: { say: string | ((body: Body) => string); after?: () => void },
) {
  const queries = useQueryClient();
  const { queryKey } = $api.queryOptions('get', '/api/tasks/{id}', { params: { path: { id: taskId } } });
  return useAction({
    send,
    say: done.say,
    keep: (task) => keepAnswer(queries, queryKey, task),
    after: done.after,
    stale: [['get', '/api/tasks/{id}']],
    touches: [
      ['get', '/api/tasks'],
      ['get', '/api/incidents/{id}'],
      ['get', '/api/incidents'],
    ],
  });
}
