import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Browser, chromium } from 'playwright-core';
import { chromiumOptions } from '../../miniapp/stage/driver.js';
import { builtFile } from '../../server/test/support/built.js';
import { freePort } from '../../server/test/support/free-port.js';
import type { Beginning } from '../../server/test/support/kept-databases.js';
import {
  type RunningProcess,
  startServer,
  startWechatStandIn,
} from '../../server/test/support/server-process.js';
import { serverEnvironment, storageDir } from '../../server/test/support/settings.js';
import { createTestDatabase, migrate } from '../../server/test/support/test-database.js';
import { type Undo, undoing } from '../../server/test/support/undoing.js';

const REPO = resolve(import.meta.dirname, '../..');

const WECHAT_APP_ID = 'wx-walk';

/** Everything a walk needs, all of it real: a database with the demo neighbourhood, the server, WeChat's stand-in, a browser. */
export interface World {
  url: string;
  wechatUrl: string;
  /** The mini-program's AppID, as the server knows it. */
  wechatAppId: string;
  browser: Browser;
  stopServer(): Promise<void>;
  /** On the same port and database as before, perhaps with other settings. */
  startServer(settings?: NodeJS.ProcessEnv): Promise<void>;
  /** Asks again until there is an answer; what other processes do is not done at once. */
  until<T>(ask: () => Promise<T | null>): Promise<T>;
  query<T>(sql: string, parameters?: unknown[]): Promise<T[]>;
  close(): Promise<void>;
}

const PATIENCE_MS = 20_000;
const PAUSE_MS = 200;

async function until<T>(ask: () => Promise<T | null>): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (Date.now() > deadline) throw new Error('it did not happen in time');
    await pause(PAUSE_MS);
  }
}

/** The demo neighbourhood, with the photos and recordings that belong to it. */
const DEMO: Beginning = {
  name: 'demo',
  async make(databaseUrl, files) {
    await migrate(databaseUrl);
    const child = spawn(process.execPath, [builtFile('demo/load.js')], {
      env: serverEnvironment(databaseUrl, { LINLI_STORAGE_DIR: files }),
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const [code] = (await once(child, 'exit')) as [number | null];
    if (code !== 0) throw new Error('the demo neighbourhood could not be loaded');
  },
};

/** Opens a world of its own for one walk file. What was opened before something failed is closed again, last first. */
export function openWorld(settings: NodeJS.ProcessEnv = {}): Promise<World> {
  return undoing(async (undo, close) => ({ ...(await open(undo, settings)), close }));
}

async function open(closings: Undo, settings: NodeJS.ProcessEnv): Promise<Omit<World, 'close'>> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const database = await createTestDatabase(DEMO);
  closings.push(database.drop);
  cpSync(database.keptFiles, storageDir, { recursive: true });
  const wechat = await startWechatStandIn();
  closings.push(wechat.stop);
  const extra: NodeJS.ProcessEnv = {
    PORT: String(port),
    LINLI_PUBLIC_URL: url,
    LINLI_MINIAPP_DIR: resolve(REPO, 'miniapp/dist/h5'),
    LINLI_CONSOLE_DIR: resolve(REPO, 'console/dist'),
    WECHAT_BASE_URL: wechat.url,
    WECHAT_APP_ID,
    WECOM_BASE_URL: wechat.url,
    WECHAT_TEMPLATE_PROGRESS: 'walk-template-progress',
    WECHAT_TEMPLATE_CONFIRM: 'walk-template-confirm',
    WECHAT_TEMPLATE_WORK: 'walk-template-work',
    WECHAT_TEMPLATE_NOTICE: 'walk-template-notice',
    ...settings,
  };
  let server: RunningProcess | null = await startServer(database.url, extra);
  const stopServer = async () => {
    await server?.stop();
    server = null;
  };
  closings.push(stopServer);
  const browser = await chromium.launch({
    ...chromiumOptions,
    ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
  });
  closings.push(() => browser.close());
  return {
    url,
    wechatUrl: wechat.url,
    wechatAppId: WECHAT_APP_ID,
    browser,
    query: database.query,
    until,
    stopServer,
    startServer: async (settings = {}) => {
      server = await startServer(database.url, { ...extra, ...settings });
    },
  };
}
