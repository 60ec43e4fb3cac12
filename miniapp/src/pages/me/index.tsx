import { View } from '@tarojs/components';
import { Button } from '../../components/Button';
import { Icon } from '../../components/Icon';
import {
  goDevices,
  goFollowed,
  goFollowing,
  goHomeClaims,
  goMessages,
  goMine,
  goMyHomes,
  goPrivacy,
  goWorkbench,
  goWorkCard,
} from '../../components/places';
import { Screen } from '../../components/Screen';
import { UnreadBadge } from '../../features/inbox/UnreadBadge';
import { useUnreadCount } from '../../features/inbox/useUnreadCount';
import { dayWords } from '../../features/privacy/day-words';
import { useMyPrivacy } from '../../features/privacy/hooks';
import { LeavingCard } from '../../features/privacy/LeavingCard';
import { myPhones } from '../../features/privacy/my-phones';
import type { Me } from '../../request/contract';
import { useMe } from '../../session/session.store';
import { goSignIn, signOut } from '../../session/useSignIn';
import { ElderSetting } from './ElderSetting';
import { SettingLink } from './SettingLink';

/** 我的: who I am here, my reports, larger words, and the way out. */
export default function MePage() {
  const me = useMe();
  const unread = useUnreadCount();
  return (
    <Screen>
      {me ? <WhoIAm me={me} /> : <SignInCard />}
      {me ? <Leaving /> : null}
      {me ? (
        <View className="card settings">
          <SettingLink id="my-messages" icon="bell" words="消息" onTap={goMessages}>
            <UnreadBadge unread={unread} />
          </SettingLink>
          <SettingLink id="my-homes" icon="house" words="我家" onTap={goMyHomes} />
          <SettingLink id="my-reports" icon="inbox" words="我报的事" onTap={goMine} />
          <SettingLink id="my-followed" icon="users-round" words="我关注的事" onTap={goFollowing} />
          {me.permissions.includes('incident.workbench') ? (
            <SettingLink id="my-workbench" icon="list-todo" words="工作台" onTap={goWorkbench} />
          ) : null}
          {me.permissions.includes('household.confirm') ? (
            <SettingLink id="home-claims" icon="users-round" words="确认住户" onTap={goHomeClaims} />
          ) : null}
          {me.permissions.includes('work_card.set') ? (
            <SettingLink id="my-work-card" icon="phone" words="给居民看的名片" onTap={goWorkCard} />
          ) : null}
          <SettingLink id="my-devices" icon="smartphone" words="登录的设备" onTap={goDevices} />
        </View>
      ) : null}
      <View className="card settings">
        <SettingLink id="follow-by-code" icon="search" words="凭查询码查一件事" onTap={goFollowed} />
        <SettingLink id="privacy" icon="shield-check" words="隐私" onTap={goPrivacy} />
      </View>
      <ElderSetting />
      {me ? (
        <Button kind="outline" id="sign-out" icon="log-out" onTap={signOut}>
          退出登录
        </Button>
      ) : null}
    </Screen>
  );
}

/** Whoever is leaving sees it wherever they look for themselves. */
function Leaving() {
  const { data } = useMyPrivacy();
  return data?.erasure ? <LeavingCard erasure={data.erasure} /> : null;
}

function WhoIAm({ me }: { me: Me }) {
  const phones = myPhones(useMyPrivacy().data);
  return (
    <View className="card row">
      <View className="face">
        <Icon name="user-round" />
      </View>
      <View className="grow col-s">
        <View className="t0">{me.name}</View>
        {phones.length > 0 ? <View className="soft">{phones.join('、')}</View> : null}
        {me.appointments.map((one) => (
          <View className="col-s" key={one.id}>
            <View className="row-s wrap">
              <View className="tag">{one.roleLabel}</View>
              {one.standsIn ? <View className="tag">代班</View> : null}
              <View className="soft">{placeWords(one)}</View>
            </View>
            {one.toAt ? <View className="soft">到 {dayWords(one.toAt)}</View> : null}
          </View>
        ))}
        {me.onLeave.map((one) => (
          <View className="col-s" key={one.id}>
            <View className="row-s wrap">
              <View className="tag">{one.roleLabel}</View>
              <View className="soft">{placeWords(one)}</View>
            </View>
            <View className="soft">
              {`请假到 ${dayWords(one.leaveUntil)}，${one.standInName ? `${one.standInName}代班` : '没有人代班'}`}
            </View>
          </View>
        ))}
        {me.appointments.length + me.onLeave.length === 0 ? <View className="soft">居民</View> : null}
      </View>
    </View>
  );
}

function placeWords(one: Me['appointments'][number] | Me['onLeave'][number]): string | null {
  return [one.communityName, one.gridName].filter(Boolean).join('·') || one.areaName || one.organisationName;
}

function SignInCard() {
  return (
    <View className="card col">
      <View className="row">
        <View className="face">
          <Icon name="user-round" />
        </View>
        <View className="grow">
          <View className="t0">还没有登录</View>
          <View className="soft">不登录也能看身边的事。要报事、看自己报的事，再登录</View>
        </View>
      </View>
      <Button id="go-sign-in" onTap={goSignIn}>
        去登录
      </Button>
      <View className="row-s t3">
        <Icon name="shield-check" small />
        <View className="grow">只用来确认是您，不给别人看</View>
      </View>
    </View>
  );
}
