import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Effect, type RecordedEvent } from '../platform/events/effect.js';
import { nameOf, Teller } from './telling.js';

/** The decision → what the one who asked reads. */
const DECISIONS: Record<string, { title: string; words: string }> = {
  'incident.approve_hold': { title: '同意挂起', words: '同意挂起，时限已经停表' },
  'incident.refuse_hold': { title: '没有同意挂起', words: '没有同意挂起，请接着办' },
  'incident.lapse_hold': { title: '挂起的申请过时了', words: '申请一直没有人批，请接着办' },
};

@Injectable()
export class TellWhoDecidesAHoldAndWhoAskedForIt extends Effect {
  readonly name = 'tell-who-decides-a-hold-and-who-asked-for-it';
  readonly on = ['incident.request_hold', ...Object.keys(DECISIONS)];

  constructor(private readonly teller: Teller) {
    super();
  }

  async run(tx: EntityManager, event: RecordedEvent): Promise<void> {
    const { incidents } = this.teller;
    const incident = await incidents.of(tx, event.subjectId);
    if (incident === null) return;
    const actionId = String(event.data?.actionId);
    const note = (await incidents.action(tx, actionId))?.note;
    const reason = note ? `：${note}` : '';
    const decision = DECISIONS[event.type];
    if (decision === undefined) {
      await this.teller.tell(tx, event, incident, await this.teller.holdApprovers(incident, event.at), {
        kind: 'incident_hold',
        title: '有人申请挂起，请批一下',
        body: `${nameOf(incident)}，申请挂起${reason}`,
      });
      return;
    }
    const requester = await incidents.holdRequester(tx, incident.id, actionId);
    // The reason is between staff, so whoever is none any more does not read it.
    if (requester === null || !(await this.teller.worksHere(requester, incident, event.at))) return;
    await this.teller.tell(tx, event, incident, [requester], {
      kind: 'incident_hold',
      title: decision.title,
      body: `${nameOf(incident)}，${decision.words}${reason}`,
    });
  }
}
