import Taro from '@tarojs/taro';
import { Button } from '../../components/Button';
import { signInByWechat } from '../../features/identity/api';
import type { Session } from '../../request/contract';

interface Props {
  busy: boolean;
  /** False when the notice was not agreed to; then nothing is sent. */
  agreeFirst(): Promise<boolean>;
  enter(signIn: () => Promise<Session>): Promise<void>;
}

/** One tap: WeChat gives a code, the server asks WeChat who it belongs to. Each tap asks for a new code. */
export function WechatButton({ busy, agreeFirst, enter }: Props) {
  return (
    <Button
      id="wechat-sign-in"
      busy={busy}
      onTap={async () => {
        if (!(await agreeFirst())) return;
        await enter(async () => {
          const { code } = await Taro.login();
          return signInByWechat(code);
        });
      }}
    >
      {busy ? '正在登录' : '用微信登录'}
    </Button>
  );
}
