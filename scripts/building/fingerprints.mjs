import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inData, inRepo } from '../machine/places.mjs';

/** What something was made from, as one hash of contents: times of files say nothing after a checkout. */

const NOT_BUILT_FROM =
  /(\.spec\.tsx?|\.spec\.mjs|\.e2e-spec\.ts)$|(^|\/)(node_modules|dist|\.swc|\.cache)(\/|$)/;

/** @param inputs files and folders relative to the repository; missing ones count as missing. */
export function fingerprintOf(inputs, alsoDependsOn = []) {
  const hash = createHash('sha256');
  for (const word of alsoDependsOn) hash.update(`${word}\n`);
  for (const input of inputs) {
    for (const file of filesUnder(input))
      hash
        .update(`${file}\0`)
        .update(readFileSync(inRepo(file)))
        .update('\0');
  }
  return hash.digest('hex');
}

function filesUnder(path) {
  const stat = statSync(inRepo(path), { throwIfNoEntry: false });
  if (stat === undefined || NOT_BUILT_FROM.test(path)) return [];
  if (!stat.isDirectory()) return [path];
  return readdirSync(inRepo(path))
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

const marksFile = () => inData('built.json');

function marks() {
  try {
    return JSON.parse(readFileSync(marksFile(), 'utf8'));
  } catch {
    return {};
  }
}

export const isFresh = (name, fingerprint) => marks()[name] === fingerprint;

export function markFresh(name, fingerprint) {
  mkdirSync(inData(), { recursive: true, mode: 0o700 });
  writeFileSync(`${marksFile()}.new`, JSON.stringify({ ...marks(), [name]: fingerprint }, null, 2));
  renameSync(`${marksFile()}.new`, marksFile());
}
