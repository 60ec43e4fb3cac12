import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import { AuditSealer } from '../platform/audit/audit-sealer.js';
import type { Settings } from '../platform/config/settings.js';
import { Database } from '../platform/database/database.js';
import { DemoClock } from './demo-clock.js';
import { COMMUNITIES, type DemoCommunity } from './demo-map.js';
import { planMonth } from './demo-month.js';
import { planNow } from './demo-now.js';
import { DEMO_ORGANISATIONS } from './demo-organisations.js';
import { DemoPhotos } from './demo-photos.js';
import { DAY_MS } from './demo-plan.js';
import { planTasks } from './demo-tasks.js';
import { FullDemo } from './full/fill-full.js';
import { fullCommunities } from './full/full-map.js';
import { Hiring } from './hiring.js';
import { loadAreas } from './load-areas.js';
import { loadContacts } from './load-contacts.js';
import { loadDemoHomes } from './load-demo-homes.js';
import { hotlineHappenings } from './load-hotline.js';
import { IncidentLoader } from './load-incidents.js';
import { loadNotices } from './load-notices.js';
import { loadOrganisations } from './load-organisations.js';
import { appointPeople, appointTheFirst, loadPeople } from './load-people.js';
import { Progress } from './progress.js';
import { Random } from './random.js';
import { tellThePast } from './tell-the-past.js';

/** The areas and people were there well before what is told. */
const DAYS_AGO = { small: { areas: 90, people: 60, homes: 50 }, full: { areas: 240, people: 200 } };
const SEED = 5341;
const HALF_A_YEAR = 182;

/** What the demo is of. */
export interface DemoTown {
  communities: readonly DemoCommunity[];
  /** For so long homes, households and history are told; null: a month alone, and nothing of who lives there. */
  days: number | null;
}

const fullTown = (): DemoTown => ({ communities: fullCommunities(), days: HALF_A_YEAR });

/** How long each part takes beside the others. */
const PARTS = {
  small: { 区域: 4, 人物: 6, 住户: 2, 事件: 30 },
  full: {
    区域: 10,
    人物: 6,
    工作人员和单位: 4,
    房屋和产权人: 20,
    住户: 36,
    半年的事件: 20,
    近一个月的事件: 24,
    审计: 6,
  },
};

/** Lives the demo's time through the services, under a clock of our own, and says how far it is. */
export async function fillDemo(
  settings: Settings,
  say: (text: string) => void,
  town: DemoTown = settings.demoSize === 'full' ? fullTown() : { communities: COMMUNITIES, days: null },
): Promise<void> {
  const clock = new DemoClock();
  const now = clock.now();
  const { communities, days } = town;
  const size = days === null ? 'small' : 'full';
  const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS);
  const progress = new Progress(say, PARTS[size]);
  // What follows from the past is left to the server: here it would happen at some other moment of our clock.
  const quiet = { ...settings, dispatchMs: 0, sweepMs: 0, wechat: { ...settings.wechat, templates: [] } };
  const app = await NestFactory.createApplicationContext(AppModule.forRoot(quiet, clock), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  const photos = await DemoPhotos.open(app);
  try {
    clock.set(daysAgo(DAYS_AGO[size].areas));
    const areas = await progress.part(
      '区域',
      () => loadAreas(app, clock, communities, { homes: size === 'small' }),
      ({ grids, buildings, placeCodes }) =>
        `${communities.length} 个社区，${grids.size} 个网格，${buildings.size} 栋楼，${placeCodes.size} 个地点`,
    );
    clock.set(daysAgo(DAYS_AGO[size].people));
    const actors = await loadPeople(app, clock);
    const appointer = await appointTheFirst(app, clock, actors);
    const hiring = new Hiring(app, appointer);
    const organisations = await loadOrganisations(app, clock, areas, appointer, DEMO_ORGANISATIONS);
    const known = { areas, organisations, actors };
    await progress.part(
      '人物',
      () => appointPeople(hiring, areas, organisations, actors),
      () => `${actors.size} 位`,
    );
    await loadContacts(app, areas, actors);
    if (days === null) {
      const times = { first: daysAgo(DAYS_AGO.small.homes), now };
      await progress.part(
        '住户',
        () => loadDemoHomes(app, clock, communities, known, times),
        (many) => `${many} 人`,
      );
    } else {
      const times = { first: daysAgo(days), now };
      const full = new FullDemo(app, clock, communities, known, hiring, appointer, times);
      await progress.part(
        '工作人员和单位',
        () => full.loadStaff(),
        () => `${organisations.size} 个单位`,
      );
      await progress.part(
        '房屋和产权人',
        (at) => full.loadHomes(at),
        (homes) => `${homes} 户`,
      );
      await progress.part(
        '住户',
        (at) => full.loadPeople(at),
        ({ residents, captains }) => `${residents} 人，${captains} 位楼长`,
      );
      await progress.part(
        '半年的事件',
        (at) => full.loadHistory(at),
        (many) => `${many} 件`,
      );
    }
    const plan = [...planMonth(new Random(SEED), now), ...planNow(now), ...planTasks(now)];
    await progress.part(
      days === null ? '事件' : '近一个月的事件',
      async (at) => {
        const besides = hotlineHappenings(app, clock, areas, actors, now);
        const loader = new IncidentLoader(app, clock, areas, actors, organisations, photos);
        await loader.live(plan, besides, (done, all) => at(done / all));
        return loadNotices(app, clock, areas, actors, now);
      },
      (notices) => `${plan.length} 件，${photos.count} 张照片，${notices} 条通知`,
    );
    await tellThePast(app, clock, daysAgo(1));
    await letThePastRest(app, daysAgo(1));
    // Whoever checks the audit finds it sealed as it was written, before anybody else could change it.
    const seal = () => app.get(AuditSealer).sealAll();
    await (days === null ? seal() : progress.part('审计', seal, () => '都封好了'));
    progress.end();
  } finally {
    await photos.close();
    await app.close();
  }
}

/** What happened before yesterday has been told and read long ago: nobody's telephone rings for it, and nothing counts as unread. */
async function letThePastRest(app: INestApplicationContext, before: Date): Promise<void> {
  for (const sql of [
    "update outbox_event set state = 'done', done_at = at where state = 'pending' and at < ?",
    'update inbox_message set read_at = at where read_at is null and at < ?',
  ])
    await app.get(Database).query(sql, [before]);
}
