import { View } from '@tarojs/components';
import { Button } from '../../../../components/Button';
import { ErrorPanel } from '../../../../components/ErrorPanel';
import { Icon } from '../../../../components/Icon';
import { ListSkeleton } from '../../../../components/ListSkeleton';
import { OfflineBanner } from '../../../../components/OfflineBanner';
import { goPrivacyNotice } from '../../../../components/places';
import { Screen } from '../../../../components/Screen';
import { useMyPrivacy } from '../../../../features/privacy/hooks';
import { LeavingCard } from '../../../../features/privacy/LeavingCard';
import { useSignedIn } from '../../../../session/session.store';
import { goSignIn } from '../../../../session/useSignIn';
import { DeviceCard } from './DeviceCard';
import { ExportCard } from './ExportCard';
import { HoldingsCard } from './HoldingsCard';
import { MoreCard } from './MoreCard';
import { NoticeCard } from './NoticeCard';

/** 隐私: what one agreed to, what is kept of one, and what one can do about it. */
export default function PrivacyPage() {
  return (
    <Screen>
      {useSignedIn() ? <Mine /> : <SignedOut />}
      <DeviceCard />
    </Screen>
  );
}

function SignedOut() {
  return (
    <View className="card col">
      <View className="row">
        <Icon name="shield-check" />
        <View className="grow col-s">
          <View className="t1">没有登录，就没有您的信息</View>
          <View className="soft">登录以后，在这里看我们存了什么，可以改、带走或者注销</View>
        </View>
      </View>
      <Button kind="soft" id="privacy-whole-text" onTap={goPrivacyNotice}>
        看隐私说明
      </Button>
      <Button kind="outline" id="privacy-sign-in" onTap={goSignIn}>
        去登录
      </Button>
    </View>
  );
}

function Mine() {
  const { data, query, seenAtMs } = useMyPrivacy();
  if (data === undefined) {
    return query.isError ? (
      <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <ListSkeleton rows={3} words="正在找您的隐私设置" />
    );
  }
  return (
    <>
      <OfflineBanner seenAtMs={seenAtMs} />
      {data.erasure ? <LeavingCard erasure={data.erasure} /> : null}
      <HoldingsCard />
      <ExportCard />
      <NoticeCard mine={data} />
      <MoreCard mine={data} />
    </>
  );
}
