import type { TaskAction } from '@linli/shared';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { TaskDetail } from '../../request/contract';
import { useFeed } from '../../request/useFeed';
import { useInTurn } from '../../request/useInTurn';
import { useSeen } from '../../request/useSeen';
import { useTap } from '../../request/useTap';
import { actOnTask, readTask, readTasks } from './api';

const POLL_MS = 15_000;

export const useTasks = (enabled = true) => useFeed(['tasks'], readTasks, enabled);

export const useTask = (id: string, enabled: boolean) =>
  useSeen(['task', id], () => readTask(id), { pollMs: POLL_MS, enabled: enabled && id !== '' });

export interface TaskAct {
  id: string;
  action: TaskAction;
  body?: Record<string, unknown>;
}

/** Does one action on a task; what shows it is asked for again either way. */
export function useTaskAct() {
  const client = useQueryClient();
  const tap = useTap();
  const mutation = useMutation<TaskDetail, unknown, TaskAct>({
    mutationFn: ({ id, action, body = {} }) =>
      actOnTask(id, action, { actionId: tap.idOf([id, action, body]), ...body }),
    onSuccess: (task) => {
      tap.end();
      // What was asked before the act would say how it was before.
      void client.cancelQueries({ queryKey: ['task', task.id] });
      client.setQueryData(['task', task.id], task);
    },
    onError: tap.endIfAnswered,
    onSettled: (_answer, _error, { id }) => {
      for (const key of [['task', id], ['tasks'], ['incident'], ['workbench']]) {
        void client.invalidateQueries({ queryKey: key });
      }
    },
  });
  return useInTurn(mutation);
}
