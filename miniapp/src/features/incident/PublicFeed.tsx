import { View } from '@tarojs/components';
import { Button } from '../../components/Button';
import { ErrorPanel } from '../../components/ErrorPanel';
import { IncidentRow } from '../../components/IncidentRow';
import { ListSkeleton } from '../../components/ListSkeleton';
import { OfflineBanner } from '../../components/OfflineBanner';
import { StatePanel } from '../../components/StatePanel';
import { useNow } from '../../components/useNow';
import type { usePublicIncidents } from './hooks';

/** What the neighbourhood is living, readable by anyone: with its waiting, empty, failed and last states. */
export function PublicFeed({
  feed,
  onReport,
  nothingWords = '这里还没有人报过事',
}: {
  feed: ReturnType<typeof usePublicIncidents>;
  onReport: () => void;
  nothingWords?: string | undefined;
}) {
  const now = useNow();
  const { items, query, seenAtMs } = feed;
  if (!items) {
    return query.isError ? (
      <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <ListSkeleton words="正在找身边的事" />
    );
  }
  if (items.length === 0) {
    return (
      <StatePanel
        icon="trees"
        title={nothingWords}
        text="看到什么不顺手，拍下来就行"
        action={{ words: '去随手拍', onTap: onReport }}
      />
    );
  }
  return (
    <View className="col">
      <OfflineBanner seenAtMs={seenAtMs} />
      <View className="card">
        {items.map((card, i) => (
          <IncidentRow
            key={card.id}
            card={card}
            nowMs={now}
            fixed={seenAtMs !== undefined}
            place={
              items.length === 1 ? 'only' : i === 0 ? 'first' : i === items.length - 1 ? 'last' : 'middle'
            }
          />
        ))}
      </View>
      {query.hasNextPage ? (
        <Button kind="plain" small busy={query.isFetchingNextPage} onTap={() => void query.fetchNextPage()}>
          {query.isFetchingNextPage ? '正在找' : '再看一些'}
        </Button>
      ) : (
        <View className="end">一共 {items.length} 件，到底了</View>
      )}
    </View>
  );
}
