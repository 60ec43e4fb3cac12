import { Settings } from '../platform/config/settings.js';
import { createDataSource } from '../platform/database/data-source.js';
import { DemoMarker } from './demo-marker.js';
import { DEMO_PASSWORD, DEMO_PEOPLE } from './demo-people.js';

const say = (text: string) => process.stdout.write(`demo: ${text}\n`);

/** Fills an empty, migrated database with the demo, once. */
async function load(settings: Settings): Promise<void> {
  const source = await createDataSource(settings.databaseUrl, { entities: [], migrations: [] }).initialize();
  try {
    const marker = await DemoMarker.open(source);
    await loadUnlessThere(settings, marker);
    await marker.close();
  } finally {
    await source.destroy();
  }
}

async function loadUnlessThere(settings: Settings, marker: DemoMarker): Promise<void> {
  const state = await marker.state();
  if (state === 'finished') {
    say(`already loaded; ${signIn()}`);
    return;
  }
  if (state === 'someone-elses') {
    throw new Error('this database already has people in it; the demo needs an empty one');
  }
  if (state === 'broken-off') {
    say('the last load was broken off; beginning again');
    await marker.clear();
  }
  await marker.start(new Date());
  // Only now, because the whole server comes with it, and most starts find the demo there.
  const { fillDemo } = await import('./fill-demo.js');
  await fillDemo(settings, say);
  await marker.finish(new Date());
  say(`loaded; ${signIn()}`);
}

function signIn(): string {
  const accounts = DEMO_PEOPLE.flatMap(({ account }) => account ?? []);
  return `console password of ${accounts.join(', ')}: ${DEMO_PASSWORD}`;
}

try {
  const settings = new Settings(process.env);
  if (!settings.demo) throw new Error('demo data only goes where LINLI_DEMO=1 is set');
  await load(settings);
} catch (error) {
  process.stderr.write(`demo: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
}
