import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { inData } from './places.mjs';
import { isStill, startTimeOf } from './process-identity.mjs';
import { isStopping, Stopped, whenStopping } from './processes.mjs';
import { line } from './say.mjs';

/**
 * A lock is a file naming the process that holds it. It appears whole or not at all (a link is atomic), and one
 * whose process is gone, or whose number now belongs to another process, is taken over.
 */

const fileOf = (name) => inData('run', `${name}.lock`);

function holderOf(name) {
  try {
    const holder = JSON.parse(readFileSync(fileOf(name), 'utf8'));
    return isStill(holder) ? holder : null;
  } catch {
    return null;
  }
}

/** Takes the lock and returns null, or returns who holds it. */
export function takeLock(name, note = {}) {
  mkdirSync(inData('run'), { recursive: true, mode: 0o700 });
  const mine = `${fileOf(name)}.${process.pid}`;
  const content = { pid: process.pid, startTime: startTimeOf(process.pid), ...note };
  writeFileSync(mine, JSON.stringify(content), { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      try {
        linkSync(mine, fileOf(name));
        whenStopping(() => releaseLock(name));
        return null;
      } catch (error) {
        if (error.code !== 'EEXIST') throw error;
      }
      const holder = holderOf(name);
      if (holder) return holder;
      setAsideStale(name);
    }
    return holderOf(name) ?? { pid: 0 };
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Two may find the same stale lock: the one whose rename succeeds removes it, the other simply tries again. */
function setAsideStale(name) {
  const aside = `${fileOf(name)}.stale.${process.pid}`;
  try {
    renameSync(fileOf(name), aside);
    unlinkSync(aside);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}

function releaseLock(name) {
  const holder = holderOf(name);
  if (holder?.pid === process.pid) rmSync(fileOf(name), { force: true });
}

/** Does some work alone, waiting while another command of this clone does its own. */
export async function alone(name, work) {
  let told = false;
  for (let holder = takeLock(name); holder !== null; holder = takeLock(name)) {
    if (isStopping()) throw new Stopped();
    if (!told) line(`另一个命令（进程 ${holder.pid}）正在准备同样的东西，等它做完…`);
    told = true;
    await delay(300);
  }
  try {
    return await work();
  } finally {
    releaseLock(name);
  }
}
