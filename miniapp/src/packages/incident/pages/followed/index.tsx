import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { ErrorPanel } from '../../../../components/ErrorPanel';
import { Icon } from '../../../../components/Icon';
import { ListSkeleton } from '../../../../components/ListSkeleton';
import { OfflineBanner } from '../../../../components/OfflineBanner';
import { Screen } from '../../../../components/Screen';
import { useNow } from '../../../../components/useNow';
import { useIncidentByCode } from '../../../../features/incident/hooks';
import { Refusal } from '../../../../request/refusal';
import { ClockCard } from '../detail/ClockCard';
import { DetailHead } from '../detail/DetailHead';
import { DetailPhotos } from '../detail/DetailPhotos';
import { WayHome } from '../detail/Doors';
import { Timeline } from '../detail/Timeline';
import { CodeForm } from './CodeForm';
import '../detail/index.css';

/** What the community typed in for a caller, read by the code on their slip. Nothing can be done here, and nobody signs in. */
export default function FollowedPage() {
  const [code, setCode] = useState(useRouter().params.code ?? '');
  const { query, data: incident, seenAtMs } = useIncidentByCode(code);
  const nowMs = useNow();
  const unknown = query.error instanceof Refusal && query.error.problem.status === 404;
  if (code === '' || unknown) {
    return (
      <Screen>
        <CodeForm wrong={unknown ? query.error?.message : undefined} onCode={setCode} />
        <WayHome />
      </Screen>
    );
  }
  if (incident === undefined) {
    return (
      <Screen>
        {query.isError ? (
          <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <ListSkeleton words="正在查这件事" />
        )}
        <WayHome />
      </Screen>
    );
  }
  const fixed = seenAtMs !== undefined;
  return (
    <Screen>
      <OfflineBanner seenAtMs={seenAtMs} />
      <DetailHead incident={incident} nowMs={nowMs} fixed={fixed} />
      <ClockCard incident={incident} nowMs={nowMs} fixed={fixed} />
      <DetailPhotos incident={incident} nowMs={nowMs} />
      <Timeline incident={incident} nowMs={nowMs} />
      <View className="note">
        <Icon name="info" small />
        <View>办好后，社区会打电话问您满不满意。用报事时的手机号登录，可以自己确认</View>
      </View>
      <WayHome />
    </Screen>
  );
}
