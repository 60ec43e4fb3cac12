import { OPEN_INCIDENT_STATES } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { IncidentFacts } from '../incident/index.js';
import { following, HOTLINE_FOLLOWING } from './hotline.lifecycle.js';
import { HotlineRecords } from './hotline.records.js';
import { HotlineOrder } from './hotline-order.entity.js';

/** Orders follow their incidents: one that went into another waits for that one's outcome. */
@Injectable()
export class HotlineFollow {
  constructor(
    private readonly clock: Clock,
    private readonly incidents: IncidentFacts,
    private readonly records: HotlineRecords,
  ) {}

  /** Something happened to this incident: its order, and those of what went into it, are put right. */
  async followIncident(tx: EntityManager, incidentId: string): Promise<void> {
    const merged = await this.incidents.mergedInto(tx, incidentId);
    const rows = await tx.query<{ id: string }[]>(
      'select incident_id as id from hotline_order where incident_id in (?) order by incident_id',
      [[incidentId, ...merged.map(({ id }) => id)]],
    );
    for (const { id } of rows) {
      const order = await tx
        .getRepository(HotlineOrder)
        .findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
      if (order !== null) await this.settle(tx, order, this.clock.now());
    }
  }

  /** Reads how the incident stands now and takes the locked order along. Doing it again changes nothing. */
  async settle(tx: EntityManager, order: HotlineOrder, now: Date): Promise<void> {
    const state = await this.incidents.endOf(tx, order.id);
    const hasOutcome = state !== null && !(OPEN_INCIDENT_STATES as readonly string[]).includes(state);
    const step = following(order, hasOutcome);
    if (step === null) return;
    order.state = HOTLINE_FOLLOWING[step].to;
    // What was written before no longer answers; the next answer is a new one.
    order.corrections = 0;
    await this.records.record(tx, order, { action: step, at: now, actor: null });
  }
}
