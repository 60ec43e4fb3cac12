import { Bench } from '../../components/Bench';
import { useNow } from '../../components/useNow';
import type { useTasks } from './hooks';
import { TaskRow } from './TaskRow';

interface Props {
  tasks: ReturnType<typeof useTasks>;
  /** On the home screen only the first few, and a way to the rest. */
  shown?: number;
}

/** What my organisation was asked to do, sorted by what runs out soonest. */
export function TaskBench({ tasks, shown }: Props) {
  const { items, first, query, seenAtMs } = tasks;
  const nowMs = useNow();
  const fixed = seenAtMs !== undefined;
  const counts = first?.counts;
  const rows = shown === undefined ? items : items?.slice(0, shown);
  const more = shown === undefined ? 0 : (counts?.open ?? 0) - (rows?.length ?? 0);
  return (
    <Bench
      id="tasks"
      title="请我们办的事"
      counts={counts}
      known={items?.length}
      query={query}
      seenAtMs={seenAtMs}
      more={{ id: 'all-tasks', count: more }}
    >
      {rows?.map((task, i) => (
        <TaskRow key={task.id} task={task} nowMs={nowMs} fixed={fixed} first={i === 0 && !fixed} />
      ))}
    </Bench>
  );
}
