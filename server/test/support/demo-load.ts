import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { builtFile } from './built.js';
import { serverEnvironment } from './settings.js';

export interface Run {
  code: number | null;
  said: string;
}

/** Begins to load the demo data in a process of its own, which a test may end in the middle. */
export function startLoad(
  databaseUrl: string,
  extra: NodeJS.ProcessEnv = {},
): { child: ChildProcess; done: Promise<Run> } {
  return started(builtFile('demo/load.js'), databaseUrl, extra);
}

function started(program: string, databaseUrl: string, extra: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, [program], {
    env: serverEnvironment(databaseUrl, extra),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      said += chunk;
    });
  return { child, done: once(child, 'close').then(([code]) => ({ code: code as number | null, said })) };
}

/** Loads the demo data to the end. */
export const load = (databaseUrl: string, extra: NodeJS.ProcessEnv = {}) =>
  startLoad(databaseUrl, extra).done;

/** Loads a part of what `npm start` shows. */
export const loadPart = (databaseUrl: string) =>
  started(fileURLToPath(new URL('./demo-part.mjs', import.meta.url)), databaseUrl, {}).done;
