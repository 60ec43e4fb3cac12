import { View } from '@tarojs/components';
import Taro, { useReachBottom } from '@tarojs/taro';
import { Button } from '../../../../components/Button';
import { ErrorPanel } from '../../../../components/ErrorPanel';
import { IncidentRow } from '../../../../components/IncidentRow';
import { ListSkeleton } from '../../../../components/ListSkeleton';
import { OfflineBanner } from '../../../../components/OfflineBanner';
import { Screen } from '../../../../components/Screen';
import { StatePanel } from '../../../../components/StatePanel';
import { useNow } from '../../../../components/useNow';
import { FeedFoot } from '../../../../features/incident/FeedFoot';
import { useMyIncidents } from '../../../../features/incident/hooks';
import { useSignedIn } from '../../../../session/session.store';
import { goSignIn } from '../../../../session/useSignIn';

const goReport = () => void Taro.navigateTo({ url: '/packages/incident/pages/report/index' });

/** 我的事: everything this person has reported, the newest on top. */
export default function MinePage() {
  const signedIn = useSignedIn();
  return (
    <Screen>
      {signedIn ? (
        <MyIncidents />
      ) : (
        <StatePanel
          icon="circle-user-round"
          title="登录后看您报过的事"
          text="办到哪了，还剩多久，都在这里"
          action={{ words: '去登录', onTap: goSignIn }}
        >
          <Button kind="plain" icon="house" onTap={() => void Taro.switchTab({ url: '/pages/home/index' })}>
            先回邻里
          </Button>
        </StatePanel>
      )}
    </Screen>
  );
}

function MyIncidents() {
  const { query, items, seenAtMs } = useMyIncidents();
  const nowMs = useNow();
  useReachBottom(() => {
    if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
  });
  if (items === undefined) {
    return query.isError ? (
      <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <ListSkeleton rows={4} words="正在找您报过的事" />
    );
  }
  if (items.length === 0) {
    return (
      <>
        <OfflineBanner seenAtMs={seenAtMs} />
        <StatePanel
          icon="trees"
          title="还没有报过事"
          text="院里有什么不顺手，拍下来就行"
          action={{ words: '去随手拍', onTap: goReport, icon: 'camera' }}
        />
      </>
    );
  }
  const last = items.length - 1;
  return (
    <>
      <OfflineBanner seenAtMs={seenAtMs} />
      <View className="card" id="my-incidents">
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
