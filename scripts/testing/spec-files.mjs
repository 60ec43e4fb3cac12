import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { inRepo } from '../machine/places.mjs';

const NOT_OURS = new Set([
  'node_modules',
  'dist',
  '.data',
  '.git',
  '.cache',
  '.swc',
  'coverage',
  'screenshots',
]);

/** Every file of the repository that one of the patterns names, as paths from its root. */
export function filesMatching(patterns, folder = '') {
  return readdirSync(inRepo(folder), { withFileTypes: true })
    .sort((one, other) => one.name.localeCompare(other.name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : filesMatching(patterns, path);
      return patterns.some((pattern) => pattern.test(path)) ? [path] : [];
    });
}
