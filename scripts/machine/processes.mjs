import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { inData, LOGS, REPO } from './places.mjs';
import { isStill, startTimeOf } from './process-identity.mjs';
import { line, PlainProblem, problem } from './say.mjs';

/**
 * Every process a command starts goes through here, so that stopping the command stops exactly those.
 * Each gets a process group of its own: a Ctrl-C at the terminal reaches only us, and we stop the others in order.
 */

const GRACE_MS = 15_000;

/** Thrown into whatever is under way once the person has asked to stop. */
export class Stopped extends Error {}

export class CommandFailed extends PlainProblem {
  constructor(title, code, logFile) {
    const tail = tailOf(logFile, 25);
    super(
      `「${title}」没有成功（退出码 ${code}）。日志：${logFile}${tail === '' ? '' : `\n${indent(tail)}`}`,
    );
  }
}

const started = [];
const cleanups = [];
let owner = null;
let stopping = null;
let exitCodeWhenAsked = (signal) => ({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 })[signal] ?? 1;

/** Says which command this is, so that what a killed one left behind can be found by the next. */
export function ownProcessesAs(name) {
  owner = name;
}

/** Once a command serves, being asked to stop is its ordinary end. */
export function askedToStopIsSuccess() {
  exitCodeWhenAsked = () => 0;
}

export const isStopping = () => stopping !== null;

/** Registers something to undo when the command ends. Last registered, first undone. */
export function whenStopping(cleanup) {
  cleanups.push(cleanup);
}

/** Starts a process that stays. `stopSignal` is what it wants to hear to end well. */
export function keep(title, command, args, options = {}) {
  if (stopping) throw new Stopped();
  const logFile = options.logFile ?? logNamed(options.log ?? 'commands');
  const logHandle = openSync(logFile, options.keepLog === true ? 'a' : 'w', 0o600);
  const ownGroup = options.ownGroup ?? true;
  const child = spawn(command, args, {
    cwd: options.cwd ?? REPO,
    env: options.env ?? process.env,
    detached: ownGroup,
    stdio: ['ignore', options.onOutput ? 'pipe' : logHandle, logHandle],
  });
  closeSync(logHandle);
  const handle = { title, child, pid: child.pid, logFile, ownGroup };
  handle.stopSignal = options.stopSignal ?? 'SIGTERM';
  handle.graceMs = options.graceMs ?? GRACE_MS;
  handle.startTime = child.pid === undefined ? null : startTimeOf(child.pid);
  if (options.onOutput) child.stdout.setEncoding('utf8').on('data', options.onOutput);
  handle.ended = new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: error.code ?? 'error', error }));
    child.once('close', (code, signal) => resolve({ code: code ?? signal }));
  }).then((end) => {
    handle.end = end;
    const at = started.indexOf(handle);
    if (at >= 0) started.splice(at, 1);
    remember();
    return end;
  });
  started.push(handle);
  remember();
  return handle;
}

/** Runs a command to its end; its output goes to a log, whose last lines are shown only when it fails. */
export async function run(title, command, args, options = {}) {
  const handle = keep(title, command, args, options);
  const { code, error } = await handle.ended;
  if (stopping) throw new Stopped();
  if (error?.code === 'ENOENT') throw new PlainProblem(`找不到命令 ${command}。`);
  if (code !== 0) throw new CommandFailed(title, code, handle.logFile);
}

/** Asks a process to end, waits, and insists only when it does not listen. */
export async function stop(handle) {
  if (handle.end !== undefined) return;
  if (handle.pid === undefined) return void (await handle.ended);
  signalTo(handle, handle.stopSignal);
  const ended = await Promise.race([handle.ended, delay(handle.graceMs, 'still there', { ref: false })]);
  if (ended === 'still there') {
    signalTo(handle, 'SIGKILL');
    await handle.ended;
  }
}

function signalTo(handle, signal) {
  try {
    process.kill(handle.ownGroup ? -handle.pid : handle.pid, signal);
  } catch (error) {
    // A process run through sudo may not be signalled by us; it hears the terminal, and we wait for it.
    if (error.code !== 'ESRCH' && error.code !== 'EPERM') throw error;
  }
}

/** Stops everything this command started, the last started first, and undoes what was registered. */
function stopEverything() {
  stopping ??= (async () => {
    while (started.length > 0) await stop(started.at(-1));
    for (const cleanup of cleanups.reverse()) {
      try {
        await cleanup();
      } catch (error) {
        problem(error.message);
      }
    }
    if (owner !== null) rmSync(ledgerOf(owner), { force: true });
  })();
  return stopping;
}

/** Runs a whole command: signals, refusals and surprises all end with nothing left running. */
export async function runCommand(main) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (stopping) {
        for (const handle of started) signalTo(handle, 'SIGKILL');
        return;
      }
      const exitCode = exitCodeWhenAsked(signal);
      line('正在停止…');
      stopEverything().then(() => {
        line('已停止。');
        process.exit(exitCode);
      });
    });
  }
  for (const surprise of ['uncaughtException', 'unhandledRejection']) {
    process.on(surprise, (error) => {
      problem(error?.stack ?? String(error));
      stopEverything().then(() => process.exit(1));
    });
  }
  try {
    const exitCode = (await main()) ?? 0;
    if (stopping) return;
    await stopEverything();
    process.exit(exitCode);
  } catch (error) {
    if (stopping) return;
    problem(error instanceof PlainProblem ? error.message : (error.stack ?? String(error)));
    await stopEverything();
    process.exit(1);
  }
}

/** Stops what an earlier, killed run of this command left running: only processes proven to be the same ones. */
export async function stopLeftovers(name) {
  let recorded = [];
  try {
    recorded = JSON.parse(readFileSync(ledgerOf(name), 'utf8'));
  } catch {
    return;
  }
  for (const left of recorded.reverse()) {
    if (!isStill(left)) continue;
    line(`上次留下的进程还在（${left.title}，${left.pid}），先停掉。`);
    await endProcess(left);
  }
  rmSync(ledgerOf(name), { force: true });
}

/** Ends a process of an earlier run that has been recognised as ours. */
export async function endProcess(left, graceMs = GRACE_MS) {
  const target = { ...left, stopSignal: 'SIGTERM' };
  signalTo(target, 'SIGTERM');
  const deadline = Date.now() + graceMs;
  while (isStill(left) && Date.now() < deadline) await delay(50);
  if (isStill(left)) signalTo(target, 'SIGKILL');
  while (isStill(left)) await delay(50);
}

export function logNamed(name) {
  mkdirSync(LOGS, { recursive: true });
  return join(LOGS, `${name}.log`);
}

export function tailOf(file, lines) {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
  } catch {
    return '';
  }
}

const indent = (text) => text.replace(/^/gm, '    ');
const ledgerOf = (name) => inData('run', `${name}.json`);

function remember() {
  if (owner === null) return;
  mkdirSync(inData('run'), { recursive: true });
  const rows = started
    .filter((handle) => handle.startTime !== null)
    .map(({ title, pid, startTime, ownGroup }) => ({ title, pid, startTime, ownGroup }));
  // Renamed into place, so that who is killed meanwhile leaves a list that can be read.
  const ledger = ledgerOf(owner);
  writeFileSync(`${ledger}.new`, JSON.stringify(rows), { mode: 0o600 });
  renameSync(`${ledger}.new`, ledger);
}
