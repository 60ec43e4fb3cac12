import type { TaskAction } from '@linli/shared';
import { get, post } from '../../request/call';
import type { TaskDetail, Tasks } from '../../request/contract';

const PAGE = 20;

/** What my organisation still has to do, the soonest due first. */
export const readTasks = (cursor?: string) =>
  get<Tasks>('/api/tasks', { state: 'open', limit: PAGE, cursor });

export const readTask = (id: string) => get<TaskDetail>(`/api/tasks/${id}`);

export const actOnTask = (
  id: string,
  action: TaskAction,
  body: { actionId: string } & Record<string, unknown>,
) => post<TaskDetail>(`/api/tasks/${id}/${action.replace('_', '-')}`, body);
