import { View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { useState } from 'react';
import { ErrorPanel } from '../../../../components/ErrorPanel';
import { ListSkeleton } from '../../../../components/ListSkeleton';
import { OfflineBanner } from '../../../../components/OfflineBanner';
import { goHome } from '../../../../components/places';
import { Screen } from '../../../../components/Screen';
import { Segments } from '../../../../components/Segments';
import { StatePanel } from '../../../../components/StatePanel';
import { useNow } from '../../../../components/useNow';
import { useSomewhere } from '../../../../features/area/hooks';
import { FeedFoot } from '../../../../features/incident/FeedFoot';
import { type NoticesShown, useIsRead, useNotices } from '../../../../features/notice/hooks';
import { NoticeRow } from '../../../../features/notice/NoticeRow';

const EMPTY: Record<NoticesShown, [string, string]> = {
  here: ['现在没有和这里有关的通知', '停水、停电、活动，社区会发在这里'],
  everywhere: ['现在没有通知', '停水、停电、活动，社区会发在这里'],
  past: ['还没有过去的通知', '过了时间的通知会收在这里'],
};

/** 通知: what the community has told and not yet passed, and behind a tap what has. Nobody needs to sign in. */
export default function NoticesPage() {
  const { here } = useSomewhere();
  const known = here?.placeCode != null;
  const [chosen, setChosen] = useState<NoticesShown>();
  const shown = chosen ?? (known ? 'here' : 'everywhere');
  return (
    <Screen>
      {here ? (
        <View className="soft center">{[here.communityName, here.placeLabel].filter(Boolean).join('·')}</View>
      ) : null}
      <Segments
        id="notices"
        labels={{ ...(known ? { here: '这里的' } : {}), everywhere: '全社区', past: '过去的' }}
        chosen={shown}
        onChoose={setChosen}
      />
      <List key={shown} shown={shown} />
    </Screen>
  );
}

function List({ shown }: { shown: NoticesShown }) {
  const { query, items, seenAtMs } = useNotices(shown);
  const isRead = useIsRead();
  const nowMs = useNow();
  useReachBottom(() => {
    if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
  });
  if (items === undefined) {
    return query.isError ? (
      <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <ListSkeleton rows={4} words="正在取通知" />
    );
  }
  const [title, text] = EMPTY[shown];
  return (
    <>
      <OfflineBanner seenAtMs={seenAtMs} />
      {items.length === 0 ? (
        <StatePanel
          icon="megaphone"
          title={title}
          text={text}
          action={{ words: '回邻里', onTap: goHome, icon: 'house' }}
        />
      ) : (
        <>
          <View className="card" id={`notices-of-${shown}`}>
            {items.map((notice, i) => (
              <NoticeRow
                key={notice.id}
                notice={notice}
                nowMs={nowMs}
                // What is over is not news to anybody.
                read={shown === 'past' || isRead(notice)}
                place={`${i === 0 ? 'first' : ''} ${i === items.length - 1 ? 'last' : ''}`}
              />
            ))}
          </View>
          <FeedFoot query={query} count={items.length} offline={seenAtMs !== undefined} unit="条" />
        </>
      )}
    </>
  );
}
