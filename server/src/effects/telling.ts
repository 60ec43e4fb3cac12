import { type MessageKind, type Role, roleMay } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AppointmentsService } from '../modules/identity/index.js';
import { type IncidentFact, IncidentFacts } from '../modules/incident/index.js';
import { Messages, type NewMessage, StaffGroups } from '../modules/message/index.js';
import { scopeCovers, scopeOf } from '../platform/auth/actor.js';
import type { RecordedEvent } from '../platform/events/effect.js';

const TITLE_CHARS = 60;
const BODY_CHARS = 500;
const COMMUNITY_ROLES = ['community_worker', 'community_secretary'] as const satisfies Role[];

/** What somebody is told: the kind decides how it may ring, the words are ready to be read. */
export interface Telling {
  kind: MessageKind;
  title: string;
  body: string;
  link?: NewMessage['link'];
}

/** What every effect that tells people has in common: whom to find, and never to tell the one who did it. */
@Injectable()
export class Teller {
  constructor(
    readonly incidents: IncidentFacts,
    private readonly appointments: AppointmentsService,
    private readonly messages: Messages,
    private readonly groups: StaffGroups,
  ) {}

  /** One event tells a person once, whatever they are to the incident: the first that speaks is heard. */
  async tell(
    tx: EntityManager,
    event: RecordedEvent,
    incident: IncidentFact,
    personIds: readonly (string | null)[],
    { kind, title, body, link }: Telling,
  ): Promise<void> {
    const actorId = event.data?.actorId;
    const told = personIds.filter((id): id is string => id !== null && id !== actorId);
    await this.messages.send(tx, {
      personIds: told,
      kind,
      title: title.slice(0, TITLE_CHARS),
      body: body.slice(0, BODY_CHARS),
      link: link ?? { type: 'incident', id: incident.id },
      communityId: incident.communityId,
      cause: event.id,
      at: event.at,
    });
  }

  async tellGroup(
    tx: EntityManager,
    event: RecordedEvent,
    incident: IncidentFact,
    text: string,
  ): Promise<void> {
    await this.groups.post(tx, { communityId: incident.communityId, text, cause: event.id, at: event.at });
  }

  /** Those in whose grid or estate it lies; where there is nobody, the community's workers. */
  async workersFor(incident: IncidentFact, at: Date): Promise<string[]> {
    const { gridId, estateId } = incident;
    const found = await Promise.all([
      gridId === null ? [] : this.appointments.holders({ role: 'grid_worker', gridId }, at),
      estateId === null ? [] : this.appointments.holders({ role: 'community_worker', estateId }, at),
    ]);
    const workers = found.flat();
    return workers.length > 0 ? workers : this.communityWorkers(incident, at);
  }

  communityWorkers({ communityId }: IncidentFact, at: Date): Promise<string[]> {
    return this.appointments.holders({ role: 'community_worker', communityId }, at);
  }

  /** Who has it in hand; while nobody has, or whoever had it has been moved elsewhere, whoever should. */
  async handlerOf(incident: IncidentFact, at: Date): Promise<string[]> {
    const { handlerId } = incident;
    const still = handlerId !== null && (await this.worksHere(handlerId, incident, at));
    return still ? [handlerId] : this.workersFor(incident, at);
  }

  /** Whether this person's appointments in force still reach the incident. */
  async worksHere(personId: string, incident: IncidentFact, at: Date): Promise<boolean> {
    const appointments = await this.appointments.inForce(personId, at);
    return scopeCovers(scopeOf({ personId, name: null, appointments }, 'incident.workbench'), incident);
  }

  async holdApprovers({ communityId }: IncidentFact, at: Date): Promise<string[]> {
    const roles = COMMUNITY_ROLES.filter((role) => roleMay(role, 'incident.approve_hold'));
    const found = await Promise.all(
      roles.map((role) => this.appointments.holders({ role, communityId }, at)),
    );
    return found.flat();
  }

  /** To whom an escalation goes; the secretary's step does not fall back to anybody else's. */
  holdersOf(role: Role, { communityId, subdistrictId }: IncidentFact, at: Date): Promise<string[]> {
    return role === 'subdistrict_officer'
      ? this.appointments.holders({ role, subdistrictId }, at)
      : this.appointments.holders({ role, communityId }, at);
  }

  async peopleOf(organisationId: string, at: Date): Promise<string[]> {
    const roles = ['co_helper', 'department_officer'] as const;
    const found = await Promise.all(
      roles.map((role) => this.appointments.holders({ role, organisationId }, at)),
    );
    return found.flat();
  }
}

/** How an incident is named to anybody: what and where, with the number people quote; never by whom. */
export function nameOf({ categoryLabel, placeLabel, number }: IncidentFact): string {
  return `${placeLabel}的${categoryLabel}（${number}）`;
}

const OFFSET_MS = 8 * 3_600_000;

/** `11 月 22 日 15:21`, in Asia/Shanghai. */
export function momentOf(moment: Date): string {
  const then = new Date(moment.getTime() + OFFSET_MS);
  return `${then.getUTCMonth() + 1} 月 ${then.getUTCDate()} 日 ${then.toISOString().slice(11, 16)}`;
}
