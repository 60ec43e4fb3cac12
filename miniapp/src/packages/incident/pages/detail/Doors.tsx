import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Button } from '../../../../components/Button';
import { Icon } from '../../../../components/Icon';
import { StatePanel } from '../../../../components/StatePanel';
import { goSignIn } from '../../../../session/useSignIn';

const goHome = () => void Taro.switchTab({ url: '/pages/home/index' });

/** Whoever came by a message or a code has nothing to go back to, and gets a way into the rest. */
export function WayHome() {
  if (Taro.getCurrentPages().length > 1) return null;
  return (
    <Button kind="plain" id="go-home" icon="house" onTap={goHome}>
      去邻里看看
    </Button>
  );
}

export function CannotSee({ signedIn }: { signedIn: boolean }) {
  return (
    <StatePanel
      icon="search-x"
      title="这件事看不了"
      text={signedIn ? '可能只给社区看，也可能地址不对' : '可能要登录才能看，也可能地址不对'}
      action={{ words: '回邻里', onTap: goHome, icon: 'house' }}
    >
      {signedIn ? null : (
        <Button kind="plain" onTap={goSignIn}>
          去登录
        </Button>
      )}
    </StatePanel>
  );
}

export function SignInNote() {
  return (
    <View className="card row wrap between">
      <View className="row-s grow t3">
        <Icon name="user-round" small />
        <View className="grow">您报的事，登录后在这里确认</View>
      </View>
      <Button kind="soft" small id="detail-sign-in" onTap={goSignIn}>
        去登录
      </Button>
    </View>
  );
}
