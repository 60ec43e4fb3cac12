import { noticeVersionWords } from '@linli/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/Button';
import { goPrivacyNotice } from '../../../../components/places';
import { Sheet } from '../../../../components/Sheet';
import { Wrong } from '../../../../components/Wrong';
import { dayWords } from '../../../../features/privacy/day-words';
import { useTakeNoticeBack } from '../../../../features/privacy/hooks';
import type { MyPrivacy } from '../../../../request/contract';
import { sentence } from '../../../../request/refusal';

/** Which notice one agreed to and when, and the way to take it back. */
export function NoticeCard({ mine }: { mine: MyPrivacy }) {
  const [asking, setAsking] = useState(false);
  const takeBack = useTakeNoticeBack();
  const { agreedVersion, changedAt } = mine.notice;
  return (
    <View className="card col">
      <View className="t1">隐私说明</View>
      <View className="soft">
        {agreedVersion && changedAt
          ? `您 ${dayWords(changedAt)}同意了${noticeVersionWords(agreedVersion)}`
          : '您还没有同意'}
      </View>
      <View className="row wrap">
        <Button kind="soft" small id="privacy-whole-text" onTap={goPrivacyNotice}>
          看全文
        </Button>
        <Button kind="plain" small id="take-notice-back" onTap={() => setAsking(true)}>
          收回同意
        </Button>
      </View>
      {asking ? (
        <Sheet id="take-back" title="收回同意" closeWords="先不收回" onClose={() => setAsking(false)}>
          <View>收回以后，所有手机上都会退出登录。已经报的事照样办；公开的事和通知照样看。</View>
          <View className="soft">想把存的信息都删掉，请用「注销账号」。</View>
          <Wrong words={takeBack.isError ? sentence(takeBack.error) : undefined} />
          <Button id="take-back-sure" busy={takeBack.isPending} onTap={() => takeBack.mutate()}>
            {takeBack.isPending ? '正在收回' : '收回同意'}
          </Button>
        </Sheet>
      ) : null}
    </View>
  );
}
