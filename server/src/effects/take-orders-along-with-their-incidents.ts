import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { HotlineFollow } from '../modules/hotline/index.js';
import { Effect, type RecordedEvent } from '../platform/events/effect.js';

/** Whatever gives an incident an outcome, or takes it away again, decides whether the hotline can be answered. */
@Injectable()
export class TakeOrdersAlongWithTheirIncidents extends Effect {
  readonly name = 'take-orders-along-with-their-incidents';
  readonly on = ['resolve', 'reject', 'merge', 'dispute', 'check_back'].map((action) => `incident.${action}`);

  constructor(private readonly follow: HotlineFollow) {
    super();
  }

  run(tx: EntityManager, event: RecordedEvent): Promise<void> {
    return this.follow.followIncident(tx, event.subjectId);
  }
}
