import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { serverEnvironment } from './settings.js';

type Records = import('../../src/modules/identity/index.js').PersonRecords;
type Answers = {
  [What in 'holdings' | 'obstacles' | 'erase']: Awaited<ReturnType<Records[What]>>;
} & { export: { kind: string; title: string; items: Record<string, unknown>[] }[] };

/** The keepers of a whole application on this database, asked as the modules ask them. */
export interface Keepers {
  columns(): Promise<string[]>;
  ask<What extends keyof Answers>(what: What, personId: string): Promise<Answers[What]>;
  close(): Promise<void>;
}

export async function personKeepers(databaseUrl: string): Promise<Keepers> {
  const child = fork(fileURLToPath(new URL('person-keepers.mjs', import.meta.url)), {
    env: serverEnvironment(databaseUrl),
    execArgv: [],
  });
  const waiting = new Map<number, (message: { answer?: unknown; error?: string }) => void>();
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the keepers ended with ${code}`)));
    child.on('message', (message: { ready?: true; id?: number; answer?: unknown; error?: string }) => {
      if (message.ready) resolve();
      else waiting.get(message.id ?? 0)?.(message);
    });
  });
  let last = 0;
  const ask = (what: string, personId?: string) =>
    new Promise<never>((resolve, reject) => {
      const id = ++last;
      waiting.set(id, ({ answer, error }) =>
        error === undefined ? resolve(answer as never) : reject(new Error(error)),
      );
      child.send({ id, what, personId });
    });
  return {
    columns: () => ask('columns'),
    ask,
    async close() {
      child.removeAllListeners('exit');
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    },
  };
}
