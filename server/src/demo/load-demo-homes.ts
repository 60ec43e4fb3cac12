import type { INestApplicationContext } from '@nestjs/common';
import type { SignedInActor } from '../platform/auth/actor.js';
import type { DemoClock } from './demo-clock.js';
import { DEMO_HOMES } from './demo-homes.js';
import type { DemoCommunity } from './demo-map.js';
import type { DemoAreas } from './load-areas.js';
import { loadHomes } from './load-homes.js';
import { type DemoActors, found } from './load-people.js';
import { ResidentLoader } from './load-residents.js';
import type { PlannedHome, PlannedResident } from './planned-home.js';
import { Random } from './random.js';

const SEED = 302;
/** Whoever keeps the register of a community, by its short code. */
const KEPT_BY: Record<string, string> = { AL: 'community-worker-1', LH: 'community-worker-2' };
const CAPTAIN = 'building-captain-1';
const CAPTAINS_BUILDING = '安澜里 3 号楼';

/** The few homes of which the small demo knows who lives there; the other doors stay without a name. Gives back how many live there. */
export async function loadDemoHomes(
  app: INestApplicationContext,
  clock: DemoClock,
  communities: readonly DemoCommunity[],
  { areas, actors }: { areas: DemoAreas; actors: DemoActors },
  times: { first: Date; now: Date },
): Promise<number> {
  const captains = new Map([[CAPTAINS_BUILDING, found(actors, CAPTAIN)]]);
  let count = 0;
  for (const community of communities) {
    const planned = demoHomesIn(community);
    const worker = found(actors, KEPT_BY[community.shortCode] ?? '');
    clock.set(times.first);
    const homes = await loadHomes(app, areas, community, worker, planned);
    const loader = new ResidentLoader(app, clock, new Random(SEED), times);
    await loader.load(homes, { people: knownOf(planned, actors), captains, workers: [worker] }, () => {});
    count += loader.count;
  }
  return count;
}

export function demoHomesIn({ buildings }: DemoCommunity): PlannedHome[] {
  const there = new Set(buildings.map(({ estate, name }) => `${estate} ${name}`));
  return DEMO_HOMES.filter(({ building }) => there.has(building));
}

/** Who of them the demo knows already. */
export function knownOf(
  homes: readonly PlannedHome[],
  actors: DemoActors,
): Map<PlannedResident, SignedInActor> {
  return new Map(
    homes.flatMap(({ residents }) =>
      residents.flatMap((one) => (one.key === undefined ? [] : [[one, found(actors, one.key)] as const])),
    ),
  );
}
