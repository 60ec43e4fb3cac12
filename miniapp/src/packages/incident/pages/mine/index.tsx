import { View } from '@tarojs/components';
import { useReachBottom, useRouter } from '@tarojs/taro';
import { type ReactNode, useState } from 'react';
import { Button } from '../../../../components/Button';
import { ErrorPanel } from '../../../../components/ErrorPanel';
import { IncidentRow } from '../../../../components/IncidentRow';
import { ListSkeleton } from '../../../../components/ListSkeleton';
import { OfflineBanner } from '../../../../components/OfflineBanner';
import { goHome, goReport } from '../../../../components/places';
import { Screen } from '../../../../components/Screen';
import { Segments } from '../../../../components/Segments';
import { StatePanel } from '../../../../components/StatePanel';
import { useNow } from '../../../../components/useNow';
import { FeedFoot } from '../../../../features/incident/FeedFoot';
import { useFollowedIncidents, useMyIncidents } from '../../../../features/incident/hooks';
import { useSignedIn } from '../../../../session/session.store';
import { goSignIn } from '../../../../session/useSignIn';

type Shown = 'reported' | 'followed';

/** 我的事: everything this person has reported, and what they follow, each with the newest on top. */
export default function MinePage() {
  const signedIn = useSignedIn();
  const first = useRouter().params.show === 'followed' ? 'followed' : 'reported';
  const [shown, setShown] = useState<Shown>(first);
  return (
    <Screen>
      {signedIn ? (
        <>
          <Segments id="mine" labels={TABS} chosen={shown} onChoose={setShown} />
          {shown === 'reported' ? <Reported /> : <Followed />}
        </>
      ) : (
        <StatePanel
          icon="circle-user-round"
          title="登录后看您报过的事"
          text="办到哪了，还剩多久，都在这里"
          action={{ words: '去登录', onTap: goSignIn }}
        >
          <Button kind="plain" icon="house" onTap={goHome}>
            先回邻里
          </Button>
        </StatePanel>
      )}
    </Screen>
  );
}

const TABS: Record<Shown, string> = { reported: '我报的', followed: '我关注的' };

function Reported() {
  return (
    <Feed
      feed={useMyIncidents()}
      id="my-incidents"
      waiting="正在找您报过的事"
      empty={
        <StatePanel
          icon="trees"
          title="还没有报过事"
          text="院里有什么不顺手，拍下来就行"
          action={{ words: '去随手拍', onTap: goReport, icon: 'camera' }}
        />
      }
    />
  );
}

function Followed() {
  return (
    <Feed
      feed={useFollowedIncidents()}
      id="my-followed-incidents"
      waiting="正在找您关注的事"
      empty={
        <StatePanel
          icon="users-round"
          title="还没有关注的事"
          text="看到和您有关的事，点「我也关注」，办到哪了都会告诉您"
          action={{ words: '看身边的事', onTap: goHome, icon: 'house' }}
        />
      }
    />
  );
}

interface FeedProps {
  feed: ReturnType<typeof useMyIncidents>;
  id: string;
  /** What is said while it is read for the first time. */
  waiting: string;
  empty: ReactNode;
}

function Feed({ feed: { query, items, seenAtMs }, id, waiting, empty }: FeedProps) {
  const nowMs = useNow();
  useReachBottom(() => {
    if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
  });
  if (items === undefined) {
    return query.isError ? (
      <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <ListSkeleton rows={4} words={waiting} />
    );
  }
  if (items.length === 0) {
    return (
      <>
        <OfflineBanner seenAtMs={seenAtMs} />
        {empty}
      </>
    );
  }
  const last = items.length - 1;
  return (
    <>
      <OfflineBanner seenAtMs={seenAtMs} />
      <View className="card" id={id}>
        {items.map((card, i) => (
          <IncidentRow
            key={card.id}
            card={card}
            nowMs={nowMs}
            fixed={seenAtMs !== undefined}
            place={last === 0 ? 'only' : i === 0 ? 'first' : i === last ? 'last' : 'middle'}
          />
        ))}
      </View>
      <FeedFoot query={query} count={items.length} offline={seenAtMs !== undefined} />
    </>
  );
}
