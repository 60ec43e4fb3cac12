import { databaseContents } from './database.entities.js';
import { Settings } from './platform/config/settings.js';
import { createDataSource } from './platform/database/data-source.js';

/** Brings the database up to the newest migration and says which ones it ran. */
const source = await createDataSource(new Settings(process.env).databaseUrl, databaseContents).initialize();
try {
  const ran = await source.runMigrations();
  for (const migration of ran) process.stdout.write(`migrated ${migration.name}\n`);
  if (ran.length === 0) process.stdout.write('the database is up to date\n');
} finally {
  await source.destroy();
}
