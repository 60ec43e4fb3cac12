import { momentWords } from '@linli/shared';
import { View } from '@tarojs/components';
import { Button } from '../../../../components/Button';
import { Icon } from '../../../../components/Icon';
import { useNow } from '../../../../components/useNow';
import type { MySession } from '../../../../request/contract';

const WAYS: Record<MySession['method'], string> = {
  demo: '演示登录',
  wechat: '微信登录',
  phone: '手机号登录',
  password: '账号密码登录',
};

interface Props {
  session: MySession;
  busy: boolean;
  onSignOut: () => void;
}

/** One device: what it is, how and when it signed in. The one in hand signs out at the foot of 我的. */
export function DeviceCard({ session, busy, onSignOut }: Props) {
  const now = useNow();
  const { id, device, method, createdAt, lastSeenAt, current } = session;
  return (
    <View className="card row" id={`device-${id}`}>
      <View className="face">
        <Icon name={device.includes('电脑') ? 'monitor' : 'smartphone'} />
      </View>
      <View className="grow col">
        <View className="col-s">
          <View className="row-s wrap">
            <View className="t2">{device}</View>
            {current ? <View className="tag">这台</View> : null}
          </View>
          <View className="t3">
            {WAYS[method]}，{momentWords(createdAt, now)} 登录
          </View>
          <View className="t3">最近在用 {momentWords(lastSeenAt, now)}</View>
        </View>
        {current ? null : (
          <Button kind="outline" small id={`sign-out-${id}`} busy={busy} onTap={onSignOut}>
            让它退出
          </Button>
        )}
      </View>
    </View>
  );
}
