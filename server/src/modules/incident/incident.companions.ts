import type { IncidentState } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { type ClockRow, type ClockSubject, isBreached } from '../clock/index.js';
import { type ClaimedPhoto, PhotoService } from '../photo/index.js';
import type { TimelineRow } from './incident.timeline-view.js';

export type IncidentPhotoStage = 'report' | 'resolve';
export type IncidentPhotoRow = ClaimedPhoto & { stage: IncidentPhotoStage };

export interface Mergers {
  into: { id: string; number: string; state: IncidentState; categoryCode: string } | null;
  mergedCount: number;
}

/** A clock as it is shown; the row learns of a breach at the next action or sweep, who looks now learns it now. */
export type ShownClock = Pick<
  ClockRow,
  | 'kind'
  | 'round'
  | 'startedAt'
  | 'dueAt'
  | 'stoppedAt'
  | 'pausedAt'
  | 'undecidedSince'
  | 'limitMinutes'
  | 'breached'
>;

export interface ClocksBeside {
  ours: ShownClock[];
  /** Null for what did not come from the city hotline. */
  outside: ShownClock | null;
}

/** What lies beside incidents' rows, read for a whole page at once. */
@Injectable()
export class IncidentCompanions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly photos: PhotoService,
  ) {}

  /** Those that run against us in the order in which they began, and the date that the city hotline set: an order goes by its incident's id. */
  async clocksOf(incidentIds: string[]): Promise<Map<string, ClocksBeside>> {
    const rows = await this.database.query<
      Omit<ShownClock, 'breached'> & { breached: number; subjectId: string; subjectType: ClockSubject }
    >(
      `select subject_type as subjectType, subject_id as subjectId, kind, round, started_at as startedAt, due_at as dueAt,
         stopped_at as stoppedAt, paused_at as pausedAt, undecided_since as undecidedSince, limit_minutes as limitMinutes, breached
       from clock where subject_type in ('incident', 'hotline_order') and subject_id in (?)
       order by subject_id, round, started_at, kind`,
      [incidentIds],
    );
    const now = this.clock.now();
    const clocks = new Map<string, ClocksBeside>();
    for (const row of rows) {
      const { kind, round, startedAt, dueAt, stoppedAt, pausedAt, undecidedSince, limitMinutes } = row;
      const breached = row.breached === 1 || isBreached(row, now);
      const times = { startedAt, dueAt, stoppedAt, pausedAt, undecidedSince };
      const shown = { kind, round, limitMinutes, breached, ...times };
      const beside = clocks.get(row.subjectId) ?? { ours: [], outside: null };
      if (row.subjectType === 'incident') beside.ours.push(shown);
      else beside.outside ??= shown;
      clocks.set(row.subjectId, beside);
    }
    return clocks;
  }

  /** Those of the report first. */
  async photosOf(incidentIds: string[]): Promise<Map<string, IncidentPhotoRow[]>> {
    const rows = (await this.photos.ofSubjects('incident', incidentIds)) as IncidentPhotoRow[];
    return grouped(rows, (row) => row.subjectId);
  }

  /** The picture on each card. */
  async coversOf(incidentIds: string[]): Promise<Map<string, IncidentPhotoRow[]>> {
    const rows = (await this.photos.coversOf('incident', incidentIds)) as IncidentPhotoRow[];
    return grouped(rows, (row) => row.subjectId);
  }

  /** The incident this one went into, and how many went into this one. */
  async mergersOf({ id, mergedIntoId }: { id: string; mergedIntoId: string | null }): Promise<Mergers> {
    const [row] = await this.database.query<{ mergedCount: number }>(
      'select count(*) as mergedCount from incident where merged_into_id = ?',
      [id],
    );
    const [into] =
      mergedIntoId === null
        ? []
        : await this.database.query<NonNullable<Mergers['into']>>(
            'select id, number, state, category_code as categoryCode from incident where id = ?',
            [mergedIntoId],
          );
    return { into: into ?? null, mergedCount: Number(row?.mergedCount ?? 0) };
  }

  async timelineOf(incidentId: string): Promise<TimelineRow[]> {
    const rows = await this.database.query<
      Omit<TimelineRow, 'photoIds' | 'data'> & { photoIds: string; data: string }
    >(
      `select id, action, actor_person_id as actorPersonId, actor_name as actorName, actor_role as actorRole, at, note,
         photo_ids as photoIds, data
       from incident_action where incident_id = ? order by seq`,
      [incidentId],
    );
    return rows.map((row) => ({
      ...row,
      photoIds: JSON.parse(row.photoIds) as TimelineRow['photoIds'],
      data: JSON.parse(row.data) as TimelineRow['data'],
    }));
  }
}

function grouped<T>(rows: T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}
