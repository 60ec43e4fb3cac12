import { View } from '@tarojs/components';
import { Button } from '../../../../components/Button';
import { ErrorPanel } from '../../../../components/ErrorPanel';
import { Icon } from '../../../../components/Icon';
import { ListSkeleton } from '../../../../components/ListSkeleton';
import { OfflineBanner } from '../../../../components/OfflineBanner';
import { Screen } from '../../../../components/Screen';
import { StatePanel } from '../../../../components/StatePanel';
import { Wrong } from '../../../../components/Wrong';
import { useMySessions, useSignOutElsewhere } from '../../../../features/devices/hooks';
import { sentence } from '../../../../request/refusal';
import { useSignedIn } from '../../../../session/session.store';
import { goSignIn } from '../../../../session/useSignIn';
import { DeviceCard } from './DeviceCard';

/** 登录的设备: where one is signed in, and the way out of any of them, as after losing a phone. */
export default function DevicesPage() {
  const signedIn = useSignedIn();
  return (
    <Screen>
      {signedIn ? (
        <Devices />
      ) : (
        <StatePanel
          icon="circle-user-round"
          title="登录后看登录的设备"
          action={{ words: '去登录', onTap: goSignIn }}
        />
      )}
    </Screen>
  );
}

function Devices() {
  const { data, query, seenAtMs } = useMySessions();
  const signOut = useSignOutElsewhere();
  if (data === undefined) {
    return query.isError ? (
      <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <ListSkeleton rows={2} words="正在找登录的设备" />
    );
  }
  // The one in hand first: the others are what one came to look at.
  const items = [...data.items].sort((one, other) => Number(other.current) - Number(one.current));
  const others = items.filter(({ current }) => !current);
  const busyWith = signOut.isPending ? signOut.variables : undefined;
  return (
    <>
      <OfflineBanner seenAtMs={seenAtMs} />
      <View className="note">
        <Icon name="info" small />
        <View className="grow">
          {others.length === 0
            ? '只有这一台登录着。换了手机、丢了手机，都可以到这里看。'
            : '有不认得的，或者手机丢了，就让它退出。马上生效。'}
        </View>
      </View>
      {items.map((session) => (
        <DeviceCard
          key={session.id}
          session={session}
          busy={busyWith === session.id}
          onSignOut={() => signOut.mutate(session.id)}
        />
      ))}
      <Wrong words={signOut.isError ? sentence(signOut.error) : undefined} />
      {others.length > 1 ? (
        <Button
          id="sign-out-others"
          kind="outline"
          icon="log-out"
          busy={busyWith === null}
          onTap={() => signOut.mutate(null)}
        >
          别的设备都退出
        </Button>
      ) : null}
    </>
  );
}
