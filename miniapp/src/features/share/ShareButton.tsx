import { Button as NativeButton, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Button } from '../../components/Button';
import { Icon } from '../../components/Icon';
import { linkOf, type ShareCard } from './share-card';

interface Props {
  card: ShareCard;
  words: string;
}

/** Passes this page on: into a WeChat chat, by the browser's own way to share, or as a link. */
export function ShareButton({ card, words }: Props) {
  if (process.env.TARO_ENV === 'weapp') {
    return (
      <NativeButton className="btn btn-plain btn-native" id="share" openType="share">
        <Icon name="share-2" small />
        <View>{words}</View>
      </NativeButton>
    );
  } else {
    const shares = typeof navigator.share === 'function';
    return (
      <Button kind="plain" id="share" icon="share-2" onTap={() => void passOn(card)}>
        {shares ? words : '复制链接，发给邻居'}
      </Button>
    );
  }
}

async function passOn(card: ShareCard): Promise<void> {
  const url = linkOf(card, location.href);
  if (typeof navigator.share === 'function') {
    try {
      return await navigator.share({ title: card.title, url });
    } catch (failure) {
      // Whoever closes the sheet has changed their mind.
      if ((failure as Error).name === 'AbortError') return;
    }
  }
  const copied = await copy(url);
  const title = copied ? '链接复制好了，发给邻居就行' : '没复制上，请从地址栏里复制';
  void Taro.showToast({ title, icon: 'none' });
}

/** A browser without a clipboard of its own, or a page not over https, is asked the old way. */
async function copy(text: string): Promise<boolean> {
  try {
    if (navigator.clipboard) await navigator.clipboard.writeText(text);
    else await Taro.setClipboardData({ data: text });
    return true;
  } catch {
    return false;
  }
}
