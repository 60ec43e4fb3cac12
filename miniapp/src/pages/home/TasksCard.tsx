import { useTasks } from '../../features/task/hooks';
import { TaskBench } from '../../features/task/TaskBench';

/** How many tasks stand on the home screen itself. */
const SHOWN = 4;

/** For who helps: what their organisation was asked to do comes first, as the workbench does for grid workers. */
export function TasksCard() {
  return <TaskBench tasks={useTasks()} shown={SHOWN} />;
}
