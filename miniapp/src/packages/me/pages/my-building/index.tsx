import { View } from '@tarojs/components';
import { ErrorPanel } from '../../../../components/ErrorPanel';
import { Icon } from '../../../../components/Icon';
import { ListSkeleton } from '../../../../components/ListSkeleton';
import { goBack } from '../../../../components/places';
import { Screen } from '../../../../components/Screen';
import { Buildings } from '../../../../features/area/Buildings';
import { useSomewhere } from '../../../../features/area/hooks';
import { useHere } from '../../../../session/here.store';

/** Says in which grid one lives, so that the home screen knows whose grid worker to name. */
export default function MyBuildingPage() {
  const { here, communities } = useSomewhere();
  const settle = useHere((state) => state.settle);
  if (here === null) {
    return (
      <Screen>
        {communities.query.isError ? (
          <ErrorPanel error={communities.query.error} onRetry={() => void communities.query.refetch()} />
        ) : (
          <ListSkeleton rows={3} words="正在找这里的楼" />
        )}
      </Screen>
    );
  }
  return (
    <Screen>
      <View className="card col">
        <View className="t1">{here.communityName}</View>
        <Buildings
          id="my-building-search"
          communityId={here.communityId}
          onChoose={({ gridId, gridName }) => {
            settle({ id: gridId, name: gridName });
            goBack();
          }}
        />
      </View>
      <View className="note">
        <Icon name="info" small />
        <View>只记在这个手机上，用来找您的网格员。换社区在「邻里」最上面</View>
      </View>
    </Screen>
  );
}
