import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from './ports.mjs';
import { commandLineOf, startTimeOf } from './process-identity.mjs';
import { endProcess, keep, logNamed, run, stop, tailOf, whenStopping } from './processes.mjs';
import { line, PlainProblem } from './say.mjs';

/**
 * A MariaDB of this clone's own: its own data folder, the invoking user, loopback only, a free port, and passwords
 * from this clone's secrets. A database the machine may run for others is neither used nor touched.
 */

const READY_WITHIN_MS = 60_000;
const asRoot = () => (process.getuid?.() === 0 ? ['--user=root'] : []);

/** @param options { programs, name, folder, secrets, database, careful } — `careful: false` trades safety for speed (tests). */
export async function startPrivateDatabase(options) {
  await endLeftover(options.folder);
  await createIfMissing(options);
  const socketFolder = makeSocketFolder(options);
  const initFile = join(options.folder, '..', `${options.name}-accounts.sql`);
  writeFileSync(initFile, accountsSql(options), { mode: 0o600 });
  whenStopping(() => rmSync(initFile, { force: true }));
  let lastProblem = null;
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const port = await freePort();
    try {
      const handle = await launch(options, { port, socketFolder, initFile });
      return describe(options, { port, socketFolder, initFile, handle });
    } catch (error) {
      lastProblem = error;
      // Another program may have taken the port between our look and the launch: only then is another try of use.
      if (!/Can't start server|Address already in use/.test(error.message)) break;
    }
  }
  throw lastProblem;
}

/** A socket's path must be short, so it lives in the temporary folder; where, is noted, so that a killed run's can be removed. */
function makeSocketFolder({ folder, name }) {
  const note = join(dirname(folder), `${name}-socket-folder`);
  if (existsSync(note)) rmSync(readFileSync(note, 'utf8'), { recursive: true, force: true });
  const made = mkdtempSync(join(tmpdir().length < 60 ? tmpdir() : '/tmp', 'linli-db-'));
  writeFileSync(note, made, { mode: 0o600 });
  whenStopping(() => {
    for (const path of [made, note]) rmSync(path, { recursive: true, force: true });
  });
  return made;
}

function describe(options, running) {
  const { port } = running;
  const url = (user, password, database = '') => `mysql://${user}:${password}@127.0.0.1:${port}/${database}`;
  return {
    port,
    url: url('linli', options.secrets.databasePassword, options.database ?? ''),
    rootUrl: url('root', options.secrets.databaseRootPassword),
    ended: () => running.handle.ended,
    stop: () => stop(running.handle),
    /** The same database again, on the same port, after it went away by itself. */
    startAgain: async () => {
      running.handle = await launch(options, running);
    },
  };
}

async function createIfMissing({ programs, folder, name }) {
  if (existsSync(join(folder, 'mysql'))) return;
  const half = `${folder}.new`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(dirname(folder), { recursive: true, mode: 0o700 });
  mkdirSync(half, { mode: 0o700 });
  const args = ['--no-defaults', ...asRoot(), `--datadir=${half}`, '--skip-test-db', '--skip-log-bin'];
  args.push(
    '--auth-root-authentication-method=normal',
    '--character-set-server=utf8mb4',
    '--collation-server=utf8mb4_bin',
  );
  await run('建立数据库', programs.install, args, { log: `${name}-install` });
  // Only a finished folder gets the name that counts: a cut-short one is simply made again.
  renameSync(half, folder);
}

async function launch({ programs, folder, name, careful }, { port, socketFolder, initFile }) {
  const logFile = logNamed(name);
  const args = [
    '--no-defaults',
    ...asRoot(),
    `--datadir=${folder}`,
    `--socket=${join(socketFolder, 'db.sock')}`,
    `--pid-file=${pidFileOf(folder)}`,
    `--port=${port}`,
    '--bind-address=127.0.0.1',
    '--skip-name-resolve',
    `--init-file=${initFile}`,
    '--character-set-server=utf8mb4',
    '--collation-server=utf8mb4_bin',
    '--transaction-isolation=READ-COMMITTED',
    '--default-time-zone=+00:00',
    '--local-infile=0',
    '--skip-log-bin',
    '--max-connections=300',
    '--innodb-buffer-pool-size=256M',
    `--innodb-flush-log-at-trx-commit=${careful === false ? 0 : 1}`,
    ...(careful === false ? ['--innodb-doublewrite=0'] : []),
  ];
  const handle = keep(`数据库（${name}）`, programs.server, args, { logFile, graceMs: READY_WITHIN_MS });
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!(await greets(port))) {
    if (handle.end !== undefined)
      throw new PlainProblem(`数据库没有启动。日志：${logFile}\n${tailOf(logFile, 12)}`);
    if (Date.now() > deadline) throw new PlainProblem(`数据库 60 秒内没有就绪。日志：${logFile}`);
    await delay(50);
  }
  return handle;
}

/** The server's first packet names protocol 10; it is sent only after the accounts file has been run. */
function greets(port) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const answer = (result) => {
      socket.destroy();
      resolve(result);
    };
    socket.setTimeout(500, () => answer(false));
    socket.once('data', (packet) => answer(packet.length > 5 && packet[4] === 10));
    socket.once('error', () => answer(false));
    socket.once('close', () => resolve(false));
  });
}

/** Run at every start, so that the accounts always fit the secrets; each statement stays on its own line. */
function accountsSql({ secrets, database }) {
  const root = `identified by '${secrets.databaseRootPassword}'`;
  const lines = [
    `create or replace user 'root'@'127.0.0.1' ${root}`,
    `grant all on *.* to 'root'@'127.0.0.1' with grant option`,
    `create or replace user 'root'@'localhost' ${root}`,
    `grant all on *.* to 'root'@'localhost' with grant option`,
    `drop user if exists 'root'@'::1'`,
  ];
  if (database) {
    lines.push(
      `create database if not exists \`${database}\` character set utf8mb4 collate utf8mb4_bin`,
      `create or replace user 'linli'@'127.0.0.1' identified by '${secrets.databasePassword}'`,
      `grant all on \`${database}\`.* to 'linli'@'127.0.0.1'`,
    );
  }
  return lines.map((statement) => `${statement};\n`).join('');
}

const pidFileOf = (folder) => join(folder, 'linli.pid');

/** A killed start may have left its database running. It is ended only if its command line names our data folder. */
async function endLeftover(folder) {
  let pid = 0;
  try {
    pid = Number(readFileSync(pidFileOf(folder), 'utf8').trim());
  } catch {
    return;
  }
  if (!Number.isInteger(pid) || pid <= 1 || !commandLineOf(pid).includes(`--datadir=${folder}`)) return;
  line(`上次留下的数据库还在运行（进程 ${pid}），先停掉。`);
  await endProcess({ pid, startTime: startTimeOf(pid), ownGroup: false }, READY_WITHIN_MS);
}
