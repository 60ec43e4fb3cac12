import type { Permission } from '@linli/shared';
import { View } from '@tarojs/components';
import Taro, { useReachBottom } from '@tarojs/taro';
import { Button } from '../../../../components/Button';
import { ErrorPanel } from '../../../../components/ErrorPanel';
import { Icon } from '../../../../components/Icon';
import { ListSkeleton } from '../../../../components/ListSkeleton';
import { OfflineBanner } from '../../../../components/OfflineBanner';
import { Screen } from '../../../../components/Screen';
import { StatePanel } from '../../../../components/StatePanel';
import { useNow } from '../../../../components/useNow';
import { FeedFoot } from '../../../../features/incident/FeedFoot';
import { useAct, useWorkbench } from '../../../../features/incident/hooks';
import { WorkRow } from '../../../../features/incident/WorkRow';
import { useTasks } from '../../../../features/task/hooks';
import { TaskBench } from '../../../../features/task/TaskBench';
import { Refusal, sentence } from '../../../../request/refusal';
import { useMe } from '../../../../session/session.store';
import { goSignIn } from '../../../../session/useSignIn';

const goHome = () => void Taro.switchTab({ url: '/pages/home/index' });

/** 工作台: what is due, sorted by what runs out soonest. */
export default function WorkbenchPage() {
  const me = useMe();
  return <Screen>{me === null ? <SignedOut /> : <Work permissions={me.permissions} />}</Screen>;
}

/** Cases for who handles them, tasks for who helps; somebody may well do both. */
function Work({ permissions }: { permissions: readonly Permission[] }) {
  const handles = permissions.includes('incident.workbench');
  const helps = permissions.includes('task.list');
  return (
    <>
      {helps ? <Asked /> : null}
      {handles || !helps ? <Due may={handles} /> : null}
    </>
  );
}

/** What an organisation was asked to do. */
function Asked() {
  const tasks = useTasks();
  const { query, items, seenAtMs } = tasks;
  useReachBottom(() => {
    if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
  });
  return (
    <>
      <TaskBench tasks={tasks} />
      {items && items.length > 0 ? (
        <FeedFoot query={query} count={items.length} offline={seenAtMs !== undefined} />
      ) : null}
    </>
  );
}

function Due({ may }: { may: boolean }) {
  const { query, first, items, seenAtMs } = useWorkbench(may);
  const nowMs = useNow();
  const { mutate, isPending, variables, error } = useAct();
  useReachBottom(() => {
    if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
  });
  if (!may || (query.error instanceof Refusal && query.error.problem.status === 403)) return <NotPermitted />;
  if (first === undefined || items === undefined) {
    return query.isError ? (
      <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <ListSkeleton rows={4} words="正在取要办的事" />
    );
  }
  const fixed = seenAtMs !== undefined;
  const { open, overdue } = first.counts;
  return (
    <>
      <OfflineBanner seenAtMs={seenAtMs} />
      {error === null ? null : (
        <View className="note note-over" aria-role="alert" role="alert" id="act-failure">
          <Icon name="circle-alert" small />
          <View>{sentence(error)}</View>
        </View>
      )}
      {items.length === 0 ? (
        <StatePanel icon="badge-check" title="现在没有要办的事" text="有新的事会出现在这里">
          <Button kind="soft" icon="house" onTap={goHome}>
            回邻里
          </Button>
        </StatePanel>
      ) : (
        <>
          <View className="card bench" id="workbench">
            <View className="row wrap bench-head">
              <Icon name="list-todo" />
              <View className="t1 bench-title">要办的事</View>
              <View className="soft">{open} 件待办</View>
              {overdue > 0 && !fixed ? (
                <View className="chip chip-over">
                  <Icon name="triangle-alert" />
                  <View>{overdue} 件超时</View>
                </View>
              ) : null}
            </View>
            {items.map((card, i) => (
              <WorkRow
                key={card.id}
                card={card}
                nowMs={nowMs}
                fixed={fixed}
                first={i === 0}
                busy={isPending && variables?.id === card.id}
                onAccept={() => mutate({ id: card.id, action: 'accept' })}
              />
            ))}
          </View>
          <FeedFoot query={query} count={items.length} offline={fixed} />
        </>
      )}
    </>
  );
}

function NotPermitted() {
  return (
    <StatePanel
      icon="door-open"
      title="工作台给网格员、社区和帮忙的单位用"
      text="您报的事在「我的事」里看。要是您也是网格员，请社区给您开通"
      action={{ words: '回邻里', onTap: goHome, icon: 'house' }}
    />
  );
}

function SignedOut() {
  return (
    <StatePanel
      icon="circle-user-round"
      title="登录后看要办的事"
      text="工作台给网格员、社区和帮忙的单位用"
      action={{ words: '去登录', onTap: goSignIn }}
    >
      <Button kind="plain" icon="house" onTap={goHome}>
        先回邻里
      </Button>
    </StatePanel>
  );
}
