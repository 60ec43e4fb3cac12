import { mkdirSync, rmSync } from 'node:fs';
import { chromiumForTests } from '../machine/chromium.mjs';
import { mariadbPrograms } from '../machine/mariadb.mjs';
import { inData, REPO } from '../machine/places.mjs';
import { startPrivateDatabase } from '../machine/private-database.mjs';
import { step } from '../machine/say.mjs';
import { loadSecrets } from '../machine/secrets.mjs';

/** What tests and proofs run in: a fresh database server of the command's own, and a browser, where they are needed. */
export async function testEnvironment({ name, database = false, chromium = false }) {
  const env = { ...process.env, LINLI_REPO: REPO, LINLI_TEST_RESULTS: inData('test-results.json') };
  // A developer's own settings must not reach a test, least of all a database of theirs.
  for (const own of ['DATABASE_URL', 'PORT', 'HOST', 'LINLI_DEMO', 'NODE_ENV']) delete env[own];
  if (chromium) env.CHROMIUM_PATH = await chromiumForTests();
  delete env.LINLI_TEST_KEPT;
  if (database) {
    env.TEST_DATABASE_URL = (await freshDatabase(name)).rootUrl;
    env.LINLI_TEST_KEPT = freshFolder(inData(`${name}-kept`));
  }
  return env;
}

async function freshDatabase(name) {
  const programs = await mariadbPrograms();
  const folder = inData(`${name}-db`);
  return step('启动测试数据库', () => {
    rmSync(folder, { recursive: true, force: true });
    return startPrivateDatabase({
      programs,
      name: `${name}-database`,
      folder,
      secrets: loadSecrets(),
      careful: false,
    });
  });
}

/** Where specs keep what goes with the databases that they copy from each other; as new as the database server. */
function freshFolder(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}
