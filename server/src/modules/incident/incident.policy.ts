import {
  INCIDENT_ACTIONS,
  type IncidentAction,
  type IncidentVisibility,
  OPEN_INCIDENT_STATES,
  type Permission,
} from '@linli/shared';
import type { AuditEntry } from '../../platform/audit/audit-trail.js';
import { type Actor, type ScopedThing, scopeCovers, scopeOf } from '../../platform/auth/actor.js';
import type { Incident } from './incident.entity.js';
import { type LivingIncident, mayHappen, type Standing } from './incident.lifecycle.js';

/** What decides who may do and see what; an incident's row has all of it. */
export interface GovernedIncident extends LivingIncident {
  communityId: string;
  gridId: string | null;
  estateId: string | null;
  buildingId: string | null;
  reporterId: string;
  handlerId: string | null;
  resolverId: string | null;
  holdRequestedBy: string | null;
}

/** What a reader gets: everything, what the neighbours may know, or nothing at all. */
export type Sight = 'full' | 'public' | 'none';

/** Holding any of these where the incident happened makes one staff to it. */
const STAFF_PERMISSIONS = ['incident.workbench', 'incident.queue'] as const satisfies Permission[];

export function isStaffTo(actor: Actor, incident: ScopedThing): boolean {
  return STAFF_PERMISSIONS.some((permission) => scopeCovers(scopeOf(actor, permission), incident));
}

export function isReporterOf(actor: Actor, incident: Pick<GovernedIncident, 'reporterId'>): boolean {
  return actor.personId !== null && actor.personId === incident.reporterId;
}

/** Staff read who reported, and hear their voice where there is one; that much of a reading is kept. */
export function readingOfReporter(
  actor: Actor,
  incident: ScopedThing & Pick<Incident, 'id' | 'number' | 'communityId' | 'reporterId' | 'voiceId'>,
): AuditEntry | null {
  const { personId, name } = actor;
  if (personId === null || name === null || isReporterOf(actor, incident) || !isStaffTo(actor, incident))
    return null;
  return {
    action: 'incident.read_reporter',
    actor: { personId, name },
    subject: { type: 'incident', id: incident.id, label: incident.number },
    aboutPersonId: incident.reporterId,
    communityId: incident.communityId,
    details: { voice: incident.voiceId !== null },
  };
}

/** How much of an incident this person may see; its category says what the neighbours may know. */
export function sightOf(actor: Actor, incident: GovernedIncident, visibility: IncidentVisibility): Sight {
  if (isReporterOf(actor, incident) || isStaffTo(actor, incident)) return 'full';
  if (visibility === 'public') return 'public';
  return visibility === 'neighbours' && actor.personId !== null ? 'public' : 'none';
}

/** The words and pictures of a report reach the neighbours only after staff let them through. */
export function mayReadText(sight: Sight, incident: Pick<GovernedIncident, 'published'>): boolean {
  return sight === 'full' || (sight === 'public' && incident.published);
}

export function standingOf(actor: Actor, incident: GovernedIncident, action: IncidentAction): Standing {
  const is = (personId: string | null) => actor.personId !== null && actor.personId === personId;
  return {
    staff: scopeCovers(scopeOf(actor, `incident.${action}`), incident),
    reporter: isReporterOf(actor, incident),
    handler: is(incident.handlerId),
    resolver: is(incident.resolverId),
    holdRequester: is(incident.holdRequestedBy),
  };
}

/** Following is for what still goes on, if only to be confirmed; there is nothing more to hear of the rest. */
export function canBeFollowed({ state }: Pick<GovernedIncident, 'state'>): boolean {
  return state === 'resolved' || (OPEN_INCIDENT_STATES as readonly string[]).includes(state);
}

/** Everybody who may see it but the reporter, who hears of every step anyway. Signing in can come after. */
export function mayFollow(actor: Actor, incident: Pick<GovernedIncident, 'state' | 'reporterId'>): boolean {
  return !isReporterOf(actor, incident) && canBeFollowed(incident);
}

/** The buttons this person gets. */
export function allowedActions(actor: Actor, incident: GovernedIncident): IncidentAction[] {
  return INCIDENT_ACTIONS.filter((action) => may(actor, incident, action));
}

function may(actor: Actor, incident: GovernedIncident, action: IncidentAction): boolean {
  return mayHappen(incident, action, standingOf(actor, incident, action));
}

/** What may be done at any time presses nobody. */
const NEVER_PRESSING: readonly IncidentAction[] = [
  'publish',
  'locate',
  'transcribe',
  'merge',
  'reject',
  'check_back',
  'request_hold',
];
const PRESSING = INCIDENT_ACTIONS.filter((action) => !NEVER_PRESSING.includes(action));

/** Whether the next move is this person's: to confirm what they reported, to decide on a hold, or to go on with what they accepted. */
export function awaits(actor: Actor, incident: GovernedIncident): boolean {
  if (may(actor, incident, 'confirm') || may(actor, incident, 'approve_hold')) return true;
  const theirs = incident.state !== 'held' && actor.personId === incident.handlerId;
  return theirs && PRESSING.some((action) => may(actor, incident, action));
}
