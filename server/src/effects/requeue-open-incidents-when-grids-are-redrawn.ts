import { roleMay } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AppointmentsService } from '../modules/identity/index.js';
import { IncidentRedraw, IncidentRequeue, type Misplaced } from '../modules/incident/index.js';
import { Clock } from '../platform/clock/clock.js';
import { Effect, type RecordedEvent } from '../platform/events/effect.js';
import { Outbox } from '../platform/events/outbox.js';

/** What one transaction moves; a community with more open than this is done in several. */
const BATCH = 100;

/** What is open goes to the people of the grid it now lies in; whoever has it in hand and serves that grid too keeps it. */
@Injectable()
export class RequeueOpenIncidentsWhenGridsAreRedrawn extends Effect {
  readonly name = 'requeue-open-incidents-when-grids-are-redrawn';
  readonly on = ['area.redrawn'];

  constructor(
    private readonly redraw: IncidentRedraw,
    private readonly requeue: IncidentRequeue,
    private readonly appointments: AppointmentsService,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {
    super();
  }

  async run(tx: EntityManager, event: RecordedEvent): Promise<void> {
    const communityId = event.subjectId;
    const misplaced = await this.redraw.misplaced(communityId);
    for (const incident of misplaced.slice(0, BATCH)) {
      const keeper = await this.keeperOf(incident, communityId);
      await this.requeue.requeue(tx, incident.id, {
        reason: 'grid_redrawn',
        gridId: incident.gridId,
        ...(keeper === null ? {} : { toPersonId: keeper }),
      });
    }
    if (misplaced.length <= BATCH) return;
    // The rest is looked for anew, so that breaking off in between leaves nothing behind.
    const { type, subjectType, subjectId } = event;
    await this.outbox.append(tx, { type, subjectType, subjectId, communityId, at: this.clock.now() });
  }

  /** The handler, when an appointment in force covers the grid or the whole community. */
  private async keeperOf({ handlerId, gridId, estateId, buildingId }: Misplaced, communityId: string) {
    if (handlerId === null) return null;
    const held = await this.appointments.inForce(handlerId, this.clock.now());
    const covers = held.some((one) => {
      if (!roleMay(one.role, 'incident.resolve') || one.organisationId !== null) return false;
      if (one.buildingId !== null) return one.buildingId === buildingId;
      if (one.estateId !== null) return one.estateId === estateId;
      return one.gridId === null ? one.communityId === communityId : one.gridId === gridId;
    });
    return covers ? handlerId : null;
  }
}
