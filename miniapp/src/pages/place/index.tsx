import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useEffect } from 'react';
import { Button } from '../../components/Button';
import { ErrorPanel } from '../../components/ErrorPanel';
import { Icon } from '../../components/Icon';
import { ListSkeleton } from '../../components/ListSkeleton';
import { goHome, goReport, PLACE_PAGE } from '../../components/places';
import { Screen } from '../../components/Screen';
import { SnapButton } from '../../components/SnapButton';
import { StatePanel } from '../../components/StatePanel';
import { usePlace } from '../../features/area/hooks';
import { AroundFeed } from '../../features/incident/AroundFeed';
import { useAround } from '../../features/incident/useAround';
import { ShareButton } from '../../features/share/ShareButton';
import { useShareCard } from '../../features/share/useShareCard';
import { Refusal, sentence } from '../../request/refusal';
import { useHere } from '../../session/here.store';
import { scannedCode } from './scanned-code';

/** Where a printed code leads: this place, and what its neighbourhood is living. Nothing here needs signing in. */
export default function PlacePage() {
  const code = scannedCode(useRouter().params);
  const { data: place, query } = usePlace(code);
  const arrive = useHere((state) => state.arrive);
  const around = useAround(
    place
      ? {
          communityId: place.community.id,
          gridId: place.grid?.id ?? null,
        }
      : null,
  );

  useEffect(() => {
    if (!place) return;
    arrive({
      communityId: place.community.id,
      communityName: place.community.name,
      gridId: place.grid?.id ?? null,
      gridName: place.grid?.name ?? null,
      placeCode: place.code,
      placeLabel: place.label,
    });
  }, [place, arrive]);

  const card = place
    ? {
        title: `${place.label}，看看这里的事`,
        path: `${PLACE_PAGE}?code=${place.code}`,
      }
    : null;
  useShareCard(card);

  if (!place) {
    return (
      <Screen>
        {code === '' ? <BadCode title="没看清这张码" words="请再扫一次，或者自己选地方" /> : null}
        {code !== '' && query.isError ? (
          <PlaceError error={query.error} onRetry={() => void query.refetch()} />
        ) : null}
        {code !== '' && !query.isError ? <ListSkeleton words="正在看这是哪里" /> : null}
      </Screen>
    );
  }
  return (
    <Screen>
      <View className="hero">
        <View className="row-s soft">
          <Icon name="map-pin" small />
          <View>您在这里</View>
        </View>
        <View className="t0">{place.label}</View>
        <View className="soft">
          {[place.address, place.community.name, place.grid?.name].filter(Boolean).join('·')}
        </View>
      </View>
      <SnapButton words="这里有什么不顺手，拍一张就行" />
      <View className="section">
        <View className="t1">身边的事</View>
        <Button kind="plain" small icon="house" onTap={goHome}>
          去邻里
        </Button>
      </View>
      <AroundFeed around={around} onReport={goReport} />
      {card ? <ShareButton card={card} words="发给邻居看" /> : null}
    </Screen>
  );
}

const TITLES: Record<string, string> = {
  'place/malformed': '没看清这张码',
  'place/unknown': '没找到这个地方',
  'place/revoked': '这张码停用了',
};

function PlaceError({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const title = error instanceof Refusal ? TITLES[error.code] : undefined;
  return title ? (
    <BadCode title={title} words={sentence(error)} />
  ) : (
    <View className="col">
      <ErrorPanel error={error} onRetry={onRetry} />
      <Button kind="plain" icon="house" onTap={goHome}>
        回到邻里
      </Button>
    </View>
  );
}

function BadCode({ title, words }: { title: string; words: string }) {
  const leavePlace = useHere((state) => state.leavePlace);
  const chooseElsewhere = () => {
    leavePlace();
    goReport();
  };
  return (
    <StatePanel
      icon="map-pin-x"
      title={title}
      text={words}
      action={{ words: '回到邻里', onTap: goHome, icon: 'house' }}
    >
      <Button kind="plain" id="choose-place" onTap={chooseElsewhere}>
        自己选地方来报
      </Button>
    </StatePanel>
  );
}
