import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where things live in a clone. Everything the commands make themselves goes under `.data/`, or where LINLI_DATA_DIR says. */
export const REPO = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const DATA = resolve(process.env.LINLI_DATA_DIR || join(REPO, '.data'));
export const LOGS = join(DATA, 'logs');

export const inRepo = (...parts) => join(REPO, ...parts);
export const inData = (...parts) => join(DATA, ...parts);
