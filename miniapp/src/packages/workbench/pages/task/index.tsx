import { useRouter } from '@tarojs/taro';
import { Button } from '../../../../components/Button';
import { ErrorPanel } from '../../../../components/ErrorPanel';
import { ListSkeleton } from '../../../../components/ListSkeleton';
import { OfflineBanner } from '../../../../components/OfflineBanner';
import { goHome } from '../../../../components/places';
import { Screen } from '../../../../components/Screen';
import { StatePanel } from '../../../../components/StatePanel';
import { useNow } from '../../../../components/useNow';
import { useTask } from '../../../../features/task/hooks';
import { Refusal } from '../../../../request/refusal';
import { useSignedIn } from '../../../../session/session.store';
import { goSignIn } from '../../../../session/useSignIn';
import { TaskClock, TaskHead, TaskOthers, TaskReport, TaskTimeline } from './TaskCards';
import { TaskFoot } from './TaskFoot';
import { TaskSheets } from './TaskSheets';
import { moreMoves, nextMove } from './task-moves';
import { useTaskMoves } from './useTaskMoves';
import './index.css';

/** A refusal with one of these will not change by asking again: it is somebody else's task. */
const NOT_OURS = [400, 401, 403, 404];

/** One organisation's part of a case: what, where, by when, and its next step. */
export default function TaskPage() {
  const id = useRouter().params.id ?? '';
  const signedIn = useSignedIn();
  const { query, data: task, seenAtMs } = useTask(id, signedIn);
  const nowMs = useNow();
  const moves = useTaskMoves(id);
  const { error } = query;
  if (!signedIn) {
    return (
      <Screen>
        <StatePanel
          icon="circle-user-round"
          title="登录后看请您办的事"
          text="用单位给您登记的手机号登录"
          action={{ words: '去登录', onTap: goSignIn }}
        >
          <Button kind="plain" icon="house" onTap={goHome}>
            先回邻里
          </Button>
        </StatePanel>
      </Screen>
    );
  }
  if (id === '' || (error instanceof Refusal && NOT_OURS.includes(error.problem.status))) {
    return (
      <Screen>
        <StatePanel
          icon="door-open"
          title="这个任务不归您办"
          text="可能转给了别家。要是该您办，请社区看一看"
          action={{ words: '回邻里', onTap: goHome, icon: 'house' }}
        />
      </Screen>
    );
  }
  if (task === undefined) {
    return (
      <Screen>
        {query.isError ? (
          <ErrorPanel error={error} onRetry={() => void query.refetch()} />
        ) : (
          <ListSkeleton words="正在打开这个任务" />
        )}
      </Screen>
    );
  }
  const fixed = seenAtMs !== undefined;
  const foot = nextMove(task) !== undefined || moreMoves(task).length > 0 || moves.failure !== undefined;
  return (
    <Screen foot={foot ? <TaskFoot task={task} moves={moves} /> : null}>
      <OfflineBanner seenAtMs={seenAtMs} />
      <TaskHead task={task} />
      <TaskClock task={task} nowMs={nowMs} fixed={fixed} />
      <TaskReport task={task} nowMs={nowMs} />
      <TaskOthers task={task} />
      <TaskTimeline task={task} nowMs={nowMs} />
      <TaskSheets task={task} nowMs={nowMs} moves={moves} />
    </Screen>
  );
}
