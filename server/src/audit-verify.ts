import { databaseContents } from './database.entities.js';
import { AuditVerifier, readKeptRoot } from './platform/audit/audit-verifier.js';
import { createDataSource } from './platform/database/data-source.js';
import { Database } from './platform/database/database.js';

/**
 * Computes the audit's chain anew: `audit-verify [<seq> <hash>]`, the two as they were printed with a day's root and
 * kept elsewhere. Ends with 1 where something was changed or the kept root lies before what is kept.
 */
const { DATABASE_URL } = process.env;
if (DATABASE_URL === undefined) {
  process.stderr.write('DATABASE_URL is not set\n');
  process.exit(2);
}
const said = process.argv.slice(2).join(' ');
const kept = readKeptRoot(said);
if (said !== '' && kept === null) {
  process.stderr.write('a kept root is a number and 64 characters: audit-verify 1024 9f2c…\n');
  process.exit(2);
}
const database = new Database(createDataSource(DATABASE_URL, databaseContents));
try {
  const { count, broken, last } = await new AuditVerifier(database).all(kept);
  if (broken === null) {
    process.stdout.write(`${count} entries are as they were sealed; the last is ${last.seq} ${last.hash}\n`);
  } else if (broken.kind === 'kept_root_gone') {
    process.stdout.write(
      `${count} entries are as they were sealed; the kept root lies before them and was not checked\n`,
    );
    process.exitCode = 1;
  } else {
    const where = broken.seq === null ? `entry ${broken.entryId}` : `seal ${broken.seq}`;
    process.stdout.write(`broken at ${where}: ${broken.kind}\n`);
    process.exitCode = 1;
  }
} finally {
  await database.onApplicationShutdown();
}
