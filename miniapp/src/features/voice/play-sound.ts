import Taro from '@tarojs/taro';
import { absolute } from '../../request/api-base';
import { browserBytes } from './keep-recording';

/** How a sound stands: `failed` is told in words by whoever plays it. */
export type Playing = 'playing' | 'ended' | 'failed';

/** What is heard now; another sound silences it first. */
let silence: (() => void) | null = null;

/**
 * Plays a sound from the server (an address) or from this phone (a path). One at a time.
 * @returns stops it
 */
export function playSound(source: string, tell: (now: Playing) => void): () => void {
  silence?.();
  let over = false;
  const finish = (now: Playing) => {
    if (over) return;
    over = true;
    if (silence === stop) silence = null;
    release();
    tell(now);
  };
  const release = (process.env.TARO_ENV === 'h5' ? playInBrowser : playInWechat)(source, finish);
  const stop = () => finish('ended');
  silence = stop;
  tell('playing');
  return stop;
}

function playInBrowser(source: string, finish: (now: Playing) => void): () => void {
  const mine = source.startsWith('/') ? null : URL.createObjectURL(browserBytes(source));
  const player = new Audio(mine ?? absolute(source));
  player.onended = () => finish('ended');
  player.onerror = () => finish('failed');
  player.play().catch(() => finish('failed'));
  return () => {
    player.pause();
    if (mine !== null) URL.revokeObjectURL(mine);
  };
}

function playInWechat(source: string, finish: (now: Playing) => void): () => void {
  // An elder's phone is often on silent; who presses play wants to hear.
  Taro.setInnerAudioOption({ obeyMuteSwitch: false, fail: () => undefined });
  const player = Taro.createInnerAudioContext();
  player.onEnded(() => finish('ended'));
  player.onError(() => finish('failed'));
  player.src = absolute(source);
  player.play();
  return () => {
    player.stop();
    player.destroy();
  };
}
