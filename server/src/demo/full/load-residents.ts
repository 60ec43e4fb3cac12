import type { INestApplicationContext } from '@nestjs/common';
import type { HomeRow } from '../../modules/home/index.js';
import {
  HouseholdHistory,
  type LivedMemberStep,
  type LivedMembership,
} from '../../modules/household/index.js';
import { AppointmentsService, PeopleService } from '../../modules/identity/index.js';
import type { SignedInActor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/ids/new-id.js';
import type { DemoClock } from '../demo-clock.js';
import { DAY_MS } from '../demo-plan.js';
import type { DemoAreas } from '../load-areas.js';
import type { DemoActors } from '../load-people.js';
import { reachOf } from '../load-people.js';
import type { Random } from '../random.js';
import { actorOf, type CommunityStaff } from './load-staff.js';
import type { PlannedHome, PlannedResident } from './plan-homes.js';

const HOUR_MS = DAY_MS / 24;
const HOMES_AT_ONCE = 150;
/** Nobody hears of what somebody did within the last half hour. */
const LATEST_MS = HOUR_MS / 2;
const REFUSED = '楼长说这户没有这个人，请带身份证到社区核对';

interface NewResident {
  id: string;
  name: string;
  phone?: string;
  createdAt: Date;
}

/** Somebody with a telephone who lives somewhere, for what residents report. */
export interface DemoResident {
  actor: SignedInActor;
  home: HomeRow;
}

/** Has everybody come to their homes, in the order of the buildings: each building's captain first. */
export class ResidentLoader {
  readonly reporters: DemoResident[] = [];
  count = 0;
  captains = 0;

  constructor(
    private readonly app: INestApplicationContext,
    private readonly clock: DemoClock,
    private readonly random: Random,
    private readonly areas: DemoAreas,
    private readonly actors: DemoActors,
    /** From when to when people come. */
    private readonly times: { first: Date; now: Date },
  ) {}

  async load(
    homes: ReadonlyMap<PlannedHome, HomeRow>,
    staff: CommunityStaff,
    progress: (done: number) => void,
  ): Promise<void> {
    const captains = new Map<string, SignedInActor>();
    const all = [...homes];
    for (let from = 0; from < all.length; from += HOMES_AT_ONCE) {
      const lives: LivedMembership[] = [];
      const people: NewResident[] = [];
      for (const [planned, home] of all.slice(from, from + HOMES_AT_ONCE)) {
        for (const resident of planned.residents) {
          const at = this.momentOf(resident);
          const id = newId(at);
          const { name, phone } = resident;
          const person = { id, name, createdAt: at, ...(phone === undefined ? {} : { phone }) };
          const actor: SignedInActor = { personId: id, name, appointments: [] };
          const captain = captains.get(planned.building) ?? (await this.captainOf(planned.building, person));
          captains.set(planned.building, captain);
          if (captain.personId !== id) people.push(person);
          lives.push(
            this.lifeOf(resident, { actor, home, at, captain, worker: this.random.pick(staff.workers) }),
          );
          if (phone !== undefined && resident.coming !== 'refused' && resident.coming !== 'left')
            this.reporters.push({ actor, home });
        }
      }
      this.clock.set(this.times.now);
      await this.app.get(Database).transaction(async (tx) => {
        await this.app.get(PeopleService).createPeople(tx, people);
        await this.app.get(HouseholdHistory).write(tx, lives);
      });
      this.count += lives.length;
      progress(Math.min(1, (from + HOMES_AT_ONCE) / all.length));
    }
  }

  private momentOf({ coming, ago }: PlannedResident): Date {
    const { first, now } = this.times;
    if (coming === 'waiting') return new Date(now.getTime() - (2 + ago * 60) * HOUR_MS);
    return new Date(now.getTime() - LATEST_MS - ago * (now.getTime() - LATEST_MS - first.getTime()));
  }

  private lifeOf(
    { name, relation, livesHere, coming }: PlannedResident,
    {
      actor,
      home,
      at,
      captain,
      worker,
    }: { actor: SignedInActor; home: HomeRow; at: Date; captain: SignedInActor; worker: SignedInActor },
  ): LivedMembership {
    const later = (hours: number) =>
      new Date(Math.min(at.getTime() + hours * HOUR_MS, this.times.now.getTime() - LATEST_MS));
    const confirm = (by: SignedInActor): LivedMemberStep => ({
      ...{ action: 'confirm', by, at: later(0.2 + this.random.share() * 30) },
    });
    const steps: Record<PlannedResident['coming'], () => LivedMemberStep[]> = {
      matched: () => [],
      entered: () => [],
      waiting: () => [],
      'confirmed-by-captain': () => [confirm(captain)],
      'confirmed-by-staff': () => [confirm(worker)],
      refused: () => [{ action: 'refuse', by: worker, at: later(26), reason: REFUSED }],
      left: () => [
        confirm(captain),
        { action: 'move_out', by: actor, at: later(31 + this.random.share() * 1_500) },
      ],
    };
    const begins = { by: coming === 'entered' ? worker : actor, at };
    return {
      ...{ id: newId(at), home, personId: actor.personId, name, relation, livesHere, begins },
      steps: steps[coming](),
    };
  }

  /** Whoever is named captain already, else the first who lives there. */
  private async captainOf(building: string, first: NewResident): Promise<SignedInActor> {
    const area = `building ${building}` as const;
    const reach = reachOf(area, this.areas);
    const known = [...this.actors.values()].find(({ appointments }) =>
      appointments.some((one) => one.role === 'building_captain' && one.areaId === reach.areaId),
    );
    if (known !== undefined) return known;
    this.captains += 1;
    this.clock.set(this.times.first);
    await this.app.get(Database).transaction(async (tx) => {
      await this.app.get(PeopleService).createPeople(tx, [first]);
      await this.app
        .get(AppointmentsService)
        .appoint(tx, { personId: first.id, role: 'building_captain', ...reach });
    });
    return actorOf(this.app, first.id, first.name);
  }
}
