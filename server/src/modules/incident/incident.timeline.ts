import { type IncidentTimelineAction, type Permission, type Role, roleMay } from '@linli/shared';
import type { EntityManager } from 'typeorm';
import { type SignedInActor, scopeCovers, scopeOf } from '../../platform/auth/actor.js';
import type { Incident } from './incident.entity.js';
import { type IncidentActionData, IncidentActionRow } from './incident-action.entity.js';

export interface NewAction {
  id: string;
  incident: Incident;
  actor: SignedInActor;
  action: IncidentTimelineAction;
  at: Date;
  note: string | null;
  photoIds: string[];
  data: IncidentActionData;
  requestHash: string;
}

/** Adds one entry at the end of the timeline; the caller holds the incident's lock or has just made it. */
export async function appendAction(tx: EntityManager, entry: NewAction): Promise<void> {
  const { id, incident, actor, action, at, note, photoIds, data, requestHash } = entry;
  const timeline = tx.getRepository(IncidentActionRow);
  const entries = await timeline.countBy({ incidentId: incident.id });
  await timeline.insert({
    id,
    incidentId: incident.id,
    seq: entries + 1,
    action,
    actorPersonId: actor.personId,
    actorName: actor.name,
    actorRole: roleFor(actor, `incident.${action}`, incident),
    at,
    note,
    photoIds,
    data,
    requestHash,
  });
}

export function findAction(tx: EntityManager, id: string): Promise<IncidentActionRow | null> {
  return tx.getRepository(IncidentActionRow).findOneBy({ id });
}

/** The role in which this person acts here; who reports or confirms does so as a resident. */
function roleFor(actor: SignedInActor, permission: Permission, incident: Incident): Role {
  if (roleMay('resident', permission)) return 'resident';
  const acting = actor.appointments.find((appointment) =>
    scopeCovers(scopeOf({ ...actor, appointments: [appointment] }, permission), incident),
  );
  return acting?.role ?? 'resident';
}
