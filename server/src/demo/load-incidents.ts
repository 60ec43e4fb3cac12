import type { INestApplicationContext } from '@nestjs/common';
import { IncidentService } from '../modules/incident/index.js';
import type { SignedInActor } from '../platform/auth/actor.js';
import { newId } from '../platform/ids/new-id.js';
import type { DemoClock } from './demo-clock.js';
import { pointAt } from './demo-map.js';
import type { DemoPhotos } from './demo-photos.js';
import { MINUTE_MS, type PlannedIncident, type PlannedStep } from './demo-plan.js';
import type { DemoAreas } from './load-areas.js';
import type { DemoActors } from './load-people.js';

interface Happening {
  at: Date;
  happen: () => Promise<void>;
}

/** Lives the planned incidents through the services, everything in the order in which it happened. */
export class IncidentLoader {
  private readonly incidents: IncidentService;
  private readonly ids = new Map<PlannedIncident, string>();

  constructor(
    app: INestApplicationContext,
    private readonly clock: DemoClock,
    private readonly areas: DemoAreas,
    private readonly actors: DemoActors,
    private readonly photos: DemoPhotos,
  ) {
    this.incidents = app.get(IncidentService);
  }

  async live(
    plan: readonly PlannedIncident[],
    onProgress: (done: number, all: number) => void,
  ): Promise<void> {
    const happenings = plan.flatMap((incident): Happening[] => [
      { at: incident.at, happen: () => this.report(incident) },
      ...incident.steps.map((step) => ({
        at: new Date(incident.at.getTime() + Math.round(step.afterMinutes * MINUTE_MS)),
        happen: () => this.act(incident, step),
      })),
    ]);
    happenings.sort((a, b) => a.at.getTime() - b.at.getTime());
    for (const [index, { at, happen }] of happenings.entries()) {
      this.clock.set(at);
      await happen();
      onProgress(index + 1, happenings.length);
    }
  }

  private async report(planned: PlannedIncident): Promise<void> {
    const { reporter, category, said, placeNote, photos } = planned;
    const actor = this.actor(reporter);
    const now = this.clock.now();
    const id = newId(now);
    this.ids.set(planned, id);
    await this.incidents.report(actor, {
      id,
      categoryCode: category,
      description: said,
      ...this.where(planned.where),
      placeNote,
      photoIds: await this.photos.take(photos, 'before', actor.personId, now),
    });
  }

  private async act(planned: PlannedIncident, step: PlannedStep): Promise<void> {
    const { action, note = '', difficulty, rating, photos = [] } = step;
    const actor = this.actor(step.by);
    const now = this.clock.now();
    const id = this.ids.get(planned) ?? '';
    const body = { actionId: newId(now), note: note === '' ? undefined : note };
    if (action === 'accept') return this.incidents.accept(actor, id, body);
    if (action === 'publish') return this.incidents.publish(actor, id, { actionId: body.actionId });
    if (action === 'dispatch') return this.incidents.dispatch(actor, id, { ...body, route: 'self' });
    if (action === 'judge')
      return this.incidents.judge(actor, id, { ...body, difficulty: difficulty ?? 'simple' });
    if (action === 'confirm') return this.incidents.confirm(actor, id, { ...body, rating: rating ?? 5 });
    const photoIds = await this.photos.take(photos, 'after', actor.personId, now);
    return this.incidents.resolve(actor, id, { actionId: body.actionId, note, photoIds });
  }

  private where(where: PlannedIncident['where']) {
    if ('spot' in where) return { location: { ...pointAt(where.spot), system: 'gcj02' as const } };
    if ('place' in where) return { placeCode: found(this.areas.placeCodes, where.place) };
    return { buildingId: found(this.areas.buildings, where.building).id };
  }

  private actor(key: string): SignedInActor {
    return found(this.actors, key);
  }
}

function found<T>(map: ReadonlyMap<string, T>, name: string): T {
  const value = map.get(name);
  if (value === undefined) throw new RangeError(`the demo has no ${name}`);
  return value;
}
