import { type IncidentTimelineAction, type Permission, type Role, roleMay } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type SignedInActor, scopeCovers, scopeOf } from '../../platform/auth/actor.js';
import { Outbox } from '../../platform/events/outbox.js';
import type { Incident } from './incident.entity.js';
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
  constructor(private readonly outbox: Outbox) {}

  /**
   * Adds one entry at the end, and the event `incident.<action>` that it owes; the caller holds the incident's lock or
   * has just made it.
   */
  async append(tx: EntityManager, entry: NewAction): Promise<void> {
    const { id, incident, actor, action, at, note, photoIds, data, requestHash } = entry;
    const timeline = tx.getRepository(IncidentActionRow);
    const entries = await timeline.countBy({ incidentId: incident.id });
    await timeline.insert({
      id,
      incidentId: incident.id,
      seq: entries + 1,
      action,
      actorPersonId: actor?.personId ?? null,
      actorName: actor?.name ?? SYSTEM_NAME,
      actorRole: actor === null ? null : roleFor(actor, entry.permission ?? permissionOf(action), incident),
      at,
      note,
      photoIds,
      data,
      requestHash,
    });
    await this.outbox.append(tx, {
      type: `incident.${action}`,
      subjectType: 'incident',
      subjectId: incident.id,
      communityId: incident.communityId,
      at,
      data: { actionId: id, actorId: actor?.personId ?? null, gridId: incident.gridId },
    });
  }

  find(tx: EntityManager, id: string): Promise<IncidentActionRow | null> {
    return tx.getRepository(IncidentActionRow).findOneBy({ id });
  }
}

function permissionOf(action: IncidentTimelineAction): Permission {
  if (action === 'absorb' || action === 'escalate' || action === 'lapse_hold' || action === 'close_silently')
    throw new Error(`${action} happens by itself`);
  return `incident.${action}`;
}

/** The role in which this person acts here; who reports, confirms or disputes does so as a resident. */
function roleFor(actor: SignedInActor, permission: Permission, incident: Incident): Role {
  if (roleMay('resident', permission)) return 'resident';
  const acting = actor.appointments.find((appointment) =>
    scopeCovers(scopeOf({ ...actor, appointments: [appointment] }, permission), incident),
  );
  return acting?.role ?? 'resident';
}
