import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const BESIDE_PATH = [
  '/usr/sbin',
  '/usr/local/sbin',
  '/usr/local/bin',
  '/usr/libexec',
  '/opt/homebrew/bin',
  '/opt/homebrew/opt/mariadb/bin',
  '/usr/local/opt/mariadb/bin',
  '/usr/local/mysql/bin',
];

/** The full path of the first of these programs that can be run, also where PATH forgets to look. */
export function findProgram(...names) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...BESIDE_PATH].filter(Boolean);
  for (const name of names) {
    for (const folder of folders) {
      const file = join(folder, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // Not here: look in the next folder.
      }
    }
  }
  return null;
}
