import type {
  CheckBackOutcome,
  EscalationRole,
  IncidentDifficulty,
  IncidentRoute,
  IncidentTimelineAction,
  RequeueReason,
  Role,
} from '@linli/shared';
import { Column, Entity, Index } from 'typeorm';
import { idColumn } from '../../platform/database/columns.js';
import { TimelineEntry } from '../../platform/database/timeline-entry.js';

/** What an action brought besides a note and photos. */
export interface IncidentActionData {
  difficulty?: IncidentDifficulty;
  route?: IncidentRoute;
  rating?: number;
  outcome?: CheckBackOutcome;
  /** Of a plan: by when it will be done, ISO 8601 UTC. */
  dueAt?: string;
  /** Of a merge, the one it went into; of an absorption, the one that came in. */
  otherIncidentId?: string;
  /** Of a report that was typed in for a caller: who reports. */
  reporterId?: string;
  reporterName?: string;
  /** Of an escalation: how far up, to whom, and which clock ran out. */
  step?: number;
  toRole?: EscalationRole;
  /** Whom it tells, when several steps were taken at one moment: the highest all of them, the others nobody. */
  tells?: EscalationRole[];
  clockKind?: string;
  clockRound?: number;
  /** Of a return to the queue or a hand-over: why, from whom to whom, and between which grids. */
  reason?: RequeueReason;
  fromPersonId?: string;
  toPersonId?: string;
  /** Of a place that was found later: what it is called. */
  placeLabel?: string;
  fromGridId?: string | null;
  toGridId?: string | null;
}

/** One entry of an incident's timeline. Only ever added to. Names and roles are as of then. */
@Entity('incident_action')
@Index('incident_action_order', ['incidentId', 'seq'], { unique: true })
export class IncidentActionRow extends TimelineEntry<IncidentTimelineAction> {
  @Column({ ...idColumn, name: 'incident_id' })
  incidentId: string;

  @Column({
    type: 'varchar',
    length: 32,
    charset: 'ascii',
    collation: 'ascii_bin',
    name: 'actor_role',
    nullable: true,
  })
  actorRole: Role | null;

  @Column({ type: 'varchar', length: 500, nullable: true })
  note: string | null;

  @Column({ type: 'simple-json', name: 'photo_ids' })
  photoIds: string[];

  @Column({ type: 'simple-json' })
  data: IncidentActionData;
}
