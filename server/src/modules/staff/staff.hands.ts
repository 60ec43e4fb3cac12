import type { RequeueReason } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Scope, scopeOf } from '../../platform/auth/actor.js';
import { type AppointmentInForce, AppointmentsService } from '../identity/index.js';
import { IncidentRequeue } from '../incident/index.js';

const NOTHING: Scope = { communityIds: [], gridIds: [], estateIds: [], buildingIds: [], organisationIds: [] };

/** What somebody has in hand, and where it goes when they no longer reach it. */
@Injectable()
export class StaffHands {
  constructor(
    private readonly appointments: AppointmentsService,
    private readonly incidents: IncidentRequeue,
  ) {}

  /** Where these appointments let somebody work on incidents. */
  reachOf(personId: string, appointments: AppointmentInForce[]): Scope {
    return scopeOf({ personId, name: null, appointments }, 'incident.workbench');
  }

  /** What would be in nobody's reach any more if this person did not hold that appointment; all of it when none is named. */
  async wouldBeLeft(
    tx: EntityManager,
    personId: string,
    withoutId: string | null,
    now: Date,
  ): Promise<string[]> {
    if (withoutId === null) return this.incidents.inHandBeyond(tx, personId, NOTHING);
    const held = (await this.appointments.inForce(personId, now)).filter(({ id }) => id !== withoutId);
    return this.incidents.inHandBeyond(tx, personId, this.reachOf(personId, held));
  }

  /** Which of these somebody else could go on with. */
  async within(tx: EntityManager, ids: string[], personId: string, now: Date): Promise<string[]> {
    const reach = this.reachOf(personId, await this.appointments.inForce(personId, now));
    return this.incidents.reachable(tx, ids, reach);
  }

  /** Gives each to the heir where they reach it, otherwise back to its queue. */
  async pass(
    tx: EntityManager,
    ids: string[],
    heirId: string | null,
    reason: RequeueReason,
    now: Date,
  ): Promise<void> {
    const inherited = heirId === null ? [] : await this.within(tx, ids, heirId, now);
    for (const id of ids) {
      const toPersonId = heirId !== null && inherited.includes(id) ? heirId : undefined;
      await this.incidents.requeue(tx, id, { reason, ...(toPersonId === undefined ? {} : { toPersonId }) });
    }
  }
}
