import type { INestApplicationContext } from '@nestjs/common';
import { NoticeReader, NoticeWriting } from '../modules/notice/index.js';
import { newId } from '../platform/ids/new-id.js';
import type { DemoClock } from './demo-clock.js';
import { type PlannedNotice, planNotices } from './demo-notices.js';
import type { DemoAreas } from './load-areas.js';
import type { DemoActors } from './load-people.js';

/** Has the demo's notices written and read, in the order in which it happened; gives back how many. */
export async function loadNotices(
  app: INestApplicationContext,
  clock: DemoClock,
  areas: DemoAreas,
  actors: DemoActors,
  now: Date,
): Promise<number> {
  const plan = planNotices(now);
  for (const planned of plan) {
    clock.set(planned.writtenAt);
    const id = newId(clock.now());
    const by = actors.get(planned.by);
    const communityId = areas.communities.get(planned.community)?.id;
    if (by === undefined || communityId === undefined) throw new Error(`nobody writes ${planned.title}`);
    const { kind, title, body, startsAt, endsAt } = planned;
    await app.get(NoticeWriting).write(by, {
      ...{ id, communityId, kind, title, body, ...reachOf(planned, areas) },
      ...(startsAt === undefined ? {} : { startsAt: startsAt.toISOString() }),
      ...(endsAt === undefined ? {} : { endsAt: endsAt.toISOString() }),
    });
    for (const reader of planned.readers ?? []) {
      const person = actors.get(reader);
      if (person !== undefined) await app.get(NoticeReader).read(person, id);
    }
  }
  return plan.length;
}

function reachOf({ grids, buildings }: PlannedNotice, areas: DemoAreas) {
  const idsOf = (names: string[], known: Map<string, { id: string }>) =>
    names.map((name) => known.get(name)?.id ?? name);
  if (grids !== undefined) return { reach: 'grid' as const, areaIds: idsOf(grids, areas.grids) };
  if (buildings === undefined) return { reach: 'community' as const, areaIds: [] };
  return { reach: 'building' as const, areaIds: idsOf(buildings, areas.buildings) };
}
