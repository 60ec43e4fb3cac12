import { createHash } from 'node:crypto';

/** Field types of templates, as WeChat's page on subscribe messages gives them. */
const FIELDS: Record<string, RegExp> = {
  thing: /^.{1,20}$/su,
  short_thing: /^.{1,5}$/su,
  phrase: /^\p{Script=Han}{1,5}$/u,
  number: /^\d{1,32}(\.\d+)?$/,
  character_string: /^[\x21-\x7e]{1,32}$/,
  time: /^(\d{4}年\d{1,2}月\d{1,2}日 )?\d{1,2}:\d{2}$/,
  date: /^\d{4}年\d{1,2}月\d{1,2}日$/,
};
const ROBOT_LIMIT = 20;
const MINUTE_MS = 60_000;
const ROBOT_KEY = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export interface SubscribeMessage {
  openid: string;
  templateId: string;
  page: string;
  data: Record<string, string>;
}

export interface RobotPost {
  key: string;
  text: string;
}

/** What people were sent: by subscribe message for a consent each, and by robots in groups. */
export class MessageMemory {
  private readonly grants = new Map<string, number>();
  private readonly posts = new Map<string, number[]>();
  readonly sent: SubscribeMessage[] = [];
  readonly posted: RobotPost[] = [];

  grant(openid: string, templateId: string, times: number): void {
    const key = `${openid} ${templateId}`;
    this.grants.set(key, (this.grants.get(key) ?? 0) + times);
  }

  /** The errcode. */
  send(message: SubscribeMessage): number {
    const key = `${message.openid} ${message.templateId}`;
    const left = this.grants.get(key) ?? 0;
    if (left <= 0) return 43101;
    if (!Object.entries(message.data).every(([name, value]) => FIELDS[name.replace(/\d+$/, '')]?.test(value)))
      return 47003;
    this.grants.set(key, left - 1);
    this.sent.push(message);
    return 0;
  }

  /** The errcode. */
  post({ key, text }: RobotPost): number {
    if (!ROBOT_KEY.test(key)) return 93000;
    if (text === '' || Buffer.byteLength(text) > 2048) return 40058;
    const now = Date.now();
    const recent = (this.posts.get(key) ?? []).filter((at) => now - at < MINUTE_MS);
    if (recent.length >= ROBOT_LIMIT) return 45009;
    this.posts.set(key, [...recent, now]);
    this.posted.push({ key, text });
    return 0;
  }

  reset(): void {
    this.grants.clear();
    this.posts.clear();
    this.sent.length = 0;
    this.posted.length = 0;
  }
}

/** The same person has another openid under another AppID. */
export function openidOf(appId: string, person: string): string {
  return `o${createHash('sha256').update(`${appId} ${person}`).digest('base64url').slice(0, 27)}`;
}
