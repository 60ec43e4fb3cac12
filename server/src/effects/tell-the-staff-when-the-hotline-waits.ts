import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { HotlineFacts } from '../modules/hotline/index.js';
import { Effect, type RecordedEvent } from '../platform/events/effect.js';
import { momentOf, nameOf, Teller } from './telling.js';

/** An order goes by its incident's id, so that it leads to the incident. */
@Injectable()
export class TellTheStaffWhenTheHotlineWaits extends Effect {
  readonly name = 'tell-the-staff-when-the-hotline-waits';
  readonly on = ['hotline_order.due_soon', 'hotline_order.overdue'];

  constructor(
    private readonly teller: Teller,
    private readonly orders: HotlineFacts,
  ) {
    super();
  }

  async run(tx: EntityManager, event: RecordedEvent): Promise<void> {
    const incident = await this.teller.incidents.of(tx, event.subjectId);
    if (incident === null) return;
    // Word comes late at times, after a restart above all: what was handed back meanwhile needs nobody any more.
    if (!(await this.orders.isOwed(tx, event.subjectId))) return;
    const dueAt = momentOf(new Date(String(event.data?.dueAt)));
    const name = `12345 工单：${nameOf(incident)}`;
    if (event.type === 'hotline_order.due_soon') {
      const [handler, workers] = await Promise.all([
        this.teller.handlerOf(incident, event.at),
        this.teller.communityWorkers(incident, event.at),
      ]);
      await this.teller.tell(tx, event, incident, [...handler, ...workers], {
        kind: 'incident_due_soon',
        title: '12345 工单快到时限了',
        body: `${name}，热线要求 ${dueAt} 前答复。`,
      });
      return;
    }
    const secretaries = await this.teller.holdersOf('community_secretary', incident, event.at);
    await this.teller.tell(tx, event, incident, secretaries, {
      kind: 'incident_escalated',
      title: '12345 工单超时，报给社区书记',
      body: `${name}，过了热线要求的 ${dueAt}，还没有交回，请您过问。`,
    });
    await this.teller.tellGroup(tx, event, incident, `12345 工单超时，报给社区书记：${nameOf(incident)}。`);
  }
}
