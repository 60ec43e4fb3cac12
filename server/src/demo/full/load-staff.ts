import type { Role } from '@linli/shared';
import type { SignedInActor } from '../../platform/auth/actor.js';
import type { DemoCommunity } from '../demo-map.js';
import { type Hiring, placeOf } from '../hiring.js';
import type { DemoAreas } from '../load-areas.js';
import type { DemoActors } from '../load-people.js';
import type { Random } from '../random.js';
import { familyName, fullName, type Phones } from './names.js';

/** How many are at the desk of a community, by how many grids it has. */
const GRIDS_PER_WORKER = 4;

/** Whoever works for a community, as they act. */
export interface CommunityStaff {
  workers: SignedInActor[];
  /** By `short code name`. */
  gridWorkers: Map<string, SignedInActor>;
}

/** One grid worker in each grid and people at every desk, besides those whom the demo knows by name. */
export async function loadStaff(
  hiring: Hiring,
  random: Random,
  phones: Phones,
  communities: readonly DemoCommunity[],
  { areas, actors }: { areas: DemoAreas; actors: DemoActors },
): Promise<Map<string, CommunityStaff>> {
  const hire = (role: Role, area: Parameters<typeof placeOf>[0]) => {
    const name = fullName(random, familyName(random), 'adult');
    return hiring.hire({ name, phone: phones.next() }, role, placeOf(area, areas));
  };
  const known = (role: Role, areaId: string | undefined) =>
    [...actors.values()].find(({ appointments }) =>
      appointments.some((one) => one.role === role && one.areaId === areaId),
    );
  const staff = new Map<string, CommunityStaff>();
  for (const { shortCode, grids } of communities) {
    const area = `community ${shortCode}` as const;
    const communityId = areas.communities.get(shortCode)?.id;
    if (known('community_secretary', communityId) === undefined) await hire('community_secretary', area);
    const first = known('community_worker', communityId);
    const workers = first === undefined ? [] : [first];
    while (workers.length < grids.length / GRIDS_PER_WORKER)
      workers.push(await hire('community_worker', area));
    const gridWorkers = new Map<string, SignedInActor>();
    for (const { name } of grids) {
      const grid = `${shortCode} ${name}`;
      const there = known('grid_worker', areas.grids.get(grid)?.id);
      gridWorkers.set(grid, there ?? (await hire('grid_worker', `grid ${grid}`)));
    }
    staff.set(shortCode, { workers, gridWorkers });
  }
  return staff;
}
