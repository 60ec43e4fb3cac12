import { momentWords, TASK_ACTION_LABELS, type TaskAction } from '@linli/shared';
import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../../../api/client';
import type { Task } from '../../../api/contract';
import { useNow } from '../../../clock/useNow';
import { CancelTaskForm } from '../../../tasks/CancelTaskForm';
import { TransferTaskForm } from '../../../tasks/TransferTaskForm';
import { useTask } from '../../../tasks/useTask';
import { useTaskAction } from '../../../tasks/useTaskAction';

type Direct = 'grant_time' | 'refuse_time' | 'urge';

const SAY: Record<Direct, string> = {
  grant_time: '同意了，期限改到新的日期',
  refuse_time: '没同意，还是原来的期限',
  urge: '催过了，他们会收到',
};

const IN_ORDER = ['grant_time', 'refuse_time', 'urge', 'transfer', 'cancel'] as const satisfies TaskAction[];

function send(id: string, actionId: string, action: Direct) {
  const given = { params: { path: { id } }, body: { actionId } };
  if (action === 'grant_time') return api.POST('/api/tasks/{id}/grant-time', given);
  if (action === 'refuse_time') return api.POST('/api/tasks/{id}/refuse-time', given);
  return api.POST('/api/tasks/{id}/urge', given);
}

/** What the organisation asked or said, and what the community can do about its task. */
export function TaskUpkeep({ id, communityId, over }: { id: string; communityId: string; over: boolean }) {
  const now = useNow();
  const { data: task } = useTask(id);
  const [form, setForm] = useState<'transfer' | 'cancel' | null>(null);
  const direct = useTaskAction(id, (actionId, action: Direct) => send(id, actionId, action), {
    say: (action) => SAY[action],
  });
  if (!task) return null;
  const close = () => setForm(null);
  if (form === 'transfer') return <TransferTaskForm task={task} communityId={communityId} onClose={close} />;
  if (form === 'cancel') return <CancelTaskForm task={task} onClose={close} />;
  const last = lastWords(task, over);
  return (
    <>
      {task.askedDueAt && <p className="task-asked">申请延到 {momentWords(task.askedDueAt, now)}</p>}
      {last && <p className="note-text">{last}</p>}
      <div className="row wrap task-buttons">
        {IN_ORDER.filter((action) => task.allowedActions.includes(action)).map((action) => (
          <Button
            key={action}
            size="small"
            loading={direct.sending === action}
            onClick={() =>
              action === 'transfer' || action === 'cancel' ? setForm(action) : direct.run(action)
            }
          >
            {action === 'transfer' || action === 'cancel'
              ? `${TASK_ACTION_LABELS[action]}…`
              : TASK_ACTION_LABELS[action]}
          </Button>
        ))}
      </div>
    </>
  );
}

/** Why time is asked for, or how it ended. */
function lastWords({ timeline, askedDueAt }: Task, over: boolean): string | null {
  const telling: TaskAction[] = over ? ['finish', 'return', 'cancel'] : askedDueAt ? ['ask_time'] : [];
  return timeline.findLast(({ action }) => (telling as string[]).includes(action))?.note ?? null;
}
