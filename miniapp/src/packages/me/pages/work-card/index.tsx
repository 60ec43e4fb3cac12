import { View } from '@tarojs/components';
import { ErrorPanel } from '../../../../components/ErrorPanel';
import { ListSkeleton } from '../../../../components/ListSkeleton';
import { OfflineBanner } from '../../../../components/OfflineBanner';
import { goHome } from '../../../../components/places';
import { Screen } from '../../../../components/Screen';
import { StatePanel } from '../../../../components/StatePanel';
import { useMyWorkCard } from '../../../../features/contact/hooks';
import { useMe } from '../../../../session/session.store';
import { goSignIn } from '../../../../session/useSignIn';
import { WorkCardForm } from './WorkCardForm';

/** 给居民看的名片: a number residents may call, shown only while its owner agrees. */
export default function WorkCardPage() {
  const me = useMe();
  if (!me) {
    return (
      <Screen>
        <StatePanel
          icon="circle-user-round"
          title="登录后看您的名片"
          action={{ words: '去登录', onTap: goSignIn }}
        />
      </Screen>
    );
  }
  if (!me.permissions.includes('work_card.set')) {
    return (
      <Screen>
        <StatePanel
          icon="eye-off"
          title="您没有要给居民看的名片"
          text="网格员和社区工作者才有"
          action={{ words: '回邻里', onTap: goHome, icon: 'house' }}
        />
      </Screen>
    );
  }
  return (
    <Screen>
      <MyCard personId={me.id} name={me.name} />
    </Screen>
  );
}

function MyCard({ personId, name }: { personId: string; name: string }) {
  const { data, query, seenAtMs, set } = useMyWorkCard();
  if (data === undefined) {
    return query.isError ? (
      <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <ListSkeleton rows={2} words="正在找您的名片" />
    );
  }
  return (
    <View className="col">
      <OfflineBanner seenAtMs={seenAtMs} />
      <WorkCardForm personId={personId} name={name} card={data} set={set} />
    </View>
  );
}
