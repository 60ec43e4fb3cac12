import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/Button';
import { Screen } from '../../../../components/Screen';
import { StatePanel } from '../../../../components/StatePanel';
import { Wrong } from '../../../../components/Wrong';
import { PhoneCodeFields } from '../../../../features/identity/PhoneCodeFields';
import { usePhoneCode } from '../../../../features/identity/usePhoneCode';
import {
  readGuardedChildren,
  sendGuardianCode,
  withdrawGuardianConsent,
} from '../../../../features/privacy/api';
import { dayWords } from '../../../../features/privacy/day-words';
import type { GuardedChildren } from '../../../../request/contract';
import { sentence } from '../../../../request/refusal';

/** 监护人收回同意: for a guardian without an account. The number they agreed with is all that is asked. */
export default function GuardianConsentPage() {
  const [found, setFound] = useState<GuardedChildren>();
  return <Screen>{found ? <Children found={found} /> : <Enter onFound={setFound} />}</Screen>;
}

function Enter({ onFound }: { onFound: (found: GuardedChildren) => void }) {
  const code = usePhoneCode(sendGuardianCode);
  const [busy, setBusy] = useState(false);
  const look = async () => {
    setBusy(true);
    await code.prove(async (phone, typed) => onFound(await readGuardedChildren(phone, typed)));
    setBusy(false);
  };
  return (
    <View className="card col">
      <View className="t0">监护人收回同意</View>
      <View className="soft">用您当时同意的手机号。不用登录</View>
      <PhoneCodeFields id="guardian-phone" label="监护人的手机号" code={code} />
      <Button id="guardian-look" busy={busy} onTap={() => void look()}>
        {busy ? '正在找' : '看我同意过谁'}
      </Button>
    </View>
  );
}

function Children({ found }: { found: GuardedChildren }) {
  const [over, setOver] = useState<readonly string[]>([]);
  const [sure, setSure] = useState<string>();
  const [busy, setBusy] = useState<string>();
  const [wrong, setWrong] = useState<{ id: string; words: string }>();
  if (found.items.length === 0)
    return <StatePanel icon="search-x" title="没有找到" text="这个手机号没有替孩子同意过，或者已经收回了" />;
  const withdraw = async (id: string) => {
    if (busy !== undefined) return;
    if (sure !== id) return setSure(id);
    setBusy(id);
    setWrong(undefined);
    try {
      await withdrawGuardianConsent(found.ticket, id);
      setOver([...over, id]);
    } catch (error) {
      setWrong({ id, words: sentence(error) });
    } finally {
      setBusy(undefined);
    }
  };
  return (
    <>
      {found.items.map(({ id, name, givenAt }) => (
        <View className="card col" key={id}>
          <View className="t1">{name}</View>
          <View className="soft">{dayWords(givenAt)}同意</View>
          {over.includes(id) ? (
            <View id="guardian-over">已经收回，孩子的账号注销了</View>
          ) : (
            <>
              {sure === id ? <View>收回以后，孩子的账号马上注销，不能恢复。</View> : null}
              <Wrong words={wrong?.id === id ? wrong.words : undefined} />
              <Button kind="outline" id={`withdraw-${id}`} busy={busy === id} onTap={() => void withdraw(id)}>
                {sure === id ? '收回，注销孩子的账号' : '收回同意'}
              </Button>
            </>
          )}
        </View>
      ))}
    </>
  );
}
