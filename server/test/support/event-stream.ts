import { eventually } from './api.js';

/** What a stream said, one block after another. */
export interface EventStream {
  status: number;
  headers: Headers;
  /** Everything it said so far. */
  said(): string;
  /** The lists it said had changed. */
  changed(): { kind: string; communityId: string | null }[];
  untilChanged(kind: string, communityId: string | null): Promise<void>;
  untilEnded(): Promise<void>;
  close(): void;
}

/** Listens as a browser's EventSource would, and keeps what it hears. */
export async function listenTo(url: string): Promise<EventStream> {
  const leaving = new AbortController();
  const response = await fetch(url, { signal: leaving.signal, headers: { accept: 'text/event-stream' } });
  let said = '';
  let ended = false;
  const reading = (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) said += decoder.decode(chunk, { stream: true });
  })();
  // However it ends, by the server, by us, or torn: it has ended.
  void reading
    .catch(() => {})
    .then(() => {
      ended = true;
    });
  const changed = () =>
    [...said.matchAll(/^event: changed\ndata: (.+)\n\n/gm)].map((found) => JSON.parse(found[1] ?? ''));
  return {
    status: response.status,
    headers: response.headers,
    said: () => said,
    changed,
    untilChanged: async (kind, communityId) => {
      await eventually(`hearing that ${kind} changed`, async () =>
        changed().some((one) => one.kind === kind && one.communityId === communityId),
      );
    },
    untilEnded: async () => {
      await eventually('the stream ending', async () => ended);
    },
    close: () => leaving.abort(),
  };
}
