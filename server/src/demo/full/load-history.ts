import type { INestApplicationContext } from '@nestjs/common';
import {
  AreaQueries,
  type CommunityRow,
  PlaceResolver,
  type ResolvedPlace,
} from '../../modules/area/index.js';
import {
  accepting,
  checkingBack,
  confirming,
  dispatching,
  disputing,
  IncidentHistory,
  judging,
  type LivedIncident,
  type LivedStep,
  publishing,
  rejecting,
  resolving,
} from '../../modules/incident/index.js';
import type { SignedInActor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/ids/new-id.js';
import type { DemoCommunity } from '../demo-map.js';
import { MINUTE_MS } from '../demo-plan.js';
import type { DemoAreas } from '../load-areas.js';
import type { DemoResident } from '../load-residents.js';
import type { Random } from '../random.js';
import type { CommunityStaff } from './load-staff.js';
import { type HistoryStep, type PlannedHistory, planHistory } from './plan-history.js';

const AT_ONCE = 300;
/** How often somebody of the desk takes on what the grid worker otherwise would. */
const BY_DESK = 0.1;

/** Has a community live through what was planned for it, in batches, and says how far it is. */
export class HistoryLoader {
  private readonly places = new Map<string, ResolvedPlace>();

  constructor(
    private readonly app: INestApplicationContext,
    private readonly random: Random,
    private readonly areas: DemoAreas,
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
        const { actor, home } = this.random.pick(residents);
        const place = await this.placeOf(home.buildingId);
        const gridWorker = staff.gridWorkers.get(gridOf.get(place.gridId ?? '') ?? '');
        if (gridWorker === undefined) throw new RangeError(`nobody looks after ${place.placeLabel}`);
        const handler = this.random.chance(BY_DESK) ? this.random.pick(staff.workers) : gridWorker;
        lives.push(
          this.lifeOf(planned, {
            community,
            place,
            handler,
            reporter: actor,
            desk: staff.workers,
            last: times.last,
          }),
        );
      }
      await this.app.get(Database).transaction((tx) => this.app.get(IncidentHistory).write(tx, lives));
      progress(Math.min(1, (from + AT_ONCE) / plan.length));
    }
    return plan.length;
  }

  private lifeOf(
    { at, story, said, steps }: PlannedHistory,
    who: {
      community: CommunityRow;
      place: ResolvedPlace;
      handler: SignedInActor;
      reporter: SignedInActor;
      desk: readonly SignedInActor[];
      last: Date;
    },
  ): LivedIncident {
    const { community, place, reporter, handler, last } = who;
    const others = who.desk.filter(({ personId }) => personId !== handler.personId);
    const caller = others.length === 0 ? handler : this.random.pick(others);
    const lived = steps
      .map((step): LivedStep | null => {
        const moment = new Date(at.getTime() + Math.round(step.after * MINUTE_MS));
        const by = byWhom(step, { reporter, handler, caller });
        return { at: moment, by, act: actOf(step, by, moment, story.difficulty) };
      })
      .filter((step) => step !== null)
      .filter((step) => step.at < last)
      .sort((one, other) => one.at.getTime() - other.at.getTime());
    const report = {
      id: newId(at),
      categoryCode: story.category,
      description: said,
      buildingId: place.buildingId ?? '',
    };
    return { report, reporter, at, place, community, steps: lived, until: last };
  }

  private async placeOf(buildingId: string): Promise<ResolvedPlace> {
    const known = this.places.get(buildingId) ?? (await this.app.get(PlaceResolver).resolve({ buildingId }));
    this.places.set(buildingId, known);
    return known;
  }
}

function byWhom(
  { does }: HistoryStep,
  { reporter, handler, caller }: { reporter: SignedInActor; handler: SignedInActor; caller: SignedInActor },
): SignedInActor {
  if (does === 'confirm' || does === 'dispute') return reporter;
  // To turn something down, and to ask afterwards, is the desk's.
  return does === 'checkBack' || does === 'reject' ? caller : handler;
}

function actOf(step: HistoryStep, by: SignedInActor, at: Date, difficulty: 'simple' | 'complex' | 'hard') {
  const actionId = newId(at);
  switch (step.does) {
    case 'accept':
      return accepting(by, { actionId, note: step.note });
    case 'judge':
      return judging({ actionId, difficulty });
    case 'dispatch':
      return dispatching({ actionId, note: step.note, route: 'self' });
    case 'publish':
      return publishing({ actionId });
    case 'resolve':
      return resolving(by, { actionId, note: step.note, photoIds: [] });
    case 'reject':
      return rejecting({ actionId, reason: step.note });
    case 'dispute':
      return disputing({ actionId, note: step.note });
    case 'confirm':
      return confirming({ actionId, note: step.note, rating: step.rating });
    case 'checkBack':
      return checkingBack({ actionId, note: step.note, outcome: step.outcome });
  }
}
