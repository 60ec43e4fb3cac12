import { momentWords, TASK_STATE_LABELS } from '@linli/shared';
import { CalendarClock, ClipboardList, Users } from 'lucide-react';
import type { Task } from '../api/contract';
import { useNow } from '../clock/useNow';
import { FactCard } from '../incidents/drawer/FactCard';

/** What is asked of us, by when, and who else is at it. */
export function TaskFacts({ task }: { task: Task }) {
  const now = useNow();
  return (
    <>
      <FactCard
        icon={<ClipboardList />}
        title="要办的"
        note={`${momentWords(task.dueAt, now)} 前办好`}
        tone={task.breached ? 'over' : 'rest'}
      >
        <p>{task.note}</p>
      </FactCard>
      {task.askedDueAt && (
        <FactCard
          icon={<CalendarClock />}
          tone="wait"
          title={`申请延到 ${momentWords(task.askedDueAt, now)}`}
          note="等社区答复"
        />
      )}
      {task.others.length > 0 && (
        <FactCard icon={<Users />} title="一起办的">
          {task.others.map(({ organisationName, state }) => (
            <p key={organisationName}>
              {organisationName}：{TASK_STATE_LABELS[state]}
            </p>
          ))}
        </FactCard>
      )}
    </>
  );
}
