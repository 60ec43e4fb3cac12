import { Input, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Button } from '../../components/Button';
import { Icon } from '../../components/Icon';
import { Wrong } from '../../components/Wrong';
import { sendPhoneCode, signInByPhone } from '../../features/identity/api';
import type { Session } from '../../request/contract';
import { sentence } from '../../request/refusal';

interface Props {
  busy: boolean;
  enter(signIn: () => Promise<Session>): Promise<void>;
}

const MOBILE = /^1[3-9]\d{9}$/;

/** A phone number and the one-time code sent to it. */
export function PhoneForm({ busy, enter }: Props) {
  const [phone, setPhone] = useState('');
  const [code, setCode] = useState('');
  const [faults, setFaults] = useState<{ phone?: string; code?: string }>({});
  const [demoCode, setDemoCode] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const [waitSeconds, setWaitSeconds] = useCountdown();

  const askForCode = async () => {
    if (!MOBILE.test(phone)) return setFaults({ phone: '请写 11 位手机号' });
    setFaults({});
    setSending(true);
    try {
      const sent = await sendPhoneCode(phone);
      setWaitSeconds(sent.resendAfterSeconds);
      setDemoCode(sent.demoCode ?? null);
    } catch (error) {
      setFaults({ phone: sentence(error) });
    } finally {
      setSending(false);
    }
  };

  const signIn = () => {
    if (!MOBILE.test(phone)) return setFaults({ phone: '请写 11 位手机号' });
    if (!/^\d{6}$/.test(code)) return setFaults({ code: '请写 6 位验证码' });
    setFaults({});
    void enter(() => signInByPhone(phone, code));
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
          onInput={(event) => setPhone(event.detail.value.replace(/\D/g, ''))}
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
            onInput={(event) => setCode(event.detail.value.replace(/\D/g, ''))}
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
      <Button id="sign-in" busy={busy} onTap={signIn}>
        {busy ? '正在登录' : '登录'}
      </Button>
    </View>
  );
}

/** Seconds that count down to nought by themselves. */
function useCountdown(): [number, (seconds: number) => void] {
  const [endsAtMs, setEndsAtMs] = useState(0);
  const [now, setNow] = useState(() => Date.now());
  const left = Math.max(0, Math.ceil((endsAtMs - now) / 1000));
  const running = left > 0;
  useEffect(() => {
    if (!running) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [running]);
  return [
    left,
    (seconds) => {
      setNow(Date.now());
      setEndsAtMs(Date.now() + seconds * 1000);
    },
  ];
}
