import { Injectable, Logger } from '@nestjs/common';
import { Settings } from '../config/settings.js';

const TIMEOUT_MS = 4_000;
const PATH = '/cgi-bin/webhook/send';
const KEY = /^[A-Za-z0-9-]{8,64}$/;
/** WeCom refuses a text that is longer. */
const TEXT_BYTES = 2_048;

export interface WecomAnswer {
  errcode: number;
  errmsg: string;
}

/** Speaks to the robots of WeCom groups, under the one configured address only. */
@Injectable()
export class WecomClient {
  private readonly logger = new Logger('Wecom');

  constructor(private readonly settings: Settings) {}

  /** The key in a robot's webhook address; null for anything that is not exactly such an address. */
  keyOf(webhook: string): string | null {
    if (!URL.canParse(webhook)) return null;
    const url = new URL(webhook);
    const ours = new URL(this.settings.wecomBaseUrl + PATH);
    const key = url.searchParams.get('key');
    if (key === null || !KEY.test(key)) return null;
    // Written out again it must be the same: no user, no other port, nothing after the key.
    ours.searchParams.set('key', key);
    return ours.href === url.href ? key : null;
  }

  /** Posts a text; gives back WeCom's answer, and throws when there was none to understand. */
  async send(key: string, text: string): Promise<WecomAnswer> {
    const url = new URL(this.settings.wecomBaseUrl + PATH);
    url.searchParams.set('key', key);
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ msgtype: 'text', text: { content: cutToBytes(text) } }),
    });
    if (!response.ok) throw new Error(`status ${response.status}`);
    const answer = (await response.json()) as Partial<WecomAnswer>;
    if (typeof answer.errcode !== 'number') throw new Error('an answer without errcode');
    if (answer.errcode !== 0) this.logger.warn(`a robot answered ${answer.errcode} ${answer.errmsg ?? ''}`);
    return { errcode: answer.errcode, errmsg: answer.errmsg ?? '' };
  }
}

/** Whole characters only. */
function cutToBytes(text: string): string {
  if (Buffer.byteLength(text) <= TEXT_BYTES) return text;
  let kept = '';
  let bytes = Buffer.byteLength('…');
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > TEXT_BYTES) break;
    kept += character;
  }
  return `${kept}…`;
}
