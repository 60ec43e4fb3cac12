import { TASK_ACTION_LABELS, TASK_STATE_LABELS, type TaskAction } from '@linli/shared';
import { Button } from 'antd';
import { type ComponentType, useState } from 'react';
import { api } from '../api/client';
import type { Task } from '../api/contract';
import { AskTimeForm } from './AskTimeForm';
import { FinishTaskForm } from './FinishTaskForm';
import { ReturnTaskForm, type TaskFormProps } from './ReturnTaskForm';
import { useTaskAction } from './useTaskAction';
import '../incidents/actions/next.css';

/** What an organisation does with its task; the first that is allowed is the solid one. */
const IN_ORDER = ['accept', 'finish', 'ask_time', 'return'] as const satisfies TaskAction[];
type OwnAction = (typeof IN_ORDER)[number];

const FORMS: Partial<Record<OwnAction, ComponentType<TaskFormProps>>> = {
  finish: FinishTaskForm,
  ask_time: AskTimeForm,
  return: ReturnTaskForm,
};

export function TaskNextStep({ task }: { task: Task }) {
  const [chosen, setChosen] = useState<OwnAction | null>(null);
  const accept = useTaskAction(
    task.id,
    (actionId, _: null) =>
      api.POST('/api/tasks/{id}/accept', { params: { path: { id: task.id } }, body: { actionId } }),
    { say: '接手了' },
  );
  const allowed = IN_ORDER.filter((action) => task.allowedActions.includes(action));
  const Form = chosen && allowed.includes(chosen) ? FORMS[chosen] : undefined;
  if (Form) {
    return (
      <footer className="next">
        <Form task={task} onClose={() => setChosen(null)} />
      </footer>
    );
  }
  return (
    <footer className="next">
      <div className="row between wrap">
        <b>{allowed[0] ? `下一步，${TASK_ACTION_LABELS[allowed[0]]}` : TASK_STATE_LABELS[task.state]}</b>
        <span className="note-text">
          {allowed[0] === 'finish' ? '办好后说一声，附一句话或一张照片' : '看不到是谁报的'}
        </span>
      </div>
      <div className="next-buttons">
        {allowed.map((action, at) => (
          <Button
            key={action}
            size="large"
            type={at === 0 ? 'primary' : 'default'}
            className={at === 0 ? 'next-solid' : 'next-other'}
            loading={action === 'accept' && accept.pending}
            disabled={action !== 'accept' && accept.pending}
            onClick={() => (action === 'accept' ? accept.run(null) : setChosen(action))}
          >
            {TASK_ACTION_LABELS[action]}
          </Button>
        ))}
      </div>
    </footer>
  );
}
