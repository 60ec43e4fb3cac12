import { View } from '@tarojs/components';
import { Button } from '../../components/Button';
import { Icon } from '../../components/Icon';
import { OfflineBanner } from '../../components/OfflineBanner';
import { goWorkbench } from '../../components/places';
import { pressable } from '../../components/pressable';
import { useNow } from '../../components/useNow';
import { sentence } from '../../request/refusal';
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
    <View className="card bench" id="tasks">
      <View className="bench-head">
        <Icon name="list-todo" />
        <View className="t1 bench-title">请我们办的事</View>
        {counts ? <View className="soft">{counts.open} 件待办</View> : null}
        {counts && counts.overdue > 0 && !fixed ? (
          <View className="chip chip-over">
            <Icon name="triangle-alert" />
            <View>{counts.overdue} 件超时</View>
          </View>
        ) : null}
      </View>
      <OfflineBanner seenAtMs={seenAtMs} />
      {!items && query.isError ? (
        <View className="bench-foot col">
          <View className="soft">{sentence(query.error)}</View>
          <Button kind="soft" small icon="refresh-cw" onTap={() => void query.refetch()}>
            再试一次
          </Button>
        </View>
      ) : null}
      {!items && !query.isError ? <View className="bench-foot soft">正在看有什么要办的</View> : null}
      {items?.length === 0 ? (
        <View className="bench-foot soft">手上的事都办完了，有新的会出现在这里</View>
      ) : null}
      {rows?.map((task, i) => (
        <TaskRow key={task.id} task={task} nowMs={nowMs} fixed={fixed} first={i === 0 && !fixed} />
      ))}
      {more > 0 ? (
        <View
          id="all-tasks"
          className="bench-more"
          aria-role="link"
          role="link"
          {...pressable(goWorkbench)}
          onClick={goWorkbench}
        >
          <View>还有 {more} 件</View>
          <Icon name="chevron-right" small />
        </View>
      ) : null}
    </View>
  );
}
