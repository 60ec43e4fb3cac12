import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import type { Settings } from '../platform/config/settings.js';
import { Database } from '../platform/database/database.js';
import { DemoClock } from './demo-clock.js';
import { planMonth } from './demo-month.js';
import { planNow } from './demo-now.js';
import { DemoPhotos } from './demo-photos.js';
import { DAY_MS } from './demo-plan.js';
import { planTasks } from './demo-tasks.js';
import { loadAreas } from './load-areas.js';
import { loadContacts } from './load-contacts.js';
import { hotlineHappenings } from './load-hotline.js';
import { IncidentLoader } from './load-incidents.js';
import { loadNotices } from './load-notices.js';
import { loadOrganisations } from './load-organisations.js';
import { loadPeople } from './load-people.js';
import { Random } from './random.js';

/** The areas and people were there well before the month that is told. */
const AREAS_DAYS_AGO = 90;
const PEOPLE_DAYS_AGO = 60;
const SEED = 5341;
const PROGRESS_EVERY = 150;

/** Lives the demo's month through the services, under a clock of our own, and says how far it is. */
export async function fillDemo(settings: Settings, say: (text: string) => void): Promise<void> {
  const clock = new DemoClock();
  const now = clock.now();
  // What follows from the month is left to the server: here it would happen at some other moment of our clock.
  const quiet = { ...settings, dispatchMs: 0, sweepMs: 0 };
  const app = await NestFactory.createApplicationContext(AppModule.forRoot(quiet, clock), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  const photos = await DemoPhotos.open(app);
  try {
    clock.set(new Date(now.getTime() - AREAS_DAYS_AGO * DAY_MS));
    const areas = await loadAreas(app, clock);
    say(
      `${areas.communities.size} communities, ${areas.grids.size} grids, ${areas.buildings.size} buildings, ${areas.placeCodes.size} places`,
    );

    clock.set(new Date(now.getTime() - PEOPLE_DAYS_AGO * DAY_MS));
    const organisations = await loadOrganisations(app, clock, areas);
    const actors = await loadPeople(app, clock, areas, organisations);
    await loadContacts(app, areas, actors);
    say(`${actors.size} people`);

    const plan = [...planMonth(new Random(SEED), now), ...planNow(now), ...planTasks(now)];
    await new IncidentLoader(app, clock, areas, actors, organisations, photos).live(
      plan,
      hotlineHappenings(app, clock, areas, actors, now),
      (done, all) => {
        if (done % PROGRESS_EVERY === 0 || done === all)
          say(`a month of incidents, ${Math.floor((done / all) * 100)}%`);
      },
    );
    const notices = await loadNotices(app, clock, areas, actors, now);
    await letThePastRest(app, new Date(now.getTime() - DAY_MS));
    say(`${plan.length} incidents, ${photos.count} photos, ${notices} notices`);
  } finally {
    await photos.close();
    await app.close();
  }
}

/** What happened before yesterday has been told and read long ago: nobody's telephone rings for it, and nothing counts as unread. */
async function letThePastRest(app: INestApplicationContext, before: Date): Promise<void> {
  const sql = "update outbox_event set state = 'done', done_at = at where state = 'pending' and at < ?";
  await app.get(Database).query(sql, [before]);
}
