import type { IncidentState } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { type ClaimedPhoto, PhotoService } from '../photo/index.js';
import type { ClockState } from './incident.clock.js';
import type { TimelineRow } from './incident.timeline-view.js';

export type IncidentPhotoStage = 'report' | 'resolve';
export type IncidentPhotoRow = ClaimedPhoto & { stage: IncidentPhotoStage };

export interface Mergers {
  into: { id: string; number: string; state: IncidentState; categoryCode: string } | null;
  mergedCount: number;
}

/** What lies beside incidents' rows, read for a whole page at once. */
@Injectable()
export class IncidentCompanions {
  constructor(
    private readonly database: Database,
    private readonly photos: PhotoService,
  ) {}

  /** Response before solve. */
  async clocksOf(incidentIds: string[]): Promise<Map<string, ClockState[]>> {
    const rows = await this.database.query<ClockState & { subjectId: string }>(
      `select subject_id as subjectId, kind, started_at as startedAt, due_at as dueAt, stopped_at as stoppedAt
       from clock where subject_type = 'incident' and subject_id in (?) order by subject_id, kind`,
      [incidentIds],
    );
    return grouped(rows, (row) => row.subjectId);
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
