import { createHash, randomBytes } from 'node:crypto';

/** What a text or picture is said to be; by default everything passes but words made to be found. */
export type Suggest = 'pass' | 'review' | 'risky';

/** Words by which a test or a person trying the demo makes WeChat find something. */
const FOUND: [string, Suggest, number][] = [
  ['违禁词', 'risky', 20006],
  ['可疑词', 'review', 10001],
];

export function checkText(content: string): { suggest: Suggest; label: number } {
  const [, suggest, label] = FOUND.find(([word]) => content.includes(word)) ?? ['', 'pass', 100];
  return { suggest, label } as { suggest: Suggest; label: number };
}

/** Looks at a picture the way WeChat does: fetches it, and tells its finding later to the message server beside it. */
export class PictureChecks {
  private next: Suggest = 'pass';

  /** What the next picture will be said to be. */
  expect(suggest: Suggest): void {
    this.next = suggest;
  }

  check(mediaUrl: string): string {
    const traceId = randomBytes(16).toString('hex');
    const suggest = this.next;
    this.next = 'pass';
    void this.lookAndTell(mediaUrl, traceId, suggest).catch(() => {});
    return traceId;
  }

  private async lookAndTell(mediaUrl: string, traceId: string, suggest: Suggest): Promise<void> {
    const picture = await fetch(mediaUrl);
    await picture.arrayBuffer();
    const timestamp = String(Math.floor(Date.now() / 1000));
    const nonce = randomBytes(8).toString('hex');
    const token = process.env.WECHAT_MESSAGE_TOKEN ?? '';
    const signature = createHash('sha1').update([token, timestamp, nonce].sort().join('')).digest('hex');
    const query = new URLSearchParams({ signature, timestamp, nonce });
    await fetch(`${new URL(mediaUrl).origin}/api/wechat/messages?${query}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        MsgType: 'event',
        Event: 'wxa_media_check',
        trace_id: traceId,
        errcode: picture.ok ? 0 : -1008,
        result: { suggest: picture.ok ? suggest : 'review', label: 100 },
      }),
    });
  }
}
