import { Button } from 'antd';
import { CircleCheck } from 'lucide-react';
import { Link, useLocation } from 'react-router';
import type { TaskCard } from '../api/contract';
import { useNow } from '../clock/useNow';
import { ClockText } from '../incidents/ClockText';
import { StaleBanner } from '../incidents/list/StaleBanner';
import { ListWaiting } from '../shell/ListWaiting';
import { StatePanel } from '../shell/StatePanel';
import { TaskStateChip } from './TaskStateChip';
import type { useTasks } from './useTasks';
import '../incidents/list/queue.css';

interface TaskListProps {
  tasks: ReturnType<typeof useTasks>;
  items: TaskCard[];
  tab: 'open' | 'over';
  openId: string | undefined;
  cursor: string | undefined;
  onPoint: (id: string) => void;
}

export function TaskList({ tasks, items, tab, openId, cursor, onPoint }: TaskListProps) {
  return (
    <section className="queue" aria-label="任务列表">
      <StaleBanner queue={tasks} />
      <div className="queue-scroll">
        {items.length === 0 ? (
          <NoTasks tasks={tasks} tab={tab} />
        ) : (
          <ul className="task-list">
            {items.map((task) => (
              <TaskRow
                key={task.id}
                task={task}
                open={task.id === openId}
                pointed={task.id === cursor}
                onPoint={onPoint}
              />
            ))}
          </ul>
        )}
        {tasks.hasNextPage && (
          <p className="task-list-more">
            <Button loading={tasks.isFetchingNextPage} onClick={() => tasks.fetchNextPage()}>
              再看一些
            </Button>
          </p>
        )}
      </div>
    </section>
  );
}

interface TaskRowProps {
  task: TaskCard;
  open: boolean;
  pointed: boolean;
  onPoint: (id: string) => void;
}

function TaskRow({ task, open, pointed, onPoint }: TaskRowProps) {
  const now = useNow();
  const { search } = useLocation();
  const over = task.state !== 'assigned' && task.state !== 'working';
  return (
    <li
      data-row={task.id}
      className={[open && 'sel', pointed && 'pointed', task.breached && !over && 'hot']
        .filter(Boolean)
        .join(' ')}
    >
      <Link to={{ pathname: `/tasks/${task.id}`, search }} onFocus={() => onPoint(task.id)}>
        <span className="row between">
          <b className="ellipsis">{task.title}</b>
          <TaskStateChip state={task.state} />
        </span>
        <span className="note-text ellipsis">
          {task.lead && '牵头 · '}
          {task.note}
        </span>
        <span className="row between">
          <span className="note-text ellipsis">
            {task.category.label} · {task.placeLabel}
          </span>
          <ClockText clock={task.clock} now={now} />
        </span>
      </Link>
    </li>
  );
}

function NoTasks({ tasks, tab }: Pick<TaskListProps, 'tasks' | 'tab'>) {
  if (!tasks.data) return <ListWaiting list={tasks} />;
  return (
    <StatePanel
      icon={<CircleCheck />}
      title={tab === 'open' ? '眼下没有要办的任务' : '还没有办过的任务'}
      note={tab === 'open' ? '社区派来的会自己出现在这里。' : undefined}
    />
  );
}
