import type { INestApplicationContext } from '@nestjs/common';
import type { HomeRow } from '../modules/home/index.js';
import { HouseholdHistory, type LivedMemberStep, type LivedMembership } from '../modules/household/index.js';
import { PeopleService } from '../modules/identity/index.js';
import { PrivacyConsents } from '../modules/privacy/index.js';
import type { SignedInActor } from '../platform/auth/actor.js';
import { Database } from '../platform/database/database.js';
import { newId } from '../platform/ids/new-id.js';
import type { DemoClock } from './demo-clock.js';
import { DAY_MS } from './demo-plan.js';
import type { PlannedHome, PlannedResident } from './planned-home.js';
import type { Random } from './random.js';

const HOUR_MS = DAY_MS / 24;
const HOMES_AT_ONCE = 150;
/** Nobody hears of what somebody did within the last half hour. */
const LATEST_MS = HOUR_MS / 2;
const REFUSED = '楼长说这户没有这个人，请带身份证到社区核对';

/** Somebody with a telephone who lives somewhere, for what residents report. */
export interface DemoResident {
  actor: SignedInActor;
  home: HomeRow;
}

/** Who of those that come is there already, and who confirms them. */
export interface AlreadyThere {
  people: ReadonlyMap<PlannedResident, SignedInActor>;
  /** By `estate building`. */
  captains: ReadonlyMap<string, SignedInActor>;
  workers: readonly SignedInActor[];
}

type NewResident = Parameters<PeopleService['createPeople']>[1][number] & { createdAt: Date };

/** Has everybody come to their homes, in the order of the buildings. */
export class ResidentLoader {
  readonly reporters: DemoResident[] = [];
  count = 0;

  constructor(
    private readonly app: INestApplicationContext,
    private readonly clock: DemoClock,
    private readonly random: Random,
    /** From when to when people come. */
    private readonly times: { first: Date; now: Date },
  ) {}

  async load(
    homes: ReadonlyMap<PlannedHome, HomeRow>,
    there: AlreadyThere,
    progress: (done: number) => void,
  ): Promise<void> {
    const all = [...homes];
    for (let from = 0; from < all.length; from += HOMES_AT_ONCE) {
      const lives: LivedMembership[] = [];
      const people: NewResident[] = [];
      for (const [planned, home] of all.slice(from, from + HOMES_AT_ONCE))
        for (const resident of planned.residents) {
          const at = this.momentOf(resident);
          const actor = there.people.get(resident) ?? this.somebodyNew(resident, at, people);
          const captain = there.captains.get(planned.building);
          lives.push(
            this.lifeOf(resident, { actor, home, at, captain, worker: this.random.pick(there.workers) }),
          );
          const stayed = resident.coming !== 'refused' && resident.coming !== 'left';
          if (resident.phone !== undefined && stayed) this.reporters.push({ actor, home });
        }
      this.clock.set(this.times.now);
      await this.write(people, lives);
      this.count += lives.length;
      progress(Math.min(1, (from + HOMES_AT_ONCE) / all.length));
    }
  }

  private somebodyNew({ name, phone }: PlannedResident, at: Date, people: NewResident[]): SignedInActor {
    const id = newId(at);
    people.push({ id, name, createdAt: at, ...(phone === undefined ? {} : { phone }) });
    return { personId: id, name, appointments: [] };
  }

  private write(people: readonly NewResident[], lives: readonly LivedMembership[]): Promise<void> {
    return this.app.get(Database).transaction(async (tx) => {
      if (people.length > 0) await this.app.get(PeopleService).createPeople(tx, people);
      // Whoever came by a telephone of their own was asked first; whom staff wrote down was asked nothing.
      const asked = people.filter(({ phone }) => phone !== undefined);
      await this.app.get(PrivacyConsents).agreedBefore(
        tx,
        asked.map(({ id, name, createdAt }) => ({ personId: id, name, at: createdAt })),
      );
      if (lives.length > 0) await this.app.get(HouseholdHistory).write(tx, lives);
    });
  }

  private momentOf({ coming, ago }: PlannedResident): Date {
    const { first, now } = this.times;
    if (coming === 'waiting') return new Date(now.getTime() - (2 + ago * 60) * HOUR_MS);
    return new Date(now.getTime() - LATEST_MS - ago * (now.getTime() - LATEST_MS - first.getTime()));
  }

  private lifeOf(
    { name, relation, livesHere, coming }: PlannedResident,
    who: {
      actor: SignedInActor;
      home: HomeRow;
      at: Date;
      captain: SignedInActor | undefined;
      worker: SignedInActor;
    },
  ): LivedMembership {
    const { actor, home, at, worker } = who;
    const captain = who.captain ?? worker;
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
}
