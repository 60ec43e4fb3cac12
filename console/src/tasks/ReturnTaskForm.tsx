import { api } from '../api/client';
import type { Task } from '../api/contract';
import { TaskReasonForm } from './TaskReasonForm';

export interface TaskFormProps {
  task: Task;
  onClose: () => void;
}

/** Gives it back: the community will ask somebody else. */
export function ReturnTaskForm({ task, onClose }: TaskFormProps) {
  return (
    <TaskReasonForm
      task={task}
      onClose={onClose}
      action="return"
      title="退回，说说为什么"
      hint="社区会看到原因，另请别家。退回后这件就不在您这里了。"
      placeholder="比如：这段管道归水务公司管"
      missing="写一句为什么退回"
      cancel="先不退"
      say="退回了，社区会看到原因"
      send={(actionId, reason) =>
        api.POST('/api/tasks/{id}/return', {
          params: { path: { id: task.id } },
          body: { actionId, reason },
        })
      }
    />
  );
}
