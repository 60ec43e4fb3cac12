import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { DATA, inData } from './places.mjs';

/** Made once for this clone and kept beside its data, readable by its owner only. Never in the repository. */
export function loadSecrets() {
  const file = inData('secrets.json');
  let kept = {};
  try {
    kept = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  const secrets = {
    tokenSecret: kept.tokenSecret ?? randomBytes(48).toString('base64url'),
    dataKey: kept.dataKey ?? randomBytes(32).toString('base64'),
    databasePassword: kept.databasePassword ?? randomBytes(18).toString('base64url'),
    databaseRootPassword: kept.databaseRootPassword ?? randomBytes(18).toString('base64url'),
  };
  if (JSON.stringify(secrets) !== JSON.stringify(kept)) {
    mkdirSync(DATA, { recursive: true, mode: 0o700 });
    writeFileSync(`${file}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return secrets;
}
