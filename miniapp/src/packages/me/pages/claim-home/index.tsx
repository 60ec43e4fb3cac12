import { View } from '@tarojs/components';
import { ErrorPanel } from '../../../../components/ErrorPanel';
import { ListSkeleton } from '../../../../components/ListSkeleton';
import { Screen } from '../../../../components/Screen';
import { StatePanel } from '../../../../components/StatePanel';
import { useSomewhere } from '../../../../features/area/hooks';
import { useMe } from '../../../../session/session.store';
import { goSignIn } from '../../../../session/useSignIn';
import { ClaimForm } from './ClaimForm';

/** 认领一户: building, entrance, room, and what I am to it. */
export default function ClaimHomePage() {
  const me = useMe();
  const { here, communities } = useSomewhere();
  if (!me) {
    return (
      <Screen>
        <StatePanel
          icon="circle-user-round"
          title="登录后认领您家"
          action={{ words: '去登录', onTap: goSignIn }}
        />
      </Screen>
    );
  }
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
      <View className="soft">{here.communityName}。换社区在「邻里」最上面</View>
      <ClaimForm personId={me.id} communityId={here.communityId} placeCode={here.placeCode} />
    </Screen>
  );
}
