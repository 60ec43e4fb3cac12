import { Button as NativeButton, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Button } from '../../components/Button';
import { Sheet } from '../../components/Sheet';
import { AGREE_BUTTON, useWechatConsent } from './wechat-consent';

/** WeChat's question in our words and size; whoever says no goes on without the picture or the place. */
export function WechatConsentSheet() {
  const asked = useWechatConsent(({ waiting }) => waiting.length > 0);
  const answer = useWechatConsent((state) => state.answer);
  if (process.env.TARO_ENV !== 'weapp' || !asked) return null;
  const decline = () => answer(false);
  return (
    <Sheet id="wechat-privacy" title="微信要您先同意" closeWords="先不同意" onClose={decline}>
      <View>拍照、录音、定位要经过微信。您同意小程序的隐私保护指引以后，才能用。</View>
      <View>不同意也能报事：自己选地方，写几个字就行。</View>
      <Button kind="plain" small id="wechat-privacy-whole" onTap={() => Taro.openPrivacyContract()}>
        看指引全文
      </Button>
      <NativeButton
        className="btn btn-native"
        id={AGREE_BUTTON}
        openType="agreePrivacyAuthorization"
        onAgreePrivacyAuthorization={() => answer(true)}
      >
        同意
      </NativeButton>
      <Button kind="outline" id="wechat-privacy-decline" onTap={decline}>
        先不同意
      </Button>
    </Sheet>
  );
}
