import type { INestApplicationContext } from '@nestjs/common';
import { IncidentHistory, IncidentService, TaskService } from '../modules/incident/index.js';
import type { SignedInActor } from '../platform/auth/actor.js';
import { newId } from '../platform/ids/new-id.js';
import type { DemoClock } from './demo-clock.js';
import { pointAt } from './demo-map.js';
import type { DemoPhotos } from './demo-photos.js';
import { MINUTE_MS, type PlannedIncident, type PlannedStep, type PlannedTaskStep } from './demo-plan.js';
import { hum } from './demo-voice.js';
import type { DemoAreas } from './load-areas.js';
import type { DemoOrganisations } from './load-organisations.js';
import type { DemoActors } from './load-people.js';

type DispatchTask = NonNullable<Parameters<IncidentService['dispatch']>[2]['tasks']>[number];

/** One thing that happens at its moment of the demo's month. */
export interface Happening {
  at: Date;
  happen: () => Promise<void>;
}

/** Lives the planned incidents through the services, everything in the order in which it happened. */
export class IncidentLoader {
  private readonly incidents: IncidentService;
  private readonly tasks: TaskService;
  private readonly ids = new Map<PlannedIncident, string>();
  /** By the incident's words and the organisation's name. */
  private readonly taskIds = new Map<string, string>();

  constructor(
    private readonly app: INestApplicationContext,
    private readonly clock: DemoClock,
    private readonly areas: DemoAreas,
    private readonly actors: DemoActors,
    private readonly organisations: DemoOrganisations,
    private readonly photos: DemoPhotos,
  ) {
    this.incidents = app.get(IncidentService);
    this.tasks = app.get(TaskService);
  }

  async live(
    plan: readonly PlannedIncident[],
    besides: readonly Happening[],
    onProgress: (done: number, all: number) => void,
  ): Promise<void> {
    const planned = plan.flatMap((incident): Happening[] => [
      { at: incident.at, happen: () => this.report(incident) },
      ...incident.steps.map((step) => ({
        at: new Date(incident.at.getTime() + Math.round(step.afterMinutes * MINUTE_MS)),
        happen: () => ('task' in step ? this.actOnTask(incident, step) : this.act(incident, step)),
      })),
    ]);
    const happenings = [...planned, ...besides].sort((a, b) => a.at.getTime() - b.at.getTime());
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
      ...(planned.spoken ? { voiceId: await hum(this.app, actor.personId, now) } : {}),
    });
  }

  private async act(planned: PlannedIncident, step: PlannedStep): Promise<void> {
    const { action, note = '', difficulty, rating, photos = [] } = step;
    const actor = this.actor(step.by);
    const now = this.clock.now();
    const id = this.ids.get(planned) ?? '';
    const body = { actionId: newId(now), note: note === '' ? undefined : note };
    await this.app.get(IncidentHistory).opened(actor, id);
    if (action === 'accept') return this.incidents.accept(actor, id, body);
    if (action === 'publish') return this.incidents.publish(actor, id, { actionId: body.actionId });
    if (action === 'dispatch')
      return this.incidents.dispatch(actor, id, {
        ...body,
        route: step.route ?? 'self',
        tasks: this.tasksOf(planned, step),
      });
    if (action === 'judge')
      return this.incidents.judge(actor, id, { ...body, difficulty: difficulty ?? 'simple' });
    if (action === 'confirm') return this.incidents.confirm(actor, id, { ...body, rating: rating ?? 5 });
    const photoIds = await this.photos.take(photos, 'after', actor.personId, now);
    return this.incidents.resolve(actor, id, { actionId: body.actionId, note, photoIds });
  }

  private tasksOf(planned: PlannedIncident, { tasks = [] }: PlannedStep): DispatchTask[] {
    return tasks.map(({ organisation, hours, note, lead }) => {
      const id = newId(this.clock.now());
      this.taskIds.set(`${planned.said} ${organisation}`, id);
      const organisationId = found(this.organisations, organisation);
      return { id, organisationId, dueAt: this.inHours(hours), note, lead };
    });
  }

  private actOnTask(planned: PlannedIncident, step: PlannedTaskStep): Promise<void> {
    const { task, taskAction, by, note = '', hours = 0 } = step;
    const actor = this.actor(by);
    const id = found(this.taskIds, `${planned.said} ${task}`);
    const actionId = newId(this.clock.now());
    if (taskAction === 'accept') return this.tasks.accept(actor, id, { actionId, note });
    if (taskAction === 'finish') return this.tasks.finish(actor, id, { actionId, note, photoIds: [] });
    return this.tasks.askTime(actor, id, { actionId, reason: note, dueAt: this.inHours(hours) });
  }

  private inHours(hours: number): string {
    return new Date(this.clock.now().getTime() + hours * 60 * MINUTE_MS).toISOString();
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
