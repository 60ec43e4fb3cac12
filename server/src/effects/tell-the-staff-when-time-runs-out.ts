import { CLOCK_KIND_LABELS, CLOCK_KINDS, OPEN_INCIDENT_STATES, ROLE_LABELS } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Effect, type RecordedEvent } from '../platform/events/effect.js';
import { momentOf, nameOf, Teller } from './telling.js';

/** Before the time is up whoever has it in hand is reminded; afterwards the next step up hears of it, and so does the group; once, where several steps came due together. */
@Injectable()
export class TellTheStaffWhenTimeRunsOut extends Effect {
  readonly name = 'tell-the-staff-when-time-runs-out';
  readonly on = ['incident.due_soon', 'incident.escalate'];

  constructor(private readonly teller: Teller) {
    super();
  }

  async run(tx: EntityManager, event: RecordedEvent): Promise<void> {
    const incident = await this.teller.incidents.of(tx, event.subjectId);
    // What was done meanwhile needs no reminding.
    if (incident === null || !(OPEN_INCIDENT_STATES as readonly string[]).includes(incident.state)) return;
    const name = nameOf(incident);
    if (event.type === 'incident.due_soon') {
      const dueAt = event.data?.dueAt;
      const until = typeof dueAt === 'string' ? `${momentOf(new Date(dueAt))} 到时间` : '快到时间了';
      await this.teller.tell(tx, event, incident, await this.teller.handlerOf(incident, event.at), {
        kind: 'incident_due_soon',
        title: '快到时间了',
        body: `${name}，${until}。`,
      });
      return;
    }
    const action = await this.teller.incidents.action(tx, String(event.data?.actionId));
    if (action?.data.toRole === undefined) return;
    const { toRole, tells = [toRole], clockKind } = action.data;
    if (tells.length === 0) return;
    const limit = CLOCK_KINDS.find((kind) => kind === clockKind);
    const title = `${limit ? CLOCK_KIND_LABELS[limit] : ''}超时，报给${ROLE_LABELS[toRole]}`;
    const holders = await Promise.all(tells.map((role) => this.teller.holdersOf(role, incident, event.at)));
    await this.teller.tell(tx, event, incident, holders.flat(), {
      ...{ kind: 'incident_escalated', title },
      body: `${name}，已经超时，请您过问。`,
    });
    await this.teller.tellGroup(tx, event, incident, `${title}：${name}。`);
  }
}
