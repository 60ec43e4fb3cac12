import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Effect, type RecordedEvent } from '../platform/events/effect.js';
import { nameOf, Teller, type Telling } from './telling.js';

/** Confirmed, closed by time, disputed, or found not to be done: the handler hears it, and of a dispute the others too. */
@Injectable()
export class TellTheHandlerWhatBecameOfTheirWork extends Effect {
  readonly name = 'tell-the-handler-what-became-of-their-work';
  readonly on = ['incident.confirm', 'incident.close_silently', 'incident.dispute', 'incident.check_back'];

  constructor(private readonly teller: Teller) {
    super();
  }

  async run(tx: EntityManager, event: RecordedEvent): Promise<void> {
    const incident = await this.teller.incidents.of(tx, event.subjectId);
    if (incident === null) return;
    const action = await this.teller.incidents.action(tx, String(event.data?.actionId));
    const name = nameOf(incident);
    const tellHandler = async (telling: Telling) =>
      this.teller.tell(tx, event, incident, await this.teller.handlerOf(incident, event.at), telling);

    switch (event.type) {
      case 'incident.confirm': {
        const stars = action?.data.rating === undefined ? '' : `，打了 ${action.data.rating} 分`;
        return tellHandler({
          kind: 'incident_confirmed',
          title: '居民确认办好了',
          body: `${name}，居民确认办好了${stars}。`,
        });
      }
      case 'incident.close_silently':
        return tellHandler({
          kind: 'incident_confirmed',
          title: '按时办结了',
          body: `${name}，居民一直没有回复，已经办结。`,
        });
      case 'incident.check_back':
        // What was closed before stays closed, so that there is nothing to look at again.
        if (action?.data.outcome !== 'unsatisfied' || incident.state !== 'handling') return;
        return tellHandler({
          kind: 'incident_disputed',
          title: '回访：居民说还没好',
          body: `${name}，回访时居民说还没好，请再去看一看。`,
        });
      case 'incident.dispute': {
        const telling: Telling = {
          kind: 'incident_disputed',
          title: '居民说还没好',
          body: `${name}，居民说还没好，请再去看一看。`,
        };
        await tellHandler(telling);
        const others = await this.teller.communityWorkers(incident, event.at);
        await this.teller.tell(tx, event, incident, others, telling);
        return this.teller.tellGroup(tx, event, incident, `居民说还没好：${name}，请再去看一看。`);
      }
    }
  }
}
