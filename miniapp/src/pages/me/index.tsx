import { View } from '@tarojs/components';
import { Button } from '../../components/Button';
import { Icon } from '../../components/Icon';
import { goMine } from '../../components/places';
import { pressable } from '../../components/pressable';
import { Screen } from '../../components/Screen';
import type { Me } from '../../request/contract';
import { useElder } from '../../session/elder.store';
import { useMe } from '../../session/session.store';
import { goSignIn, signOut } from '../../session/useSignIn';

/** 我的: who I am here, my reports, larger words, and the way out. */
export default function MePage() {
  const me = useMe();
  return (
    <Screen>
      {me ? <WhoIAm me={me} /> : <SignInCard />}
      {me ? (
        <View className="card">
          <View
            className="setting"
            id="my-reports"
            aria-role="link"
            role="link"
            {...pressable(goMine)}
            onClick={goMine}
          >
            <View className="row">
              <Icon name="inbox" />
              <View className="t2">我报的事</View>
            </View>
            <Icon name="chevron-right" small />
          </View>
        </View>
      ) : null}
      <ElderSetting />
      {me ? (
        <Button kind="outline" id="sign-out" icon="log-out" onTap={signOut}>
          退出登录
        </Button>
      ) : null}
    </Screen>
  );
}

function WhoIAm({ me }: { me: Me }) {
  return (
    <View className="card col">
      <View className="row">
        <Icon name="circle-user-round" />
        <View className="t0">{me.name}</View>
      </View>
      {me.appointments.map((appointment) => (
        <View className="row-s" key={appointment.id}>
          <View className="tag">{appointment.roleLabel}</View>
          <View className="soft">
            {[appointment.communityName, appointment.gridName].filter(Boolean).join(' · ') ||
              appointment.areaName}
          </View>
        </View>
      ))}
      {me.appointments.length === 0 ? <View className="soft">居民</View> : null}
    </View>
  );
}

function SignInCard() {
  return (
    <View className="card col">
      <View className="t1">您还没有登录</View>
      <View className="soft">不登录也能看身边的事；要报事、看自己报的事，再登录。</View>
      <Button id="go-sign-in" onTap={goSignIn}>
        去登录
      </Button>
    </View>
  );
}

function ElderSetting() {
  const { elder, choose } = useElder();
  const turn = () => choose(!elder);
  return (
    <View className="card">
      <View
        className="setting"
        id="elder-switch"
        aria-role="switch"
        role="switch"
        aria-checked={elder}
        {...pressable(turn)}
        onClick={turn}
      >
        <View className="grow">
          <View className="t2">长辈版，字大一些</View>
          <View className="t3">{elder ? '现在用的是大字' : '字和按钮都会变大'}</View>
        </View>
        <View className={`switch ${elder ? 'switch-on' : ''}`}>
          <View className="switch-knob" />
        </View>
      </View>
    </View>
  );
}
