import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Effect, type RecordedEvent } from '../platform/events/effect.js';
import { nameOf, Teller } from './telling.js';

/**
 * The five minutes run: the grid's workers find it in their inbox, and the community's group hears it. The workers of the
 * grid in which a place was found later hear it then.
 */
@Injectable()
export class TellTheStaffWhenAnIncidentIsReported extends Effect {
  readonly name = 'tell-the-staff-when-an-incident-is-reported';
  readonly on = ['incident.report', 'incident.locate'];

  constructor(private readonly teller: Teller) {
    super();
  }

  async run(tx: EntityManager, event: RecordedEvent): Promise<void> {
    const incident = await this.teller.incidents.of(tx, event.subjectId);
    // Somebody has it by now, so nobody need be called any more.
    if (incident === null || incident.state !== 'reported') return;
    const found = event.type === 'incident.locate';
    if (found && incident.gridId === null) return;
    await this.teller.tell(tx, event, incident, await this.teller.workersFor(incident, event.at), {
      kind: 'incident_reported',
      title: `有人上报：${incident.categoryLabel}`,
      body: `${nameOf(incident)}，${found ? '刚补上地点，' : ''}请尽快受理。`,
    });
    if (found) return;
    await this.teller.tellGroup(tx, event, incident, `有人上报：${nameOf(incident)}，请尽快受理。`);
  }
}
