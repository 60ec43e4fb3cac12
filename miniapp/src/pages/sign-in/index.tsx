import { View } from '@tarojs/components';
import { useState } from 'react';
import { Icon } from '../../components/Icon';
import { goBack, goGuardianInstead } from '../../components/places';
import { Screen } from '../../components/Screen';
import { Wrong } from '../../components/Wrong';
import { NoticeSheet } from '../../features/privacy/NoticeSheet';
import type { Session } from '../../request/contract';
import { sentence } from '../../request/refusal';
import { signedIn } from '../../session/useSignIn';
import { DeclinedCard } from './DeclinedCard';
import { DemoPeopleCard } from './DemoPeopleCard';
import { PhoneForm } from './PhoneForm';
import { useNoticeFirst } from './useNoticeFirst';
import { WechatButton } from './WechatButton';

/** Signing in, asked for only when there is something to do with it. Afterwards one is back where one was. */
export default function SignInPage() {
  const [wrong, setWrong] = useState<string>();
  const [demoWrong, setDemoWrong] = useState<string>();
  const [busy, setBusy] = useState(false);

  const notice = useNoticeFirst();

  const enter = async (signIn: () => Promise<Session>) => {
    if (busy) return;
    setBusy(true);
    setWrong(undefined);
    setDemoWrong(undefined);
    try {
      const session = await notice.keptWith(await signIn());
      signedIn(session);
      // A child goes on to the guardian first, and from there back to where they were.
      if (session.me.awaitsGuardian) goGuardianInstead();
      else goBack();
    } finally {
      setBusy(false);
    }
  };
  const telling = (tell: (words: string) => void) => (signIn: () => Promise<Session>) =>
    enter(signIn).catch((error: unknown) => tell(sentence(error)));

  return (
    <Screen noticeApart>
      <View className="card col">
        <View className="t0">登录邻里共治</View>
        {process.env.TARO_ENV === 'weapp' ? (
          <WechatButton busy={busy} agreeFirst={notice.agreeFirst} enter={telling(setWrong)} />
        ) : (
          <PhoneForm busy={busy} agreeFirst={notice.agreeFirst} enter={enter} />
        )}
        <Wrong words={wrong} />
        <View className="row-s t3">
          <Icon name="shield-check" small />
          <View className="grow">只用来确认是您，不给别人看</View>
        </View>
      </View>
      {notice.declined ? <DeclinedCard /> : null}
      <DemoPeopleCard wrong={demoWrong} enter={telling(setDemoWrong)} />
      {notice.asking ? <NoticeSheet onAgree={notice.agreed} onDecline={notice.decline} /> : null}
    </Screen>
  );
}
