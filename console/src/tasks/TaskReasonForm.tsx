import { TASK_ACTION_LABELS, type TaskAction } from '@linli/shared';
import type { ReactNode } from 'react';
import type { Task } from '../api/contract';
import { fieldMessage } from '../api/problem';
import type { Answering } from '../api/useAction';
import { ReasonForm } from '../forms/ReasonForm';
import { useDraft } from '../forms/useDraft';
import { useTaskAction } from './useTaskAction';

interface TaskReasonFormProps {
  task: Task;
  onClose: () => void;
  action: TaskAction;
  title: string;
  hint: string;
  placeholder: string;
  missing: string;
  cancel: string;
  say: string;
  more?: { field: ReactNode; missing: string | null };
  send: (actionId: string, words: string) => Answering<Task>;
}

/** A reason for what is done to a task, kept as a draft until it is. */
export function TaskReasonForm({ task, action, say, send, ...form }: TaskReasonFormProps) {
  const draft = useDraft(`task.${action}.${task.id}`);
  const { pending, problem, run } = useTaskAction(task.id, send, {
    say,
    after: () => {
      draft[1]('');
      form.onClose();
    },
  });
  return (
    <ReasonForm
      {...form}
      id={`task-${action.replace('_', '-')}-words`}
      submit={TASK_ACTION_LABELS[action]}
      draft={draft}
      wrong={
        fieldMessage(problem, 'reason') ??
        fieldMessage(problem, 'dueAt') ??
        (problem?.status === 422 ? problem.title : undefined)
      }
      pending={pending}
      onSend={run}
    />
  );
}
