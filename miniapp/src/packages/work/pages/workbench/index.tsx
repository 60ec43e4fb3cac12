import { View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { Button } from '../../../../components/Button';
import { ErrorPanel } from '../../../../components/ErrorPanel';
import { ListSkeleton } from '../../../../components/ListSkeleton';
import { OfflineBanner } from '../../../../components/OfflineBanner';
import { goHome } from '../../../../components/places';
import { Screen } from '../../../../components/Screen';
import { StatePanel } from '../../../../components/StatePanel';
import { useNow } from '../../../../components/useNow';
import { useWorkbench } from '../../../../features/incident/hooks';
import { WorkRow } from '../../../../features/incident/WorkRow';
import { useMe } from '../../../../session/session.store';
import { goSignIn } from '../../../../session/useSignIn';

/** 工作台: every open case of mine, what runs out soonest first. */
export default function WorkbenchPage() {
  const me = useMe();
  const may = me?.permissions.includes('incident.workbench') ?? false;
  if (me === null) {
    return (
      <Screen>
        <StatePanel
          icon="circle-user-round"
          title="先登录"
          text="登录后看您负责的事"
          action={{ words: '去登录', onTap: goSignIn }}
        />
      </Screen>
    );
  }
  if (!may) {
    return (
      <Screen>
        <StatePanel
          icon="door-open"
          title="工作台是给网格员和社区用的"
          text="您报的事在「我的事」里看"
          action={{ words: '回到邻里', onTap: goHome }}
        />
      </Screen>
    );
  }
  return <Cases />;
}

function Cases() {
  const { items, first, query, seenAtMs } = useWorkbench();
  const now = useNow();
  useReachBottom(() => {
    if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
  });
  if (!items) {
    return (
      <Screen>
        {query.isError ? (
          <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <ListSkeleton rows={5} words="正在取您负责的事" />
        )}
      </Screen>
    );
  }
  if (items.length === 0) {
    return (
      <Screen>
        <StatePanel icon="trees" title="手上的事都办完了" text="有新的事会出现在这里" />
      </Screen>
    );
  }
  const counts = first && 'counts' in first ? first.counts : undefined;
  return (
    <Screen>
      <OfflineBanner seenAtMs={seenAtMs} />
      <View className="card">
        <View className="row between wrap">
          <View className="t1">快到时限的在前面</View>
          <View className="soft">{counts?.open ?? items.length} 件待办</View>
        </View>
        {items.map((card) => (
          <WorkRow key={card.id} card={card} nowMs={now} fixed={seenAtMs !== undefined} />
        ))}
      </View>
      {query.hasNextPage ? (
        <Button kind="plain" small busy={query.isFetchingNextPage} onTap={() => void query.fetchNextPage()}>
          再看一些
        </Button>
      ) : (
        <View className="end">到底了</View>
      )}
    </Screen>
  );
}
