import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Button } from '../../components/Button';
import { Icon } from '../../components/Icon';
import { type Consent, useWechatConsent, type WhenToAsk } from './useWechatConsent';

const OUTCOMES: Record<Consent, { words: string; kind: 'done' | 'plain'; settings?: true }> = {
  accepted: { words: '好，有了消息用微信告诉您', kind: 'done' },
  refused: { words: '好，不用微信告诉您。打开「消息」一直看得到', kind: 'plain' },
  banned: { words: '您在微信里关掉了这种提醒，要用的话去打开', kind: 'plain', settings: true },
  'switched-off': { words: '微信里的订阅消息关着，要用的话去打开', kind: 'plain', settings: true },
  failed: { words: '微信这会儿没问成，不影响您办事', kind: 'plain' },
  'not-kept': { words: '没连上，没有记下来。等会儿再点一次', kind: 'plain' },
};

/** Asked where it makes sense, never a condition of anything, and by what it is about. Where there is nothing to ask it is not there. */
export function WechatConsent({ ask }: { ask: WhenToAsk }) {
  const { toAsk, consent, press, busy } = useWechatConsent(ask);
  if (process.env.TARO_ENV !== 'weapp') return null;
  if (consent !== null && consent !== 'not-kept' && ask !== 'always') return <Outcome consent={consent} />;
  if (toAsk.length === 0) return null;
  return (
    <View className="card col" id="wechat-consent">
      <View className="row">
        <Icon name="bell" />
        <View className="grow">
          <View className="t2">用微信告诉我</View>
          {toAsk.map(({ key, label }) => (
            <View key={key} className="t3">
              {label}
            </View>
          ))}
        </View>
        <Button kind="soft" small id="ask-wechat" busy={busy} onTap={press}>
          告诉我
        </Button>
      </View>
      <View className="t3">微信会问您一声，不同意也不影响办事</View>
      {consent === null ? null : <Outcome consent={consent} />}
    </View>
  );
}

function Outcome({ consent }: { consent: Consent }) {
  const { words, kind, settings } = OUTCOMES[consent];
  return (
    <View
      className={`note ${kind === 'done' ? 'note-done' : ''}`}
      id="wechat-consent-outcome"
      aria-role="alert"
      role="alert"
    >
      <Icon name={kind === 'done' ? 'circle-check' : 'info'} small />
      <View className="grow">
        {words}
        {settings ? (
          <Button kind="plain" small onTap={() => void Taro.openSetting({ withSubscriptions: true })}>
            去微信设置
          </Button>
        ) : null}
      </View>
    </View>
  );
}
