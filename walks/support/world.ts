import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, openSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const repo = resolve(import.meta.dirname, '../..');
const serverDist = join(repo, 'server/dist');

/** Everything a walk needs, all of it real: a database with the demo neighbourhood, the server, WeChat's stand-in, a browser. */
export interface World {
  url: string;
  wechatUrl: string;
  browser: Browser;
  /** SIGKILLs the server and starts it again on the same port and database. */
  restartServer(): Promise<void>;
  stopServer(): Promise<void>;
  startServer(): Promise<void>;
  close(): Promise<void>;
}

/** A port that was free a moment ago, on loopback. */
export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
}

/** Asks `until` again and again until it answers true; the deadline is an error, never a silent pass. */
export async function eventually(
  what: string,
  until: () => Promise<boolean>,
  deadlineMs = 60_000,
): Promise<void> {
  const end = Date.now() + deadlineMs;
  while (Date.now() < end) {
    if (await until().catch(() => false)) return;
    await new Promise((r) => setTimeout(r, 100));
  }
  throw new Error(`waited ${deadlineMs} ms in vain: ${what}`);
}

function databaseUrl(name: string): string {
  const base = process.env.TEST_DATABASE_URL;
  if (!base) throw new Error('TEST_DATABASE_URL is not set: run `npm test -- walks`');
  const url = new URL(base);
  url.pathname = `/${name}`;
  return url.toString();
}

async function createDatabase(name: string): Promise<void> {
  // The driver belongs to the server; the walks borrow it from there.
  const { createConnection } = createRequire(join(repo, 'server/package.json'))('mysql2/promise');
  const url = new URL(process.env.TEST_DATABASE_URL as string);
  const connection = await createConnection({
    host: url.hostname,
    port: Number(url.port || 3306),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    ...(url.searchParams.get('socketPath') ? { socketPath: url.searchParams.get('socketPath') } : {}),
  });
  await connection.query(`drop database if exists \`${name}\``);
  await connection.query(`create database \`${name}\` character set utf8mb4 collate utf8mb4_bin`);
  await connection.end();
}

/** Opens a world of its own for one walk file. `name` becomes part of the database's name. */
export async function openWorld(name: string): Promise<World> {
  const dir = join(repo, '.data/walks', name);
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  const log = openSync(join(dir, 'log.txt'), 'a');
  const [port, wechatPort] = [await freePort(), await freePort()];
  const database = `walk_${name.replace(/\W/g, '_')}`;
  await createDatabase(database);
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    HOST: '127.0.0.1',
    PORT: String(port),
    DATABASE_URL: databaseUrl(database),
    LINLI_DEMO: '1',
    LINLI_STORAGE_DIR: join(dir, 'photos'),
    LINLI_TOKEN_SECRET: 'walk-secret-walk-secret-walk-secret-walk',
    LINLI_DATA_KEY: Buffer.alloc(32, 7).toString('base64'),
    LINLI_PUBLIC_URL: `http://127.0.0.1:${port}`,
    LINLI_MINIAPP_DIR: join(repo, 'miniapp/dist/h5'),
    LINLI_CONSOLE_DIR: join(repo, 'console/dist'),
    WECHAT_BASE_URL: `http://127.0.0.1:${wechatPort}`,
    WECHAT_APP_ID: 'wx0000000000000000',
    WECHAT_APP_SECRET: 'walk-app-secret',
  };

  const launch = (script: string, extra: NodeJS.ProcessEnv = {}): ChildProcess =>
    spawn(process.execPath, [join(serverDist, script)], {
      env: { ...env, ...extra },
      stdio: ['ignore', log, log],
    });
  const finish = (script: string) =>
    new Promise<void>((done, fail) => {
      launch(script).once('exit', (code) =>
        code === 0 ? done() : fail(new Error(`${script} ended with ${code}; see ${join(dir, 'log.txt')}`)),
      );
    });
  const kill = (child: ChildProcess) =>
    new Promise<void>((done) => {
      if (child.exitCode !== null || child.signalCode !== null) return done();
      child.once('exit', () => done());
      child.kill('SIGKILL');
    });

  const wechat = launch('wechat-stand-in/main.js', { PORT: String(wechatPort) });
  await finish('migrate.js');
  await finish('demo/load.js');
  const url = `http://127.0.0.1:${port}`;
  let server: ChildProcess | null = null;
  const startServer = async () => {
    server = launch('main.js');
    await eventually('the server is ready', async () => (await fetch(`${url}/api/ready`)).ok);
  };
  const stopServer = async () => {
    if (server) await kill(server);
    server = null;
  };
  await startServer();

  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

  return {
    url,
    wechatUrl: `http://127.0.0.1:${wechatPort}`,
    browser,
    startServer,
    stopServer,
    restartServer: async () => {
      await stopServer();
      await startServer();
    },
    close: async () => {
      await browser.close();
      await stopServer();
      await kill(wechat);
    },
  };
}
