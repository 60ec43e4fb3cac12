import { noticeVersionWords, PRIVACY_NOTICE, PRIVACY_NOTICE_SECTIONS } from '@linli/shared';
import { View } from '@tarojs/components';
import { Screen } from '../../../../components/Screen';

/** 隐私说明: the whole text, for anybody, signed in or not. */
export default function PrivacyNoticePage() {
  return (
    <Screen noticeApart>
      <View className="card col">
        <View className="t0">隐私说明</View>
        <View className="t3">{noticeVersionWords(PRIVACY_NOTICE.version)}</View>
        {PRIVACY_NOTICE.short.map((line) => (
          <View key={line}>{line}</View>
        ))}
      </View>
      {PRIVACY_NOTICE_SECTIONS.map(({ title, lines }) => (
        <View className="card col" key={title}>
          <View className="t1">{title}</View>
          {lines.map((line) => (
            <View key={line}>{line}</View>
          ))}
        </View>
      ))}
    </Screen>
  );
}
