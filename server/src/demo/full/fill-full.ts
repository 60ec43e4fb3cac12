import type { INestApplicationContext } from '@nestjs/common';
import type { HomeRow } from '../../modules/home/index.js';
import type { SignedInActor } from '../../platform/auth/actor.js';
import type { DemoClock } from '../demo-clock.js';
import type { DemoCommunity } from '../demo-map.js';
import type { Hiring } from '../hiring.js';
import type { DemoAreas } from '../load-areas.js';
import { demoHomesIn, knownOf } from '../load-demo-homes.js';
import { loadHomes } from '../load-homes.js';
import { type DemoOrganisations, loadOrganisations } from '../load-organisations.js';
import type { DemoActors } from '../load-people.js';
import { type DemoResident, ResidentLoader } from '../load-residents.js';
import type { PlannedHome } from '../planned-home.js';
import { Random } from '../random.js';
import { FULL_ORGANISATIONS } from './full-organisations.js';
import { Helpers } from './helpers.js';
import { loadAccounts } from './load-accounts.js';
import { loadCaptains } from './load-captains.js';
import { HistoryLoader } from './load-history.js';
import { loadOrganisationPeople } from './load-organisation-people.js';
import { type CommunityStaff, loadStaff } from './load-staff.js';
import { Phones } from './names.js';
import { planHomes } from './plan-homes.js';

const SEED = 6880;

/** What the true size adds to the small demo: all homes with their owners and households, and half a year of incidents. */
export class FullDemo {
  private readonly random = new Random(SEED);
  private readonly phones = new Phones();
  private readonly homes = new Map<DemoCommunity, Map<PlannedHome, HomeRow>>();
  private readonly residents = new Map<DemoCommunity, DemoResident[]>();
  private staff = new Map<string, CommunityStaff>();
  private helpers = new Helpers();

  constructor(
    private readonly app: INestApplicationContext,
    private readonly clock: DemoClock,
    private readonly communities: readonly DemoCommunity[],
    private readonly known: { areas: DemoAreas; organisations: DemoOrganisations; actors: DemoActors },
    private readonly hiring: Hiring,
    private readonly appointer: SignedInActor,
    /** From when to when people come and things happen. */
    private readonly times: { first: Date; now: Date },
  ) {}

  /** Whoever works here and whoever helps, before anybody else is written down. */
  async loadStaff(): Promise<void> {
    const { app, clock, hiring, random, phones, known } = this;
    const more = await loadOrganisations(app, clock, known.areas, this.appointer, FULL_ORGANISATIONS);
    for (const [name, id] of more) known.organisations.set(name, id);
    this.staff = await loadStaff(hiring, random, phones, this.communities, known);
    this.helpers = await loadOrganisationPeople(hiring, random, phones, known);
    await loadAccounts(app, clock, random, hiring, this.times.now);
  }

  async loadHomes(progress: (share: number) => void): Promise<number> {
    for (const [at, community] of this.communities.entries()) {
      const known = new Map(demoHomesIn(community).map((home) => [doorOf(home), home]));
      const planned = planHomes(this.random, this.phones, community).map(
        (home) => known.get(doorOf(home)) ?? home,
      );
      const [worker] = this.staffOf(community).workers;
      if (worker === undefined) throw new RangeError(`nobody keeps the register of ${community.name}`);
      this.homes.set(community, await loadHomes(this.app, this.known.areas, community, worker, planned));
      progress((at + 1) / this.communities.length);
    }
    return [...this.homes.values()].reduce((sum, { size }) => sum + size, 0);
  }

  async loadPeople(progress: (share: number) => void): Promise<{ residents: number; captains: number }> {
    const { app, clock, random, times } = this;
    let [residents, captains] = [0, 0];
    for (const [at, community] of this.communities.entries()) {
      const homes = this.homesOf(community);
      const planned = [...homes.keys()];
      const led = await loadCaptains(app, clock, this.hiring, this.known, planned, times.first);
      const people = new Map([...knownOf(planned, this.known.actors), ...led.people]);
      const loader = new ResidentLoader(app, clock, random, times);
      const there = { people, captains: led.captains, workers: this.staffOf(community).workers };
      await loader.load(homes, there, (share) => progress((at + share) / this.communities.length));
      this.residents.set(community, loader.reporters);
      residents += loader.count;
      captains += led.captains.size;
    }
    return { residents, captains };
  }

  async loadHistory(progress: (share: number) => void): Promise<number> {
    const times = { first: this.times.first, last: this.times.now };
    let many = 0;
    for (const [at, community] of this.communities.entries()) {
      const loader = new HistoryLoader(this.app, this.random, this.known.areas, this.helpers);
      const residents = this.residents.get(community) ?? [];
      const around = { residents, staff: this.staffOf(community), homes: this.homesOf(community).size };
      many += await loader.load(community, around, times, (share) =>
        progress((at + share) / this.communities.length),
      );
    }
    return many;
  }

  private homesOf(community: DemoCommunity): Map<PlannedHome, HomeRow> {
    const homes = this.homes.get(community);
    if (homes === undefined) throw new RangeError(`no homes in ${community.name}`);
    return homes;
  }

  private staffOf({ shortCode, name }: DemoCommunity): CommunityStaff {
    const staff = this.staff.get(shortCode);
    if (staff === undefined) throw new RangeError(`nobody works in ${name}`);
    return staff;
  }
}

const doorOf = ({ building, entrance, room }: PlannedHome) => `${building} ${entrance} ${room}`;
