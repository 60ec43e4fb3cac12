import { useState } from 'react';
import { api } from '../api/client';
import { fromDateTimeInput } from '../clock/shanghai-input';
import { DueField } from '../forms/DueField';
import type { TaskFormProps } from './ReturnTaskForm';
import { TaskReasonForm } from './TaskReasonForm';

/** Asks for more time. Until the community answers, the date stays. */
export function AskTimeForm({ task, onClose }: TaskFormProps) {
  const [due, setDue] = useState('');
  const dueAt = fromDateTimeInput(due);
  const missing = !dueAt
    ? '选一个要延到的时间'
    : Date.parse(dueAt) > Date.parse(task.dueAt)
      ? null
      : '要比现在的期限晚';
  return (
    <TaskReasonForm
      task={task}
      onClose={onClose}
      action="ask_time"
      title="申请延期，说说为什么"
      hint="社区同意了才算，没答复之前按原来的时间。"
      placeholder="比如：配件在路上，周三到"
      missing="写一句为什么要延"
      cancel="先不延"
      say="已申请，等社区答复"
      more={{
        field: <DueField id="ask-time-due" label="延到哪天" value={due} onChange={setDue} />,
        missing,
      }}
      send={(actionId, reason) =>
        api.POST('/api/tasks/{id}/ask-time', {
          params: { path: { id: task.id } },
          body: { actionId, reason, dueAt: dueAt ?? '' },
        })
      }
    />
  );
}
