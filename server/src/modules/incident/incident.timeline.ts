import {
  everyoneMay,
  INCIDENT_SYSTEM_ACTIONS,
  type IncidentSystemAction,
  type IncidentTimelineAction,
  type Permission,
  type Role,
  roleMay,
} from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type SignedInActor, scopeCovers, scopeOf } from '../../platform/auth/actor.js';
import { insertRow, send } from '../../platform/database/statements.js';
import { Outbox } from '../../platform/events/outbox.js';
import { ContentGate, type NewContent } from '../content/index.js';
import type { Incident } from './incident.entity.js';
import { owedByAction } from './incident.owed.js';
import { isForOthers } from './incident.timeline-view.js';
import { type IncidentActionData, IncidentActionRow } from './incident-action.entity.js';

/** Under this name the timeline keeps what happened by itself. */
const SYSTEM_NAME = '系统';

export interface NewAction {
  id: string;
  incident: Incident;
  /** Null: it happened by itself. */
  actor: SignedInActor | null;
  /** Whose permission says in what role they act; the action's own when absent. */
  permission?: Permission;
  action: IncidentTimelineAction;
  at: Date;
  note: string | null;
  photoIds: string[];
  data: IncidentActionData;
  requestHash: string;
}

/** The append-only record of one incident. */
@Injectable()
export class IncidentTimeline {
  constructor(
    private readonly outbox: Outbox,
    private readonly gate: ContentGate,
  ) {}

  /**
   * Adds one entry at the end, and the event `incident.<action>` that it owes; the caller holds the incident's lock or
   * has just made it.
   */
  async append(tx: EntityManager, entry: NewAction): Promise<void> {
    const { incident } = entry;
    const [last] = await send<{ seq: number | null }>(
      tx,
      'select max(seq) as seq from incident_action where incident_id = ?',
      [incident.id],
    );
    await insertRow(tx, IncidentActionRow, timelineRow(entry, (last?.seq ?? 0) + 1));
    await this.holdBack(tx, entry);
    await this.outbox.append(tx, owedByAction(entry));
  }

  /** Whatever neighbours could read or look at waits behind the gate; the incident's row knows how much of it. */
  private async holdBack(tx: EntityManager, entry: NewAction): Promise<void> {
    const content = contentOf(entry);
    if (content !== null) entry.incident.hiddenPieceCount += await this.gate.hold(tx, content);
  }

  find(tx: EntityManager, id: string): Promise<IncidentActionRow | null> {
    return tx.getRepository(IncidentActionRow).findOneBy({ id });
  }
}

/** An entry as it is kept, as the `seq`th of its incident. */
export function timelineRow(entry: NewAction, seq: number): IncidentActionRow {
  const { id, incident, actor, action, at, note, photoIds, data, requestHash } = entry;
  return {
    id,
    incidentId: incident.id,
    seq,
    action,
    at,
    note,
    photoIds,
    data,
    requestHash,
    actorPersonId: actor?.personId ?? null,
    actorName: actor?.name ?? SYSTEM_NAME,
    actorRole: actor === null ? null : roleFor(actor, entry.permission ?? permissionOf(action), incident),
  };
}

/** What of an entry neighbours could read or look at; null when nobody wrote it. */
export function contentOf(entry: NewAction): NewContent | null {
  const { id, incident, actor, action, at, photoIds } = entry;
  if (actor === null) return null;
  const words = action === 'report' ? reportWords(incident) : entry.note;
  const shown = words !== null && words !== '' && isForOthers(action);
  return {
    subject: { type: 'incident', id: incident.id },
    authorId: actor.personId,
    // A caller's words, and those of a recording, are a resident's, whoever typed them in.
    byStaff:
      action !== 'report' &&
      action !== 'transcribe' &&
      !everyoneMay(entry.permission ?? permissionOf(action)),
    at,
    text: shown ? { id, words } : null,
    photoIds,
  };
}

const reportWords = ({ description, placeNote }: Incident) =>
  [description, placeNote].filter(Boolean).join('\n');

function permissionOf(action: IncidentTimelineAction): Permission {
  if (isSystemAction(action)) throw new Error(`${action} happens by itself`);
  return `incident.${action}`;
}

function isSystemAction(action: IncidentTimelineAction): action is IncidentSystemAction {
  return (INCIDENT_SYSTEM_ACTIONS as readonly string[]).includes(action);
}

/** The role in which this person acts here; who reports, confirms or disputes does so as a resident. */
function roleFor(actor: SignedInActor, permission: Permission, incident: Incident): Role {
  if (roleMay('resident', permission)) return 'resident';
  const acting = actor.appointments.find((appointment) =>
    scopeCovers(scopeOf({ ...actor, appointments: [appointment] }, permission), incident),
  );
  return acting?.role ?? 'resident';
}
