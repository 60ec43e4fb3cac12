import { api } from '../api/client';
import type { TaskFormProps } from './ReturnTaskForm';
import { TaskReasonForm } from './TaskReasonForm';

export function CancelTaskForm({ task, onClose }: TaskFormProps) {
  return (
    <TaskReasonForm
      task={task}
      onClose={onClose}
      action="cancel"
      title={`不用${task.organisation.name}办了，说说为什么`}
      hint="他们会收到这句话。"
      placeholder="比如：住户自己修好了"
      missing="写一句为什么不用办了"
      cancel="再想想"
      say="说过了，不用他们办了"
      send={(actionId, reason) =>
        api.POST('/api/tasks/{id}/cancel', {
          params: { path: { id: task.id } },
          body: { actionId, reason },
        })
      }
    />
  );
}
