import type { INestApplicationContext } from '@nestjs/common';
import type { HomeRow } from '../../modules/home/index.js';
import type { DemoClock } from '../demo-clock.js';
import type { DemoCommunity } from '../demo-map.js';
import type { DemoAreas } from '../load-areas.js';
import type { DemoOrganisations } from '../load-organisations.js';
import type { DemoActors } from '../load-people.js';
import { Random } from '../random.js';
import { HistoryLoader } from './load-history.js';
import { loadHomes } from './load-homes.js';
import { type DemoResident, ResidentLoader } from './load-residents.js';
import { type CommunityStaff, loadStaff } from './load-staff.js';
import { Phones } from './names.js';
import { type PlannedHome, planHomes } from './plan-homes.js';

const SEED = 6880;

/** What the true size adds to the small demo: all homes with their owners and households, and half a year of incidents. */
export class FullDemo {
  private readonly random = new Random(SEED);
  private readonly phones = new Phones();
  private readonly homes = new Map<DemoCommunity, Map<PlannedHome, HomeRow>>();
  private readonly residents = new Map<DemoCommunity, DemoResident[]>();
  private staff = new Map<string, CommunityStaff>();

  constructor(
    private readonly app: INestApplicationContext,
    private readonly clock: DemoClock,
    private readonly communities: readonly DemoCommunity[],
    private readonly known: { areas: DemoAreas; organisations: DemoOrganisations; actors: DemoActors },
    /** From when to when people come and things happen. */
    private readonly times: { first: Date; now: Date },
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
    this.staff = await loadStaff(this.app, this.random, this.phones, this.communities, this.known);
    const { areas, actors } = this.known;
    let [residents, captains] = [0, 0];
    for (const [at, community] of this.communities.entries()) {
      const loader = new ResidentLoader(this.app, this.clock, this.random, areas, actors, this.times);
      await loader.load(this.homesOf(community), this.staffOf(community), (share) =>
        progress((at + share) / this.communities.length),
      );
      this.residents.set(community, loader.reporters);
      residents += loader.count;
      captains += loader.captains;
    }
    return { residents, captains };
  }

  async loadHistory(progress: (share: number) => void): Promise<number> {
    const times = { first: this.times.first, last: this.times.now };
    let many = 0;
    for (const [at, community] of this.communities.entries()) {
      const loader = new HistoryLoader(this.app, this.random, this.known.areas);
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
