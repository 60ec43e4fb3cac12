import type { INestApplicationContext } from '@nestjs/common';
import type { HomeRow } from '../../modules/home/index.js';
import type { DemoClock } from '../demo-clock.js';
import type { DemoCommunity } from '../demo-map.js';
import { DAY_MS } from '../demo-plan.js';
import type { DemoAreas } from '../load-areas.js';
import type { DemoOrganisations } from '../load-organisations.js';
import type { DemoActors } from '../load-people.js';
import { Random } from '../random.js';
import { loadHomes } from './load-homes.js';
import { ResidentLoader } from './load-residents.js';
import { loadStaff } from './load-staff.js';
import { Phones } from './names.js';
import { type PlannedHome, planHomes } from './plan-homes.js';

const SEED = 6880;
/** How far back the telling goes: half a year. */
const FULL_DAYS = 182;

/** What the true size adds to the small demo: all homes with their owners and households, and half a year of incidents. */
export class FullDemo {
  private readonly random = new Random(SEED);
  private readonly phones = new Phones();
  private readonly homes = new Map<DemoCommunity, Map<PlannedHome, HomeRow>>();

  constructor(
    private readonly app: INestApplicationContext,
    private readonly clock: DemoClock,
    private readonly communities: readonly DemoCommunity[],
    private readonly known: { areas: DemoAreas; organisations: DemoOrganisations; actors: DemoActors },
    private readonly now: Date,
  ) {}

  async loadHomes(progress: (share: number) => void): Promise<number> {
    for (const [at, community] of this.communities.entries()) {
      const planned = planHomes(this.random, this.phones, community);
      this.homes.set(community, await loadHomes(this.app, this.known.areas, community, planned));
      progress((at + 1) / this.communities.length);
    }
    return [...this.homes.values()].reduce((sum, { size }) => sum + size, 0);
  }

  async loadPeople(progress: (share: number) => void): Promise<{ residents: number; captains: number }> {
    const staff = await loadStaff(this.app, this.random, this.phones, this.communities, this.known);
    const times = { first: new Date(this.now.getTime() - FULL_DAYS * DAY_MS), now: this.now };
    const { areas, actors } = this.known;
    const loader = new ResidentLoader(this.app, this.clock, this.random, areas, actors, times);
    for (const [at, community] of this.communities.entries()) {
      const homes = this.homes.get(community);
      const theirs = staff.get(community.shortCode);
      if (homes === undefined || theirs === undefined) throw new RangeError(`nothing in ${community.name}`);
      await loader.load(homes, theirs, (share) => progress((at + share) / this.communities.length));
    }
    return { residents: loader.count, captains: loader.captains };
  }
}
