import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { DATA, inRepo } from './machine/places.mjs';
import { freePort } from './machine/ports.mjs';
import { isStill, startTimeOf } from './machine/process-identity.mjs';

/** `npm start`, run as a person runs it, in a data folder of its own. */

const SERVED = '按 Ctrl-C 停止';
const FIRST_START_WITHIN_MS = 240_000;
const SECOND_START_WITHIN_MS = 15_000;

let home;
const runs = [];

function start(port, argv = ['--port', String(port)]) {
  const env = { ...process.env, LINLI_DATA_DIR: home, LINLI_DEMO_SIZE: 'small', CI: 'true' };
  for (const name of ['DATABASE_URL', 'PORT', 'HOST', 'NODE_ENV', 'npm_config_port']) delete env[name];
  const child = spawn(process.execPath, [inRepo('scripts', 'start.mjs'), ...argv], { env });
  const run = { child, out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => {
    run.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    run.err += text;
  });
  run.ended = new Promise((resolve) => child.once('close', (code, signal) => resolve(code ?? signal)));
  runs.push(run);
  return run;
}

async function says(run, text, withinMs) {
  const deadline = Date.now() + withinMs;
  while (!run.out.includes(text)) {
    assert.equal(run.child.exitCode, null, `it ended before saying 「${text}」:\n${run.out}${run.err}`);
    assert.ok(Date.now() < deadline, `it did not say 「${text}」 in ${withinMs} ms:\n${run.out}${run.err}`);
    await delay(20);
  }
}

const startedBy = () => JSON.parse(readFileSync(join(home, 'run', 'demo.json'), 'utf8'));

function assertGone(processes) {
  assert.ok(processes.length > 0, 'there should have been processes to stop');
  for (const each of processes) assert.equal(isStill(each), false, `${each.title} (${each.pid}) still runs`);
}

const oneLine = (text) => text.trim().split('\n').length === 1;

describe('npm start', () => {
  before(() => {
    home = mkdtempSync(join(tmpdir(), 'linli-start-'));
    mkdirSync(home, { recursive: true });
    // What is built is built for every data folder alike.
    copyFileSync(join(DATA, 'built.json'), join(home, 'built.json'));
  });

  after(async () => {
    for (const run of runs) {
      if (run.child.exitCode === null && run.child.signalCode === null) run.child.kill('SIGTERM');
      await run.ended;
    }
    rmSync(home, { recursive: true, force: true });
  });

  it('says in one line that the port is taken, and starts nothing', async () => {
    const other = createServer();
    await new Promise((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address();
    const run = start(port);
    assert.equal(await run.ended, 1);
    assert.ok(oneLine(run.err) && run.err.includes(String(port)) && run.err.includes('占用'), run.err);
    assert.equal(run.out, '');
    await new Promise((resolve) => other.close(resolve));
  });

  it('says in one line that a port is no port', async () => {
    const run = start(0, ['--port', 'door']);
    assert.equal(await run.ended, 1);
    assert.ok(oneLine(run.err) && run.err.includes('door'), run.err);
  });

  it('stops all it started when asked to stop while still preparing', async () => {
    const run = start(await freePort());
    await says(run, '更新数据库结构', FIRST_START_WITHIN_MS);
    const processes = startedBy();
    run.child.kill('SIGINT');
    assert.equal(await run.ended, 130);
    assertGone(processes);
  });

  it('serves, refuses a second start in one line, and on Ctrl-C stops all it started and nothing else', async (t) => {
    const bystander = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    t.after(() => bystander.kill());
    const known = { pid: bystander.pid, startTime: startTimeOf(bystander.pid) };
    const port = await freePort();
    const run = start(port);
    await says(run, SERVED, FIRST_START_WITHIN_MS);
    assert.equal((await fetch(`http://127.0.0.1:${port}/api/ready`)).status, 200);
    assert.match(run.out, /演示居民一/);
    assert.match(run.out, new RegExp(`http://127\\.0\\.0\\.1:${port}/q/`));

    const second = start(await freePort());
    assert.equal(await second.ended, 1);
    assert.ok(oneLine(second.err) && second.err.includes(String(run.child.pid)), second.err);

    const processes = startedBy();
    run.child.kill('SIGINT');
    assert.equal(await run.ended, 0);
    assertGone(processes);
    assert.equal(isStill(known), true, 'a process it did not start was stopped');
  });

  it('serves again in under 15 seconds, also after it was killed outright', async () => {
    const first = start(await freePort());
    await says(first, SERVED, SECOND_START_WITHIN_MS);
    const left = startedBy();
    first.child.kill('SIGKILL');
    await first.ended;

    const second = start(await freePort());
    await says(second, SERVED, SECOND_START_WITHIN_MS);
    assertGone(left);
    const processes = startedBy();
    second.child.kill('SIGTERM');
    assert.equal(await second.ended, 0);
    assertGone(processes);
  });
});
