import { type Age, PRIVACY_NOTICE } from '@linli/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/Button';
import { goPrivacyNotice } from '../../components/places';
import { Sheet } from '../../components/Sheet';
import { Wrong } from '../../components/Wrong';

interface Props {
  busy?: boolean;
  wrong?: string | undefined;
  onAgree: (age: Age) => void;
  onDecline: () => void;
}

/** What is said before anything of a person's is kept. Nothing is chosen beforehand, and no is as near as yes. */
export function NoticeSheet({ busy = false, wrong, onAgree, onDecline }: Props) {
  // An account stays a child's until a guardian has agreed, so one slip of the finger must not make it one.
  const [young, setYoung] = useState(false);
  if (young) {
    return (
      <Sheet id="privacy-young" title="您未满 14 周岁" closeWords="点错了" onClose={() => setYoung(false)}>
        <View>要请爸爸妈妈或者别的监护人，用他们的手机号同意以后，才能报事。</View>
        <Wrong words={wrong} />
        <Button id="privacy-young-sure" busy={busy} onTap={() => onAgree('under_14')}>
          {busy ? '正在记下' : '是的，请监护人来'}
        </Button>
        <Button kind="outline" id="privacy-young-slip" onTap={() => setYoung(false)}>
          点错了
        </Button>
      </Sheet>
    );
  }
  return (
    <Sheet id="privacy-notice" title={PRIVACY_NOTICE.title} closeWords="先不同意" onClose={onDecline}>
      {PRIVACY_NOTICE.short.map((line) => (
        <View key={line}>{line}</View>
      ))}
      <Button kind="plain" small id="privacy-whole" onTap={goPrivacyNotice}>
        看全文
      </Button>
      <Wrong words={wrong} />
      <Button id="privacy-agree" busy={busy} onTap={() => onAgree('from_14')}>
        {busy ? '正在记下' : '同意，我已满 14 周岁'}
      </Button>
      <Button kind="soft" id="privacy-agree-young" busy={busy} onTap={() => setYoung(true)}>
        我未满 14 周岁
      </Button>
      <Button kind="outline" id="privacy-decline" onTap={onDecline}>
        先不同意
      </Button>
    </Sheet>
  );
}
