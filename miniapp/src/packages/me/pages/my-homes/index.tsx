import { View } from '@tarojs/components';
import { Button } from '../../../../components/Button';
import { ErrorPanel } from '../../../../components/ErrorPanel';
import { ListSkeleton } from '../../../../components/ListSkeleton';
import { OfflineBanner } from '../../../../components/OfflineBanner';
import { goClaimHome } from '../../../../components/places';
import { Screen } from '../../../../components/Screen';
import { StatePanel } from '../../../../components/StatePanel';
import { useMyHomesWaiting } from '../../../../features/household/hooks';
import { useSignedIn } from '../../../../session/session.store';
import { goSignIn } from '../../../../session/useSignIn';
import { HomeCard } from './HomeCard';

/** 我家: where I belong, what waits for an answer, and, for an owner, who lives there. */
export default function MyHomesPage() {
  if (!useSignedIn()) {
    return (
      <Screen>
        <StatePanel
          icon="circle-user-round"
          title="登录后看您家"
          text="认领了房子，停水停电、网格员都按您家来"
          action={{ words: '去登录', onTap: goSignIn }}
        />
      </Screen>
    );
  }
  return <MyHomes />;
}

const OVER = ['refused', 'withdrawn', 'ended'];

function MyHomes() {
  const { data, query, seenAtMs } = useMyHomesWaiting();
  const now = data?.items.filter(({ state }) => !OVER.includes(state)) ?? [];
  const over = data?.items.filter(({ state }) => OVER.includes(state)) ?? [];
  const claim = (
    // Whoever has a home seldom needs another: what they came to see comes first.
    <Button stretch kind={now.length > 0 ? 'soft' : 'solid'} id="claim-home" icon="house" onTap={goClaimHome}>
      {now.length > 0 ? '再认领一户' : '认领一户'}
    </Button>
  );
  if (data === undefined) {
    return (
      <Screen>
        {query.isError ? (
          <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <ListSkeleton rows={2} words="正在找您家" />
        )}
      </Screen>
    );
  }
  return (
    <Screen foot={claim}>
      <OfflineBanner seenAtMs={seenAtMs} />
      {data.items.length === 0 ? (
        <StatePanel
          icon="house"
          title="还没有认领房子"
          text="认领后，停水停电的通知和网格员都按您家来。别人看不到您住哪"
        />
      ) : null}
      {now.map((home) => (
        <HomeCard key={home.id} home={home} />
      ))}
      {over.length > 0 ? (
        <View className="section">
          <View className="t2">以前的</View>
        </View>
      ) : null}
      {over.map((home) => (
        <HomeCard key={home.id} home={home} />
      ))}
    </Screen>
  );
}
