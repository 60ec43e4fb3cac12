import { View } from '@tarojs/components';
import { Button } from '../../components/Button';
import { sendPhoneCode, signInByPhone } from '../../features/identity/api';
import { PhoneCodeFields } from '../../features/identity/PhoneCodeFields';
import { usePhoneCode } from '../../features/identity/usePhoneCode';
import type { Session } from '../../request/contract';

interface Props {
  busy: boolean;
  /** False when the notice was not agreed to; then nothing is sent. */
  agreeFirst(): Promise<boolean>;
  /** Throws what `signIn` throws, so that the fault can stand beside its field. */
  enter(signIn: () => Promise<Session>): Promise<void>;
}

/** A phone number and the one-time code sent to it. */
export function PhoneForm({ busy, agreeFirst, enter }: Props) {
  const code = usePhoneCode(sendPhoneCode, agreeFirst);
  const signIn = () => code.prove((phone, typed) => enter(() => signInByPhone(phone, typed)));
  return (
    <View className="col">
      <PhoneCodeFields id="phone" label="手机号" code={code} />
      <Button id="sign-in" busy={busy} onTap={() => void signIn()}>
        {busy ? '正在登录' : '登录'}
      </Button>
    </View>
  );
}
