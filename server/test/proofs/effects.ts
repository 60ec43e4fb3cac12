/**
 * 后续不丢也不重：三个进程同时做，随时被杀、被冻住，正在做的也一样。参数：秒数（默认 180），随机种子（默认 20261122）。
 *
 * Three processes append events and run their effects while they are killed with SIGKILL at any moment, killed in the
 * middle of an effect, and frozen beyond their lease. Afterwards everything that was committed must have had each of
 * its effects exactly once, in order for each subject, and nothing that was not committed may have had any.
 */
import { eventually } from '../support/api.js';
import {
  type EffectsProcess,
  type NewEvent,
  prepareWitnesses,
  reckon,
  startEffectsProcess,
} from '../support/effects-processes.js';
import { newId } from '../support/new-id.js';
import { createTestDatabase } from '../support/test-database.js';

const [seconds = 180, seed = 20261122] = process.argv.slice(2).map(Number);
const PROCESSES = 3;
const SUBJECTS = 60;
const LEASE_MS = 1_500;
const HARMS = ['kill', 'kill in the middle', 'freeze', 'kill', 'kill in the middle'] as const;
const CATCH_UP_MS = 120_000;

const random = mulberry32(seed);
const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
const between = (from: number, to: number) => from + random() * (to - from);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const say = (text: string) => process.stdout.write(`${text}\n`);

/** What became of each transaction as its author knows: committed, rolled back, or nobody knows. */
type Fate = 'committed' | 'undone' | 'unknown';
const fates: { size: number; fate: Fate }[] = [];
const figures = { kills: 0, killsInTheMiddle: 0, freezes: 0 };
const alive = new Set<EffectsProcess>();
const frozen = new Set<EffectsProcess>();
const starting = new Set<Promise<void>>();

const database = await createTestDatabase();
const gate = await database.another();
const began = Date.now();
try {
  await prepareWitnesses(database);
  await Promise.all(Array.from({ length: PROCESSES }, start));
  const until = began + seconds * 1_000;
  await Promise.all([keepAppending(until), keepHarming(until)]);
  await Promise.all(starting);
  await catchUp();
  process.exitCode = (await tell()) ? 0 : 1;
} finally {
  await gate.query('rollback');
  await Promise.allSettled(starting);
  await Promise.all([...alive].map((one) => one.kill()));
  await gate.drop();
  await database.drop();
}

async function start(): Promise<void> {
  const one = await startEffectsProcess(database.url, {
    LINLI_LEASE_MS: String(LEASE_MS),
    LINLI_LOG_LEVEL: 'silent',
  });
  alive.add(one);
  say(`  started ${one.pid}`);
}

async function kill(one: EffectsProcess, when: string): Promise<void> {
  alive.delete(one);
  frozen.delete(one);
  await one.kill();
  figures.kills += 1;
  say(`  killed  ${one.pid} ${when}`);
  const started = start();
  starting.add(started);
  void started.finally(() => starting.delete(started));
}

async function keepAppending(until: number): Promise<void> {
  const subjects = Array.from({ length: SUBJECTS }, () => newId());
  const open: Promise<void>[] = [];
  while (Date.now() < until) {
    const batch = fates.length;
    const events = Array.from({ length: 1 + Math.floor(random() * 3) }, (): NewEvent => {
      return {
        type: pick(['test.plain', 'test.first']),
        subjectId: pick(subjects),
        data: { batch: `${batch}` },
      };
    });
    const undone = random() < 0.1;
    fates.push({ size: events.length, fate: 'unknown' });
    const note = (fate: Fate) => {
      fates[batch] = { size: events.length, fate };
    };
    open.push(
      pick([...alive])
        .append(events, undone)
        .then(() => note('committed'))
        // Only a refusal in words is an answer; a process that ended has taken the answer along.
        .catch((error: Error) => note(error.message === 'undone' ? 'undone' : 'unknown')),
    );
    await pause(between(40, 160));
  }
  for (const one of frozen) one.thaw();
  await Promise.all(open);
}

async function keepHarming(until: number): Promise<void> {
  for (let done = 0; Date.now() < until; done++) {
    await pause(between(200, 1_500));
    // Somebody is left to append, whoever is killed.
    while (alive.size < 2) await Promise.race(starting);
    const harm = HARMS[done % HARMS.length];
    if (harm === 'kill') await kill(pick([...alive]), 'at any moment');
    else if (harm === 'kill in the middle') await killInTheMiddle();
    else await freezeBeyondTheLease(pick([...alive]));
  }
}

/** Holds what an effect needs, waits until one stands there with its work half done, and kills its process. */
async function killInTheMiddle(): Promise<void> {
  await gate.query('start transaction');
  await gate.query('select id from gate where id = 1 for update');
  try {
    const subjectId = newId();
    const batch = fates.push({ size: 1, fate: 'unknown' }) - 1;
    await pick([...alive]).append([{ type: 'test.gated', subjectId, data: { batch: `${batch}` } }]);
    fates[batch] = { size: 1, fate: 'committed' };
    const pid = await eventually('an effect at the gate', () => pidAtTheGate(subjectId), {
      everyMs: 120,
      deadlineMs: CATCH_UP_MS,
    });
    const victim = [...alive].find((one) => one.pid === pid);
    if (victim === undefined) return;
    figures.killsInTheMiddle += 1;
    await kill(victim, 'in the middle of an effect');
  } finally {
    await gate.query('rollback');
  }
}

async function pidAtTheGate(subjectId: string): Promise<number | null> {
  const waiting = await database.someoneWaits();
  const [row] = await database.query<{ owner: string | null }>(
    "select owner from outbox_event where subject_id = ? and type = 'test.gated'",
    [subjectId],
  );
  return !waiting || row?.owner == null ? null : Number.parseInt(row.owner, 10);
}

async function freezeBeyondTheLease(one: EffectsProcess): Promise<void> {
  figures.freezes += 1;
  frozen.add(one);
  one.freeze();
  await pause(LEASE_MS + between(100, 1_000));
  one.thaw();
  frozen.delete(one);
}

async function catchUp(): Promise<void> {
  await eventually(
    'all events done',
    async () =>
      (await database.query("select 1 from outbox_event where state = 'pending' limit 1")).length === 0,
    { deadlineMs: CATCH_UP_MS },
  );
}

/** Transactions of which not exactly what was promised stands in the outbox. */
async function brokenPromises(): Promise<number> {
  const kept = new Map<number, number>();
  const rows = await database.query<{ data: string }>("select data from outbox_event where data <> '{}'");
  for (const { data } of rows) {
    const batch = Number(JSON.parse(data).batch);
    kept.set(batch, (kept.get(batch) ?? 0) + 1);
  }
  return fates.filter(({ size, fate }, batch) => {
    const there = kept.get(batch) ?? 0;
    if (fate === 'committed') return there !== size;
    return fate === 'undone' ? there !== 0 : there !== 0 && there !== size;
  }).length;
}

async function tell(): Promise<boolean> {
  const { events, effects, lost, duplicates, outOfOrder, unfinished } = await reckon(database);
  const broken = await brokenPromises();
  const undone = fates.filter(({ fate }) => fate === 'undone').length;
  const unknown = fates.filter(({ fate }) => fate === 'unknown').length;
  say('');
  say(`events ${events} · transactions ${fates.length}, rolled back ${undone}, answer lost ${unknown}`);
  say(
    `kills ${figures.kills}, of them in the middle of an effect ${figures.killsInTheMiddle} · freezes ${figures.freezes}`,
  );
  say(`effects run ${effects} · duplicates ${duplicates} · lost ${lost} · out of order ${outOfOrder}`);
  say(`unfinished or given up ${unfinished} · half-kept transactions ${broken}`);
  say(`seconds ${Math.round((Date.now() - began) / 1_000)} · seed ${seed}`);
  return (
    lost + duplicates + outOfOrder + unfinished + broken === 0 && events > 0 && figures.killsInTheMiddle > 0
  );
}

/** A small generator with a seed, so that a run's choices can be repeated. */
function mulberry32(start: number): () => number {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
