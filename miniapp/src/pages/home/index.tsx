import { useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { ErrorPanel } from '../../components/ErrorPanel';
import { goReport, homeIn } from '../../components/places';
import { Screen } from '../../components/Screen';
import { SnapButton } from '../../components/SnapButton';
import { useOverview, useSomewhere } from '../../features/area/hooks';
import { useMyHomeIsHere } from '../../features/household/hooks';
import { AroundFeed } from '../../features/incident/AroundFeed';
import { useAround } from '../../features/incident/useAround';
import { ShareButton } from '../../features/share/ShareButton';
import { useShareCard } from '../../features/share/useShareCard';
import { useMe } from '../../session/session.store';
import { useFreshMe } from '../../session/useFreshMe';
import { AwaitingMe } from './AwaitingMe';
import { Doors } from './Doors';
import { HomeClaimsCard } from './HomeClaimsCard';
import { MyWorkerCard } from './MyWorkerCard';
import { NoticesCard } from './NoticesCard';
import { PlaceChip } from './PlaceChip';
import { TasksCard } from './TasksCard';
import { WorkbenchCard } from './WorkbenchCard';
import './index.css';

/** 邻里: where I am, one big button, what waits for me, and what the neighbourhood is living. */
export default function HomePage() {
  useFreshMe();
  const me = useMe();
  const { here, communities } = useSomewhere();
  useMyHomeIsHere();
  const overview = useOverview(here?.communityId ?? null);
  const around = useAround(here);
  const client = useQueryClient();
  const handles = me?.permissions.includes('incident.workbench') ?? false;
  const helps = me?.permissions.includes('task.list') ?? false;
  const works = handles || helps;

  const invitation = here && {
    title: `${here.communityName}的事，一起看、一起办`,
    path: homeIn(here.communityId),
  };
  useShareCard(invitation);

  usePullDownRefresh(() => {
    void client.invalidateQueries().finally(() => Taro.stopPullDownRefresh());
  });

  return (
    <Screen>
      <View className={`hero ${works ? '' : 'hero-home'}`}>
        {works ? null : <View className="hero-sky" aria-hidden />}
        <PlaceChip />
        {works ? null : (
          <View className="hello">
            <View className="t1">{greeting(new Date().getHours())}</View>
            <View className="soft">
              {overview.data && overview.seenAtMs === undefined
                ? `今天社区办好了 ${overview.data.resolvedTodayCount} 件事`
                : '看看院里今天有什么事'}
            </View>
          </View>
        )}
      </View>
      {handles ? <WorkbenchCard /> : null}
      {helps ? <TasksCard /> : null}
      {me?.permissions.includes('household.confirm') ? <HomeClaimsCard /> : null}
      <SnapButton />
      {me ? <AwaitingMe /> : null}
      <NoticesCard />
      {handles ? null : <MyWorkerCard />}
      <Doors />
      <View className="section">
        <View className="t1">身边的事</View>
      </View>
      {here === null && communities.query.isError ? (
        <ErrorPanel error={communities.query.error} onRetry={() => void communities.query.refetch()} />
      ) : (
        <AroundFeed around={around} onReport={goReport} />
      )}
      {invitation ? <ShareButton card={invitation} words="请邻居一起来" /> : null}
    </Screen>
  );
}

function greeting(hour: number): string {
  if (hour < 5 || hour >= 18) return '晚上好，邻居';
  if (hour < 11) return '早上好，邻居';
  if (hour < 14) return '中午好，邻居';
  return '下午好，邻居';
}
