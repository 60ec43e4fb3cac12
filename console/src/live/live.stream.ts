import { api } from '../api/client';
import { waitBeforeTry } from './back-off';
import { type HintKind, kindOf } from './hints';

/** A stream that lasted this long was a good one: the next failure is a first one again. */
const GOOD_AFTER_MS = 10_000;

interface Ears {
  onHint: (kind: HintKind) => void;
  /** Whether hints arrive. On becoming true, some may have been missed before. */
  onConnected: (connected: boolean) => void;
}

async function askTicket(): Promise<string | null> {
  try {
    const { data } = await api.POST('/api/live/tickets');
    return data?.ticket ?? null;
  } catch {
    return null;
  }
}

/**
 * Listens until it is told to stop. A ticket is good for a minute, so the browser's own reconnecting, which would repeat the
 * old address, is not used: every try asks for a fresh one.
 */
export function listen({ onHint, onConnected }: Ears): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let stopped = false;
  let openedAt = 0;

  function again(): void {
    source?.close();
    source = null;
    onConnected(false);
    if (stopped) return;
    if (openedAt > 0 && Date.now() - openedAt > GOOD_AFTER_MS) failures = 0;
    openedAt = 0;
    timer = setTimeout(connect, waitBeforeTry(failures, Math.random()));
    failures += 1;
  }

  async function connect(): Promise<void> {
    const ticket = await askTicket();
    if (stopped) return;
    if (ticket === null) return again();
    source = new EventSource(`/api/live?${new URLSearchParams({ ticket })}`);
    source.onopen = () => {
      openedAt = Date.now();
      onConnected(true);
    };
    source.onerror = again;
    source.addEventListener('changed', (event) => {
      const kind = kindOf((event as MessageEvent).data);
      if (kind !== null) onHint(kind);
    });
  }

  /** The network is back: what had seemed open may be dead, and there is no reason to wait. */
  function afresh(): void {
    clearTimeout(timer);
    source?.close();
    source = null;
    openedAt = 0;
    failures = 0;
    void connect();
  }

  window.addEventListener('online', afresh);
  void connect();
  return () => {
    stopped = true;
    clearTimeout(timer);
    window.removeEventListener('online', afresh);
    source?.close();
  };
}
