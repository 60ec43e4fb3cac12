import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { NODE_FLAGS } from '../../node-flags.mjs';
import { builtFile } from './built.js';
import { serverEnvironment } from './settings.js';

/** Far more than a start takes even on a machine that has much else to do. */
const START_DEADLINE_MS = 120_000;

export interface RunningProcess {
  url: string;
  pid: number;
  stop(): Promise<void>;
  /** Ends it at once, in the middle of whatever it does. */
  kill(): Promise<void>;
}

/** The built server as a process of its own, on a free port. */
export function startServer(databaseUrl: string, extra: NodeJS.ProcessEnv = {}): Promise<RunningProcess> {
  return start('main.js', serverEnvironment(databaseUrl, extra), /^linli listening on (\S+)/, NODE_FLAGS);
}

/** The stand-in for WeChat, as a process of its own. */
export function startWechatStandIn(): Promise<RunningProcess> {
  const environment = { PATH: process.env.PATH, PORT: '0', WECHAT_MESSAGE_TOKEN: 'test-message-token' };
  return start('wechat-stand-in/main.js', environment, /^wechat stand-in listening on (\S+)/);
}

/** Runs the server expecting it to refuse; gives back its exit code and what it said. */
export async function refusalToStart(
  environment: NodeJS.ProcessEnv,
): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [...NODE_FLAGS, builtFile('main.js')], { env: environment });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  return { code, said };
}

async function start(
  file: string,
  environment: NodeJS.ProcessEnv,
  ready: RegExp,
  flags: readonly string[] = [],
): Promise<RunningProcess> {
  const child = spawn(process.execPath, [...flags, builtFile(file)], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  const url = await new Promise<string>((resolve, reject) => {
    const deadline = setTimeout(() => reject(new Error(`${file} did not start in time`)), START_DEADLINE_MS);
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)));
    lines.on('line', (line) => {
      const found = ready.exec(line)?.[1];
      if (found === undefined) {
        if (environment.LINLI_LOG_LEVEL !== undefined) process.stderr.write(`${line}\n`);
        return;
      }
      clearTimeout(deadline);
      resolve(found);
    });
  }).catch((error: unknown) => {
    child.kill('SIGKILL');
    throw error;
  });
  return { url, pid: child.pid ?? 0, stop: () => stop(child), kill: () => stop(child, 'SIGKILL') };
}

async function stop(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}
