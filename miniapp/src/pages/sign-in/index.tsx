import { View } from '@tarojs/components';
import { useState } from 'react';
import { Icon } from '../../components/Icon';
import { goBack } from '../../components/places';
import { Screen } from '../../components/Screen';
import type { Session } from '../../request/contract';
import { sentence } from '../../request/refusal';
import { signedIn } from '../../session/useSignIn';
import { DemoPeopleCard } from './DemoPeopleCard';
import { PhoneForm } from './PhoneForm';
import { WechatButton } from './WechatButton';

/** Signing in, asked for only when there is something to do with it. Afterwards one is back where one was. */
export default function SignInPage() {
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const enter = async (signIn: () => Promise<Session>) => {
    if (busy) return;
    setBusy(true);
    setWrong(null);
    try {
      signedIn(await signIn());
      goBack();
    } catch (error) {
      setWrong(sentence(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Screen>
      <View className="card col">
        <View className="t0">登录邻里共治</View>
        {process.env.TARO_ENV === 'weapp' ? (
          <WechatButton busy={busy} enter={enter} />
        ) : (
          <PhoneForm busy={busy} enter={enter} />
        )}
        {wrong ? (
          <View className="note note-over" aria-role="alert" role="alert">
            <Icon name="circle-alert" small />
            <View>{wrong}</View>
          </View>
        ) : null}
        <View className="row-s t3">
          <Icon name="shield-check" small />
          <View className="grow">只用来确认是您，不给别人看</View>
        </View>
      </View>
      <DemoPeopleCard busy={busy} enter={enter} />
    </Screen>
  );
}
