import { View } from '@tarojs/components';
import { ErrorPanel } from '../../../../components/ErrorPanel';
import { Icon } from '../../../../components/Icon';
import { ListSkeleton } from '../../../../components/ListSkeleton';
import { OfflineBanner } from '../../../../components/OfflineBanner';
import { Screen } from '../../../../components/Screen';
import { StatePanel } from '../../../../components/StatePanel';
import { WechatConsent } from '../../../../features/inbox/WechatConsent';
import { sentence } from '../../../../request/refusal';
import { useSignedIn } from '../../../../session/session.store';
import { goSignIn } from '../../../../session/useSignIn';
import { KindCard } from './KindCard';
import { QuietHoursCard } from './QuietHoursCard';
import { useMessageSettings } from './useMessageSettings';

/** 消息设置: how and when I am told. The inbox has everything; the other ways can be chosen. */
export default function MessageSettingsPage() {
  const signedIn = useSignedIn();
  return (
    <Screen>
      {signedIn ? (
        <Settings />
      ) : (
        <StatePanel
          icon="circle-user-round"
          title="登录后设置消息"
          action={{ words: '去登录', onTap: goSignIn }}
        />
      )}
    </Screen>
  );
}

function Settings() {
  const { data, query, seenAtMs, change } = useMessageSettings();
  if (data === undefined) {
    return query.isError ? (
      <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <ListSkeleton rows={3} words="正在找您的设置" />
    );
  }
  const unreachable = data.channels.some(({ channel, reachable }) => channel === 'wechat' && !reachable);
  return (
    <>
      <OfflineBanner seenAtMs={seenAtMs} />
      {change.isError ? (
        <View className="note note-over" aria-role="alert" role="alert" id="settings-refused">
          <Icon name="circle-alert" small />
          <View>没改成：{sentence(change.error)}</View>
        </View>
      ) : null}
      <WechatConsent ask="always" />
      <View className="note">
        <Icon name="info" small />
        <View className="grow">
          <View>消息一直都在「消息」里，不会少。</View>
          {data.channels.length > 0 ? <View>别的方式自己选。</View> : null}
          {unreachable ? <View>在微信里登录过一次小程序，微信才找得到您。</View> : null}
        </View>
      </View>
      {data.kinds.map((kind) => (
        <KindCard
          key={kind.kind}
          setting={kind}
          channels={data.channels}
          onTurn={(channel, on) => change.mutate({ choices: [{ kind: kind.kind, channel, on }] })}
        />
      ))}
      {data.channels.length > 0 ? (
        <QuietHoursCard
          quietHours={data.quietHours}
          urgent={data.kinds.filter(({ urgent }) => urgent).map(({ label }) => label)}
          onChange={(quietHours) => change.mutate({ quietHours })}
        />
      ) : null}
    </>
  );
}
