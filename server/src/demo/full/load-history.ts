import type { INestApplicationContext } from '@nestjs/common';
import {
  AreaQueries,
  type CommunityRow,
  PlaceResolver,
  type ResolvedPlace,
} from '../../modules/area/index.js';
import { IncidentHistory, type LivedIncident, type LivedStep } from '../../modules/incident/index.js';
import type { SignedInActor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/ids/new-id.js';
import type { DemoCommunity } from '../demo-map.js';
import type { DemoAreas } from '../load-areas.js';
import type { DemoResident } from '../load-residents.js';
import type { Random } from '../random.js';
import type { Helpers } from './helpers.js';
import { livedSteps } from './lived-steps.js';
import type { CommunityStaff } from './load-staff.js';
import type { PlannedTask } from './plan-help.js';
import { type PlannedHistory, planHistory } from './plan-history.js';

const AT_ONCE = 300;
/** How often somebody of the desk takes on what the grid worker otherwise would. */
const BY_DESK = 0.1;
/** Nobody reads longer than this before they do something. */
const LOOK_MS = 30_000;

/** Where one incident happened, and who was there. */
interface Scene {
  community: CommunityRow;
  place: ResolvedPlace;
  reporter: SignedInActor;
  handler: SignedInActor;
  desk: readonly SignedInActor[];
}

/** Has a community live through what was planned for it, in batches, and says how far it is. */
export class HistoryLoader {
  private readonly places = new Map<string, ResolvedPlace>();

  constructor(
    private readonly app: INestApplicationContext,
    private readonly random: Random,
    private readonly areas: DemoAreas,
    private readonly helpers: Helpers,
  ) {}

  async load(
    { shortCode }: DemoCommunity,
    { residents, staff, homes }: { residents: readonly DemoResident[]; staff: CommunityStaff; homes: number },
    times: { first: Date; last: Date },
    progress: (share: number) => void,
  ): Promise<number> {
    const community = await this.app
      .get(AreaQueries)
      .community(this.areas.communities.get(shortCode)?.id ?? '');
    const gridOf = new Map([...this.areas.grids].map(([name, { id }]) => [id, name]));
    const plan = planHistory(this.random, homes, times);
    for (let from = 0; from < plan.length; from += AT_ONCE) {
      const lives: LivedIncident[] = [];
      for (const planned of plan.slice(from, from + AT_ONCE)) {
        const { actor: reporter, home } = this.random.pick(residents);
        const place = await this.placeOf(home.buildingId);
        const gridWorker = staff.gridWorkers.get(gridOf.get(place.gridId ?? '') ?? '');
        if (gridWorker === undefined) throw new RangeError(`nobody looks after ${place.placeLabel}`);
        const handler = this.random.chance(BY_DESK) ? this.random.pick(staff.workers) : gridWorker;
        const scene = { community, place, reporter, handler, desk: staff.workers };
        lives.push(this.lifeOf(planned, scene, times.last));
      }
      await this.app.get(Database).transaction((tx) => this.app.get(IncidentHistory).write(tx, lives));
      progress(Math.min(1, (from + AT_ONCE) / plan.length));
    }
    return plan.length;
  }

  private lifeOf(planned: PlannedHistory, scene: Scene, until: Date): LivedIncident {
    const { at, story, said } = planned;
    const { community, place, reporter, handler, desk } = scene;
    const others = desk.filter(({ personId }) => personId !== handler.personId);
    const caller = others.length === 0 ? handler : this.random.pick(others);
    const helperOf = (to: PlannedTask['to']) =>
      this.helpers.of(to, community.shortCode, place.estateId, this.areas);
    const all = livedSteps(this.random, planned, { reporter, handler, caller, helperOf });
    const steps = all.filter((step) => step.at < until);
    const report = {
      id: newId(at),
      categoryCode: story.category,
      description: said,
      buildingId: place.buildingId ?? '',
    };
    return { report, reporter, at, place, community, steps, looks: looksOf(at, steps), until };
  }

  private async placeOf(buildingId: string): Promise<ResolvedPlace> {
    const known = this.places.get(buildingId) ?? (await this.app.get(PlaceResolver).resolve({ buildingId }));
    this.places.set(buildingId, known);
    return known;
  }
}

/** Whoever does something about it has opened it just before. */
function looksOf(reportedAt: Date, steps: readonly LivedStep[]): LivedIncident['looks'] {
  let before = reportedAt.getTime();
  return steps.flatMap((step) => {
    const at = step.at.getTime();
    const look = new Date(at - Math.min(LOOK_MS, Math.round((at - before) / 2)));
    before = at;
    return 'taskId' in step ? [] : { at: look, by: step.by };
  });
}
