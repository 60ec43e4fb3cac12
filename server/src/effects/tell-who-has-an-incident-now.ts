import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Effect, type RecordedEvent } from '../platform/events/effect.js';
import { nameOf, Teller } from './telling.js';

/** An incident changed hands by itself: whoever has it now hears it, or those in whose queue it waits, and whoever had it. */
@Injectable()
export class TellWhoHasAnIncidentNow extends Effect {
  readonly name = 'tell-who-has-an-incident-now';
  readonly on = ['incident.requeue', 'incident.hand_over'];

  constructor(private readonly teller: Teller) {
    super();
  }

  async run(tx: EntityManager, event: RecordedEvent): Promise<void> {
    const incident = await this.teller.incidents.of(tx, event.subjectId);
    if (incident === null) return;
    const action = await this.teller.incidents.action(tx, String(event.data?.actionId));
    const { fromPersonId = null, toPersonId = null, reason } = action?.data ?? {};
    const kind = 'incident_handed_over';
    if (toPersonId !== null && toPersonId !== fromPersonId)
      await this.teller.tell(tx, event, incident, [toPersonId], {
        kind,
        title: '一件事交到您手上',
        body: `${nameOf(incident)}，请您接着办。`,
      });
    // Somebody may have taken it since, and then nobody need be called any more.
    else if (toPersonId === null && incident.state === 'reported')
      await this.teller.tell(tx, event, incident, await this.teller.workersFor(incident, event.at), {
        kind,
        title: '一件事等人来接',
        body:
          reason === 'grid_redrawn'
            ? `${nameOf(incident)}，网格重新划分后归到这里，请受理。`
            : `${nameOf(incident)}，原来办的人不在这里了，请受理。`,
      });
    if (fromPersonId === toPersonId) return;
    await this.teller.tell(tx, event, incident, [fromPersonId], {
      kind,
      title: '一件事不用您办了',
      body:
        toPersonId === null
          ? `${nameOf(incident)}，${reason === 'grid_redrawn' ? '网格重新划分，' : ''}已经放回待办，等人来接。`
          : `${nameOf(incident)}，已经交给别人，您不用再管。`,
    });
  }
}
