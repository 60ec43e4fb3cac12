import { setTimeout as delay } from 'node:timers/promises';
import { NODE_FLAGS } from '../../server/node-flags.mjs';
import { mariadbPrograms } from '../machine/mariadb.mjs';
import { inData, inRepo } from '../machine/places.mjs';
import { freePort } from '../machine/ports.mjs';
import { startPrivateDatabase } from '../machine/private-database.mjs';
import { isStopping, keep, run, tailOf } from '../machine/processes.mjs';
import { line, PlainProblem, step } from '../machine/say.mjs';
import { loadSecrets } from '../machine/secrets.mjs';
import { addressOf, serverEnvironment } from './settings.mjs';

const READY_WITHIN_MS = 60_000;
const RESTARTS_OF_DATABASE = 5;

const entry = (...parts) => inRepo('server', 'dist', ...parts);

/** The private demo: its own database, demo people, a stand-in for WeChat. Or, with DATABASE_URL, only what is asked for. */
export async function startBehindTheServer({ port, host }) {
  const secrets = loadSecrets();
  const givenUrl = process.env.DATABASE_URL ?? '';
  const demo = givenUrl === '' || process.env.LINLI_DEMO === '1';
  let databaseUrl = givenUrl;
  if (givenUrl === '') {
    const programs = await mariadbPrograms();
    const database = await step('启动数据库', () =>
      startPrivateDatabase({
        programs,
        name: 'database',
        folder: inData('database'),
        secrets,
        database: 'linli',
      }),
    );
    keepDatabaseUp(database);
    databaseUrl = database.url;
  }
  const wechatPort = demo && !process.env.WECHAT_BASE_URL ? await freePort() : null;
  const wechatUrl = wechatPort === null ? null : `http://127.0.0.1:${wechatPort}`;
  const env = serverEnvironment({ port, host, databaseUrl, secrets, demo, wechatUrl });
  await step('更新数据库结构', () =>
    run('更新数据库结构', process.execPath, [entry('migrate.js')], { env, log: 'migrate' }),
  );
  if (wechatPort !== null) {
    keep('微信替身', process.execPath, [entry('wechat-stand-in', 'main.js')], {
      env: { ...env, PORT: String(wechatPort), HOST: '127.0.0.1' },
      log: 'wechat-stand-in',
    });
  }
  if (demo) {
    await step('准备演示数据', (tell) =>
      run('准备演示数据', process.execPath, [entry('demo', 'load.js')], {
        ...{ env, log: 'demo' },
        onOutput: (text) => {
          for (const [, far] of text.matchAll(/^demo: (\d+% .*)$/gm)) tell(far);
        },
      }),
    );
  }
  return { env, demo };
}

/** Starts the server and waits until it says it is ready. */
export async function serve({ env, port, host, nodeArguments = [] }) {
  const command = [...NODE_FLAGS, ...nodeArguments, entry('main.js')];
  const server = keep('服务', process.execPath, command, { env, log: 'server' });
  const address = addressOf(host, port);
  await step('启动服务', async () => {
    const deadline = Date.now() + READY_WITHIN_MS;
    while (!(await answers(`${address}/api/ready`))) {
      if (server.end !== undefined) {
        throw new PlainProblem(`服务没有启动。日志：${server.logFile}\n${tailOf(server.logFile, 15)}`);
      }
      if (Date.now() > deadline) throw new PlainProblem(`服务 60 秒内没有就绪。日志：${server.logFile}`);
      await delay(100);
    }
  });
  return { server, address };
}

async function answers(url) {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}

/** A database that dies is brought back on its port; the server answers 503 meanwhile and finds it again by itself. */
async function keepDatabaseUp(database) {
  for (let restarts = 0; restarts < RESTARTS_OF_DATABASE; restarts += 1) {
    await database.ended();
    if (isStopping()) return;
    line('数据库停了，2 秒后重新启动…');
    await delay(2_000);
    if (isStopping()) return;
    try {
      await database.startAgain();
      line('数据库已恢复。');
    } catch (error) {
      if (!isStopping()) line(error.message);
    }
  }
  line('数据库一再停止，不再重新启动。请看 .data/logs/database.log。');
}
