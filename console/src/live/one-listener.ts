import type { HintKind } from './hints';
import { listen } from './live.stream';

type Word =
  | { say: 'hint'; kind: HintKind }
  | { say: 'connected'; connected: boolean }
  /** Asked by a tab that has just opened. */
  | { say: 'how-is-it' };

interface Ears {
  onHint: (kind: HintKind) => void;
  onConnected: (connected: boolean) => void;
}

/**
 * One stream a browser, however many tabs: the tab that holds the lock listens and passes on what it hears; when it closes,
 * the next one takes over. A browser without locks (over plain http) has a stream a tab.
 */
export function listenOnce(personId: string, ears: Ears): () => void {
  if (!navigator.locks || typeof BroadcastChannel === 'undefined') return listen(ears);
  const name = `linli.console.live.${personId}`;
  const others = new BroadcastChannel(name);
  const leaving = new AbortController();
  let connected: boolean | null = null;

  others.onmessage = ({ data }: MessageEvent<Word>) => {
    if (data.say === 'hint') ears.onHint(data.kind);
    else if (data.say === 'connected') ears.onConnected(data.connected);
    else if (connected !== null) others.postMessage({ say: 'connected', connected } satisfies Word);
  };
  others.postMessage({ say: 'how-is-it' } satisfies Word);

  navigator.locks
    .request(name, { signal: leaving.signal }, () => {
      const stop = listen({
        onHint: (kind) => {
          ears.onHint(kind);
          others.postMessage({ say: 'hint', kind } satisfies Word);
        },
        onConnected: (now) => {
          connected = now;
          ears.onConnected(now);
          others.postMessage({ say: 'connected', connected: now } satisfies Word);
        },
      });
      return new Promise<void>((letGo) => {
        leaving.signal.addEventListener('abort', () => {
          stop();
          letGo();
        });
      });
    })
    // Leaving while still waiting for the lock is no failure.
    .catch(() => undefined);

  return () => {
    if (connected) others.postMessage({ say: 'connected', connected: false } satisfies Word);
    leaving.abort();
    others.close();
  };
}
