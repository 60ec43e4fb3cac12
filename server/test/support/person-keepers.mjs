import 'reflect-metadata';

/** The keepers of a whole application, in a process of plain Node: each message names what is asked of them and about whom. */
const dist = new URL('../../dist/', import.meta.url);
const load = (path) => import(new URL(path, dist).href);

const { Settings } = await load('platform/config/settings.js');
const { createApp } = await load('create-app.js');
const { Database } = await load('platform/database/database.js');
const { PersonRecords } = await load('modules/identity/index.js');

const app = await createApp(new Settings(process.env), 'error');
await app.init();
const records = app.get(PersonRecords, { strict: false });
const database = app.get(Database, { strict: false });
const read = (sql, parameters) => database.query(sql, parameters);

const answers = {
  columns: () => records.all().flatMap(({ columns }) => columns),
  holdings: (personId) => records.holdings(read, personId),
  async export(personId) {
    const parts = [];
    for (const { kind, title, pages } of records.export(read, personId)) {
      const items = [];
      for await (const page of pages) items.push(...page);
      if (items.length > 0) parts.push({ kind, title, items });
    }
    return parts;
  },
  obstacles: (personId) => database.transaction((tx) => records.obstacles(tx, personId)),
  erase: (personId) => database.transaction((tx) => records.erase(tx, personId, new Date())),
};

process.on('message', async ({ id, what, personId }) => {
  try {
    process.send({ id, answer: await answers[what](personId) });
  } catch (error) {
    process.send({ id, error: String(error.stack ?? error) });
  }
});
process.on('disconnect', () => app.close().finally(() => process.exit()));
process.send({ ready: true });
