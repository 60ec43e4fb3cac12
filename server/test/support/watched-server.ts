import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { NODE_FLAGS } from '../../node-flags.mjs';
import { builtFile } from './built.js';
import { serverEnvironment } from './settings.js';

/** What a value of a recorded statement was. */
export type SentValue = string | number | boolean | null | { moment: number } | SentValue[];

export interface SentStatement {
  sql: string;
  values: SentValue[];
  /** Kept by the connection and run again, or sent as text. */
  prepared: boolean;
}

export interface RecordedRequest {
  method: string;
  url: string;
  statements: SentStatement[];
}

export interface WatchedProcess {
  url: string;
  /** Microseconds of processor time since it started, all its threads together. */
  spent(): Promise<number>;
  /** The statements that each request sends while `work` goes on. */
  record(work: () => Promise<unknown>): Promise<RecordedRequest[]>;
  stop(): Promise<void>;
}

const WATCHER = fileURLToPath(new URL('./watched-server.mjs', import.meta.url));
const START_DEADLINE_MS = 30_000;

/** The built server as it always is, with somebody beside it who counts. */
export function startWatchedServer(
  databaseUrl: string,
  extra: NodeJS.ProcessEnv = {},
): Promise<WatchedProcess> {
  return startWatched(builtFile('main.js'), [], serverEnvironment(databaseUrl, extra));
}

/** Any program that says where it listens; Node runs it as it runs the server, unless told otherwise. */
export async function startWatched(
  file: string,
  args: string[],
  env: NodeJS.ProcessEnv,
  flags: readonly string[] = NODE_FLAGS,
): Promise<WatchedProcess> {
  const child = spawn(process.execPath, [...flags, '--import', WATCHER, file, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const url = await listening(child).catch((error: unknown) => {
    child.kill('SIGKILL');
    throw error;
  });
  const ask = async <T>(asked: string): Promise<T> => {
    const answer = once(child, 'message');
    child.send(asked);
    return (await answer)[0] as T;
  };
  return {
    url,
    spent: async () => (await ask<{ micros: number }>('spent')).micros,
    record: async (work) => {
      await ask('record');
      await work();
      return (await ask<{ requests: RecordedRequest[] }>('recorded')).requests;
    },
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const deadline = setTimeout(() => reject(new Error('did not start in time')), START_DEADLINE_MS);
    child.once('exit', (code) => reject(new Error(`ended with ${code}`)));
    createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (line) => {
      const found = / listening on (http\S+)/.exec(line)?.[1];
      if (found === undefined) return;
      clearTimeout(deadline);
      resolve(found);
    });
  });
}
