import { Injectable } from '@nestjs/common';
import { type SignedInActor, scopeOf } from '../../../platform/auth/actor.js';
import { Clock } from '../../../platform/clock/clock.js';
import { isUuidV7 } from '../../../platform/http/validators.js';
import { ContentGate } from '../../content/index.js';
import { type ClaimedPhoto, PhotoLinks, PhotoService } from '../../photo/index.js';
import { IncidentCategories, LOST_CATEGORY } from '../incident.categories.js';
import type { TaskDetailDto, TaskPhotoDto, TasksDto, TasksQueryDto } from './dto/task-view.dto.js';
import { taskNotFound } from './task.errors.js';
import { taskSightOf } from './task.policy.js';
import { TaskQueries } from './task.queries.js';
import type { TaskRow } from './task.rows.js';
import { taskCardOf, taskDetailOf } from './task.view.js';

const DEFAULT_LIMIT = 20;

/** Every reading of tasks: asks the queries, keeps to the policy, never one query per row. */
@Injectable()
export class TaskReader {
  constructor(
    private readonly clock: Clock,
    private readonly queries: TaskQueries,
    private readonly categories: IncidentCategories,
    private readonly photos: PhotoService,
    private readonly links: PhotoLinks,
    private readonly gate: ContentGate,
  ) {}

  /** The tasks of the organisations this person acts in. */
  async list(actor: SignedInActor, { state, limit, cursor }: TasksQueryDto): Promise<TasksDto> {
    const now = this.clock.now();
    const { organisationIds } = scopeOf(actor, 'task.list');
    const [{ rows, nextCursor }, counts] = await Promise.all([
      this.queries.ofOrganisations(organisationIds, state ?? 'open', {
        limit: limit ?? DEFAULT_LIMIT,
        cursor,
      }),
      this.queries.counts(organisationIds, now),
    ]);
    const [categories, covers, flagged] = await Promise.all([
      this.categories.byCode(),
      this.coversOf(rows),
      this.gate.flagged(rows.map(({ incidentId }) => incidentId)),
    ]);
    const items = rows.map((row) =>
      taskCardOf(flagged.has(row.incidentId) ? wordless(row) : row, {
        category: categories.get(row.categoryCode) ?? LOST_CATEGORY,
        coverUrl: covers.get(row.incidentId) ?? null,
        now,
      }),
    );
    return { items, nextCursor, counts, serverNow: now.toISOString() };
  }

  async detail(actor: SignedInActor, id: string): Promise<TaskDetailDto> {
    const row = isUuidV7(id) ? await this.queries.byId(id) : null;
    const sight = row === null ? 'none' : taskSightOf(actor, row);
    if (row === null || sight === 'none') throw taskNotFound();
    const [flagged, categories, timeline, all, reported, done] = await Promise.all([
      this.gate.flagged([row.incidentId]),
      this.categories.byCode(),
      this.queries.timelineOf(id),
      this.queries.ofIncident(row.incidentId),
      this.photos.ofSubjects('incident', [row.incidentId]),
      this.photos.ofSubjects('task', [id]),
    ]);
    // How staff or others ended the incident is not part of what was asked of this organisation.
    const photos = [
      ...reported.filter(({ stage }) => stage === 'report').map((photo) => this.photoOf('report', photo)),
      ...done.map((photo) => this.photoOf('task', photo)),
    ];
    const shown = sight !== 'staff' && flagged.has(row.incidentId) ? wordless(row) : row;
    return taskDetailOf(actor, sight, shown, {
      category: categories.get(row.categoryCode) ?? LOST_CATEGORY,
      coverUrl: photos[0]?.thumbUrl ?? null,
      photos,
      timeline,
      all,
      now: this.clock.now(),
    });
  }

  private photoOf(stage: TaskPhotoDto['stage'], { id, width, height }: ClaimedPhoto): TaskPhotoDto {
    return { id, stage, width, height, ...this.links.urls(id) };
  }

  /** By incident, the first photo of its report. */
  private async coversOf(rows: TaskRow[]): Promise<Map<string, string>> {
    const ids = [...new Set(rows.map(({ incidentId }) => incidentId))];
    const covers = await this.photos.coversOf('incident', ids);
    return new Map(
      covers
        .filter(({ stage }) => stage === 'report')
        .map(({ id, subjectId }) => [subjectId, this.links.urls(id).thumbUrl]),
    );
  }
}

/** Without the reporter's words: a check found in them what may say who wrote them, and no person has let them through. */
function wordless(row: TaskRow): TaskRow {
  return { ...row, description: '', voiceWords: null, placeNote: null };
}
