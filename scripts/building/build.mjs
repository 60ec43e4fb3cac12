import { existsSync, rmSync } from 'node:fs';
import { freemem } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { inRepo } from '../machine/places.mjs';
import { isStopping, keep, run } from '../machine/processes.mjs';
import { problem, step } from '../machine/say.mjs';
import { fingerprintOf, isFresh, markFresh } from './fingerprints.mjs';
import { PRODUCTS } from './products.mjs';

/** A client build takes about a gigabyte; two at once only where that is to spare. */
const ROOM_FOR_TWO_BYTES = 3 * 1024 ** 3;
const LOOK_AGAIN_MS = 1_500;

/** Builds those of the named products whose sources changed, each after what it stands on. */
export async function buildStale(names) {
  const wanted = withWhatTheyNeed(names);
  const stale = wanted.filter(isStale);
  const together = freemem() > ROOM_FOR_TWO_BYTES ? 2 : 1;
  const waiting = [...stale];
  const underWay = new Map();
  while (waiting.length > 0 || underWay.size > 0) {
    const ready = waiting.filter((name) =>
      PRODUCTS[name].after.every((first) => !waiting.includes(first) && !underWay.has(first)),
    );
    for (const name of ready.slice(0, together - underWay.size)) {
      waiting.splice(waiting.indexOf(name), 1);
      underWay.set(
        name,
        build(name).then(() => underWay.delete(name)),
      );
    }
    await Promise.race(underWay.values());
  }
}

const isStale = (name) => !isFresh(name, fingerprint(name)) || !existsSync(inRepo(PRODUCTS[name].proof));

async function build(name) {
  const { title, folder, command, makes, proof } = PRODUCTS[name];
  const before = fingerprint(name);
  await step(`构建${title}`, async () => {
    rmSync(inRepo(makes), { recursive: true, force: true });
    await run(`构建${title}`, localBinary(folder, command[0]), command.slice(1), {
      cwd: inRepo(folder),
      env: buildEnvironment('production'),
      log: `build-${name}`,
    });
    if (!existsSync(inRepo(proof))) throw new Error(`构建${title}之后没有看到 ${proof}。`);
  });
  // The fingerprint of before: an edit made during the build leaves it stale, as it should.
  markFresh(name, before);
}

/** Builds a product again whenever its sources changed: for a tool whose own watching serves instead of writing files. */
export async function rebuildOnChange(name) {
  let tried = null;
  while (!isStopping()) {
    await delay(LOOK_AGAIN_MS);
    const sources = fingerprint(name);
    // Half-written sources fail to build: once told, it waits until they have changed.
    if (sources === tried || !isStale(name)) continue;
    tried = sources;
    try {
      await build(name);
    } catch (error) {
      if (!isStopping()) problem(error.message);
    }
  }
}

/** Keeps a product's own watcher running. */
export function watchProduct(name) {
  const { title, folder, watch } = PRODUCTS[name];
  // What a watcher leaves behind may be newer or older than the sources of tomorrow: the next start builds anew.
  markFresh(name, 'watched');
  return keep(`构建${title}`, localBinary(folder, watch[0]), watch.slice(1), {
    cwd: inRepo(folder),
    env: buildEnvironment('development'),
    log: `watch-${name}`,
  });
}

export const localBinary = (folder, name) => inRepo(folder, 'node_modules', '.bin', name);

const buildEnvironment = (mode) => ({ ...process.env, NODE_ENV: mode, CI: 'true', FORCE_COLOR: '0' });

const withWhatTheyNeed = (names) => [...new Set(names.flatMap((name) => [...PRODUCTS[name].after, name]))];

const fingerprint = (name) =>
  fingerprintOf(
    withWhatTheyNeed([name]).flatMap((each) => PRODUCTS[each].inputs),
    [
      process.versions.node.split('.')[0],
      ...PRODUCTS[name].command,
      ...(PRODUCTS[name].settings ?? []).map((setting) => process.env[setting] ?? ''),
    ],
  );
