import { View } from '@tarojs/components';
import { Button } from '../../../../components/Button';
import { ErrorPanel } from '../../../../components/ErrorPanel';
import { Icon } from '../../../../components/Icon';
import { ListSkeleton } from '../../../../components/ListSkeleton';
import { OfflineBanner } from '../../../../components/OfflineBanner';
import { goGuardianConsent, goPrivacyNotice } from '../../../../components/places';
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
      <GuardianCard />
    </Screen>
  );
}

function SignedOut() {
  return (
    <View className="card col">
      <View className="row">
        <Icon name="shield-check" />
        <View className="grow col-s">
          <View className="t1">登录以后，看我们存了什么</View>
          <View className="soft">
            可以改、带走或者注销。社区的业主名册和替您登记的家，也是登录以后才看得到
          </View>
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

/** Guardians may have no account of their own, and the child's telephone is not theirs. */
function GuardianCard() {
  return (
    <View className="card col">
      <View className="t1">您是监护人</View>
      <View className="soft">替孩子同意过的，用当时的手机号随时可以收回，不用登录</View>
      <Button kind="outline" id="guardian-door" onTap={goGuardianConsent}>
        收回同意
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
