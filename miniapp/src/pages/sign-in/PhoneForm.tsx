import { Input, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/Button';
import { Icon } from '../../components/Icon';
import { Wrong } from '../../components/Wrong';
import { sendPhoneCode, signInByPhone } from '../../features/identity/api';
import type { Session } from '../../request/contract';
import { Refusal } from '../../request/refusal';
import { codeFault, faultsOf, type PhoneFaults, phoneFault } from './phone-faults';
import { useCountdown } from './useCountdown';

interface Props {
  busy: boolean;
  /** False when the notice was not agreed to; then nothing is sent. */
  agreeFirst(): Promise<boolean>;
  /** Throws what `signIn` throws, so that the fault can stand beside its field. */
  enter(signIn: () => Promise<Session>): Promise<void>;
}

const digits = (typed: string) => typed.replace(/\D/g, '');

/** A phone number and the one-time code sent to it. */
export function PhoneForm({ busy, agreeFirst, enter }: Props) {
  const [phone, setPhone] = useState('');
  const [code, setCode] = useState('');
  const [faults, setFaults] = useState<PhoneFaults>({});
  const [demoCode, setDemoCode] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const [waitSeconds, startWaiting] = useCountdown();

  const askForCode = async () => {
    const fault = phoneFault(phone);
    setFaults(fault ?? {});
    if (fault || !(await agreeFirst())) return;
    setSending(true);
    try {
      const sent = await sendPhoneCode(phone);
      startWaiting(sent.resendAfterSeconds);
      setDemoCode(sent.demoCode ?? null);
    } catch (error) {
      setFaults(faultsOf(error));
      if (error instanceof Refusal && error.code === 'auth/code-too-soon') {
        startWaiting(error.problem.retryAfterSeconds ?? 0);
      }
    } finally {
      setSending(false);
    }
  };

  const signIn = async () => {
    const fault = phoneFault(phone) ?? codeFault(code);
    setFaults(fault ?? {});
    if (fault || !(await agreeFirst())) return;
    try {
      await enter(() => signInByPhone(phone, code));
    } catch (error) {
      setFaults(faultsOf(error));
    }
  };

  return (
    <View className="col">
      <View className="col-s">
        <View className="t2">手机号</View>
        <Input
          id="phone"
          className={`field ${faults.phone ? 'field-wrong' : ''}`}
          type="number"
          maxlength={11}
          value={phone}
          placeholder="11 位手机号"
          aria-label="手机号"
          onInput={(event) => setPhone(digits(event.detail.value))}
        />
        <Wrong words={faults.phone} />
      </View>
      <View className="col-s">
        <View className="t2">验证码</View>
        <View className="code-line">
          <Input
            id="phone-code"
            className={`field ${faults.code ? 'field-wrong' : ''}`}
            type="number"
            maxlength={6}
            value={code}
            placeholder="6 位数字"
            aria-label="验证码"
            onInput={(event) => setCode(digits(event.detail.value))}
          />
          <Button
            id="send-code"
            kind="soft"
            small
            busy={sending || waitSeconds > 0}
            onTap={() => void askForCode()}
          >
            {waitSeconds > 0 ? `${waitSeconds} 秒后再发` : '发验证码'}
          </Button>
        </View>
        <Wrong words={faults.code} />
      </View>
      {demoCode ? (
        <View className="note note-wait">
          <Icon name="message-circle" small />
          <View>演示不发短信，验证码是 {demoCode}</View>
        </View>
      ) : null}
      <Wrong words={faults.form} />
      <Button id="sign-in" busy={busy} onTap={() => void signIn()}>
        {busy ? '正在登录' : '登录'}
      </Button>
    </View>
  );
}
