import assert from 'node:assert/strict';
import { type Answer, ask } from './api.js';
import { startServer, startWechatStandIn } from './server-process.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';
import { buildTown, type Town } from './town.js';
import { type Undo, undoing } from './undoing.js';

/** A running server with WeChat's stand-in beside it, and what it takes to sign in. */
export interface Entrance {
  database: TestDatabase;
  town: Town;
  url: string;
  post(path: string, body: unknown, token?: string): Promise<Answer>;
  me(token: string): Promise<Answer>;
  refresh(refreshToken: string): Promise<Answer>;
  /** Tells the stand-in what to do next. */
  steer(path: string, body?: unknown): Promise<Answer['body']>;
  freshPhone(): string;
  /** Asks for a one-time code and reads it off the demo's screen. */
  codeFor(phone: string): Promise<string>;
  /** A session of a resident nobody has seen before. */
  signedIn(): Promise<Answer['body']>;
  close(): Promise<void>;
}

export function openEntrance(): Promise<Entrance> {
  return undoing(open);
}

async function open(undo: Undo, close: () => Promise<void>): Promise<Entrance> {
  const database = await createTestDatabase();
  undo.push(() => database.drop());
  // Each is to be closed also when another one fails.
  const building = buildTown(database.url).then((town) => {
    undo.push(() => town.close());
    return town;
  });
  const starting = startWechatStandIn().then((wechat) => {
    undo.push(() => wechat.stop());
    return wechat;
  });
  await Promise.allSettled([building, starting]);
  const [town, wechat] = [await building, await starting];
  const server = await startServer(database.url, { WECHAT_BASE_URL: wechat.url });
  undo.push(() => server.stop());
  const post: Entrance['post'] = (path, body, token) => ask(server.url, 'POST', path, { body, token });
  let phonesUsed = 0;
  const freshPhone = () => {
    phonesUsed += 1;
    return `139${String(phonesUsed).padStart(8, '0')}`;
  };
  const codeFor: Entrance['codeFor'] = async (phone) => {
    const sent = await post('/api/auth/phone-codes', { phone });
    assert.equal(sent.status, 201, JSON.stringify(sent.body));
    return sent.body.demoCode;
  };
  return {
    database,
    town,
    url: server.url,
    post,
    me: (token) => ask(server.url, 'GET', '/api/me', { token }),
    refresh: (refreshToken) => post('/api/auth/refresh', { refreshToken }),
    steer: async (path, body = {}) => (await ask(wechat.url, 'POST', `/stand-in/${path}`, { body })).body,
    freshPhone,
    codeFor,
    async signedIn() {
      const phone = freshPhone();
      const answer = await post('/api/auth/phone', { phone, code: await codeFor(phone) });
      assert.equal(answer.status, 200, JSON.stringify(answer.body));
      return answer.body;
    },
    close,
  };
}
