import { ask } from './api.js';
import { newId } from './new-id.js';
import { startWechatStandIn } from './server-process.js';
import type { TestDatabase } from './test-database.js';

/** What the stand-in was asked to carry. */
export interface Carried {
  sent: { openid: string; templateId: string; page: string; data: Record<string, string> }[];
  posted: { key: string; text: string }[];
}

export interface Carrier {
  url: string;
  carried(): Promise<Carried>;
  /** How often a route was asked, faults included. */
  calls(route: string): Promise<number>;
  fault(
    route: string,
    fault: { errcode?: number; status?: number; hangMs?: number; times?: number },
  ): Promise<void>;
  grant(openid: string, templateId: string, times?: number): Promise<void>;
  reset(): Promise<void>;
  stop(): Promise<void>;
}

export const SUBSCRIBE_SEND = '/cgi-bin/message/subscribe/send';
export const ROBOT_SEND = '/cgi-bin/webhook/send';

/** WeChat and WeCom as they are while a spec runs: the stand-in, which remembers what it was given. */
export async function startCarrier(): Promise<Carrier> {
  const standIn = await startWechatStandIn();
  const control = async (path: string, body: unknown = {}) =>
    (await ask(standIn.url, 'POST', `/stand-in/${path}`, { body })).body;
  return {
    url: standIn.url,
    carried: () => control('sent'),
    calls: async (route) => (await control('calls'))[route] ?? 0,
    fault: async (route, fault) => {
      await control('faults', { route, ...fault });
    },
    grant: async (openid, templateId, times = 1) => {
      await control('grants', { openid, templateId, times });
    },
    reset: async () => {
      await control('reset');
    },
    stop: standIn.stop,
  };
}

interface InboxSeed {
  title?: string;
  at?: Date;
}

/** Puts a message into an inbox as if somebody had been told; gives back its id. */
export async function putInInbox(
  database: TestDatabase,
  personId: string,
  { title = '有人回复了', at = new Date() }: InboxSeed = {},
): Promise<string> {
  const id = newId();
  await database.query(
    `insert into inbox_message (id, person_id, kind, title, body, link_type, cause, at)
     values (?, ?, 'incident_progress', ?, '看一看吧', 'none', ?, ?)`,
    [id, personId, title, id, at],
  );
  return id;
}

interface DeliverySeed {
  channel: 'wechat' | 'sms' | 'wecom';
  targetId: string;
  kind?: string;
  title?: string;
  body?: string;
  attempts?: number;
  at?: Date;
  nextAt?: Date;
  /** It tells of this notice; of nothing in particular without. */
  noticeId?: string;
}

/** Owes a delivery, due at once unless it says when; gives back its id. */
export async function owe(database: TestDatabase, seed: DeliverySeed): Promise<string> {
  const id = newId();
  const { channel, targetId, title = '路灯的事有进展', body = '师傅已经出发', attempts = 0 } = seed;
  const kind = channel === 'wecom' ? null : (seed.kind ?? 'incident_progress');
  const { at = new Date(), nextAt = new Date(), noticeId } = seed;
  const linkType = noticeId === undefined ? 'none' : 'notice';
  await database.query(
    `insert into delivery (id, channel, target_id, kind, title, body, link_type, link_id, cause, at, state, attempts,
       next_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', ?, ?)`,
    [id, channel, targetId, kind, title, body, linkType, noticeId ?? null, id, at, attempts, nextAt],
  );
  return id;
}

export interface DeliveryRow {
  state: 'waiting' | 'sent' | 'skipped' | 'dead';
  attempts: number;
  lastError: string | null;
  nextAt: Date;
  sendingId: string | null;
}

export async function deliveryOf(database: TestDatabase, id: string): Promise<DeliveryRow> {
  const [row] = await database.query<DeliveryRow>(
    `select state, attempts, last_error as lastError, next_at as nextAt, sending_id as sendingId
       from delivery where id = ?`,
    [id],
  );
  if (row === undefined) throw new Error(`no delivery ${id}`);
  return row;
}

/** Lets the back-off of a delivery be over now. */
export async function letItBeDue(database: TestDatabase, id: string): Promise<void> {
  await database.query('update delivery set next_at = ? where id = ?', [new Date(), id]);
}
