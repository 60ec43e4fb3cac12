import type { Role } from '@linli/shared';
import type { INestApplicationContext } from '@nestjs/common';
import { AppointmentsService, PeopleService } from '../../modules/identity/index.js';
import type { SignedInActor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/ids/new-id.js';
import type { DemoCommunity } from '../demo-map.js';
import type { DemoAreas } from '../load-areas.js';
import type { DemoOrganisations } from '../load-organisations.js';
import { type DemoActors, reachOf } from '../load-people.js';
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
  app: INestApplicationContext,
  random: Random,
  phones: Phones,
  communities: readonly DemoCommunity[],
  { areas, actors }: { areas: DemoAreas; organisations: DemoOrganisations; actors: DemoActors },
): Promise<Map<string, CommunityStaff>> {
  const hire = async (role: Role, area: Parameters<typeof reachOf>[0]) => {
    const name = fullName(random, familyName(random), 'adult');
    const id = await appointNew(app, { name, phone: phones.next(), role, reach: reachOf(area, areas) });
    return actorOf(app, id, name);
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

export async function actorOf(
  app: INestApplicationContext,
  personId: string,
  name: string,
): Promise<SignedInActor> {
  const appointments = await app.get(AppointmentsService).inForce(personId, app.get(Clock).now());
  return { personId, name, appointments };
}

function appointNew(
  app: INestApplicationContext,
  {
    name,
    phone,
    role,
    reach,
  }: { name: string; phone: string; role: Role; reach: ReturnType<typeof reachOf> },
): Promise<string> {
  return app.get(Database).transaction(async (tx) => {
    const id = newId(app.get(Clock).now());
    await app.get(PeopleService).createPeople(tx, [{ id, name, phone }]);
    await app.get(AppointmentsService).appoint(tx, { personId: id, role, ...reach });
    return id;
  });
}
