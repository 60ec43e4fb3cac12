import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { serverEnvironment } from './settings.js';
import type { TestDatabase } from './test-database.js';

const PROGRAM = fileURLToPath(new URL('./effects-process.mjs', import.meta.url));

export interface NewEvent {
  type: string;
  /** `test`, where nothing is said. */
  subjectType?: string;
  subjectId: string;
  communityId?: string;
  data?: Record<string, string>;
}

/** A process that appends events and runs effects. */
export interface EffectsProcess {
  pid: number;
  url: string;
  /** Resolves when the events are committed; rejects when they are not, or when nobody will ever know. */
  append(events: NewEvent[], undone?: boolean): Promise<void>;
  /** SIGKILL: nothing of it runs any more. */
  kill(): Promise<void>;
  /** SIGSTOP and SIGCONT. */
  freeze(): void;
  thaw(): void;
  /** SIGTERM, as a supervisor ends it; gives back its exit signal or code. */
  stop(): Promise<number | string | null>;
}

export async function startEffectsProcess(
  databaseUrl: string,
  extra: NodeJS.ProcessEnv = {},
): Promise<EffectsProcess> {
  const child = fork(PROGRAM, [], {
    env: serverEnvironment(databaseUrl, { LINLI_DISPATCH_MS: '100', LINLI_LEASE_MS: '1500', ...extra }),
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const waiting = new Map<number, { resolve: () => void; reject: (error: Error) => void }>();
  let orders = 0;
  const ended = once(child, 'exit').then(([code, signal]) => {
    for (const { reject } of waiting.values()) reject(new Error(`the process ended with ${code ?? signal}`));
    return (code ?? signal) as number | string | null;
  });
  const { url } = await ready(child, ended);
  child.on('message', (message: { order: number; done: boolean; why?: string }) => {
    const order = waiting.get(message.order);
    waiting.delete(message.order);
    if (message.done) order?.resolve();
    else order?.reject(new Error(message.why));
  });
  return {
    pid: child.pid as number,
    url,
    append: (events, undone = false) =>
      new Promise((resolve, reject) => {
        orders += 1;
        waiting.set(orders, { resolve, reject });
        child.send({ id: orders, events, undone }, (error) => error && reject(error));
      }),
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    stop() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

async function ready(child: ChildProcess, ended: Promise<number | string | null>): Promise<{ url: string }> {
  const begun = once(child, 'message').then(([message]) => message as { url: string });
  const first = await Promise.race([begun, ended]);
  if (typeof first !== 'object' || first === null) throw new Error(`the process did not start: ${first}`);
  return first;
}

/** The tables that the effects of these processes write to and wait at. */
export async function prepareWitnesses(database: TestDatabase): Promise<void> {
  await database.query(`create table witness (
    row_number_ bigint unsigned not null auto_increment primary key,
    event_id char(36) character set ascii not null,
    effect varchar(100) character set ascii not null,
    subject_id char(36) character set ascii not null,
    subject_seq int unsigned not null,
    pid int unsigned not null
  ) engine=InnoDB`);
  await database.query('create table gate (id int not null primary key) engine=InnoDB');
  await database.query('insert into gate (id) values (1)');
}

/** What each type's effects are, by name. */
const EFFECTS: Record<string, number> = {
  'test.plain': 2,
  'test.first': 2,
  'test.led': 1,
  'test.gated': 2,
  'test.failing': 2,
};

export interface Reckoning {
  events: number;
  effects: number;
  lost: number;
  duplicates: number;
  outOfOrder: number;
  unfinished: number;
}

/** Holds what the effects left behind against what the outbox owes. */
export async function reckon(database: TestDatabase): Promise<Reckoning> {
  const events = await database.query<{ id: string; type: string; state: string }>(
    'select id, type, state from outbox_event',
  );
  const witnesses = await database.query<{
    event_id: string;
    effect: string;
    subject_id: string;
    subject_seq: number;
  }>('select event_id, effect, subject_id, subject_seq from witness order by row_number_');
  const times = new Map<string, number>();
  const reached = new Map<string, number>();
  let outOfOrder = 0;
  for (const { event_id, effect, subject_id, subject_seq } of witnesses) {
    const key = `${event_id} ${effect}`;
    times.set(key, (times.get(key) ?? 0) + 1);
    if (subject_seq < (reached.get(subject_id) ?? 0)) outOfOrder += 1;
    reached.set(subject_id, Math.max(subject_seq, reached.get(subject_id) ?? 0));
  }
  const owed = events.reduce((sum, { type }) => sum + (EFFECTS[type] ?? 0), 0);
  return {
    events: events.length,
    effects: witnesses.length,
    lost: owed - times.size,
    duplicates: witnesses.length - times.size,
    outOfOrder,
    unfinished: events.filter(({ state }) => state !== 'done').length,
  };
}
