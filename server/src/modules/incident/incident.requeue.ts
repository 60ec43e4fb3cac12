import { OPEN_INCIDENT_STATES, type RequeueReason } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Scope, ScopedThing } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { PeopleService } from '../identity/index.js';
import { IncidentActs } from './incident.acts.js';
import { Incident } from './incident.entity.js';
import { allOf, inScope } from './incident.rows.js';

export interface Requeue {
  reason: RequeueReason;
  /** Where it lies now; absent when that has not changed. */
  gridId?: string | null;
  /** Who goes on with it, in whatever state it is; absent: it waits in its queue for somebody to accept it. */
  toPersonId?: string;
}

export interface IncidentPlace extends ScopedThing {
  id: string;
  number: string;
  placeLabel: string;
}

/** As many as are read at once. */
const PAGE = 500;

/** Takes open incidents out of hands that can no longer hold them, through the timeline. What is closed stays as it was. */
@Injectable()
export class IncidentRequeue {
  constructor(
    private readonly acts: IncidentActs,
    private readonly people: PeopleService,
    private readonly clock: Clock,
  ) {}

  /** False when there is nothing to do: it is no longer open, or it already is as asked. */
  async requeue(
    tx: EntityManager,
    incidentId: string,
    { reason, gridId, toPersonId }: Requeue,
  ): Promise<boolean> {
    const incident = await tx
      .getRepository(Incident)
      .findOne({ where: { id: incidentId }, lock: { mode: 'pessimistic_write' } });
    if (incident === null) return false;
    const moved = gridId !== undefined && gridId !== incident.gridId;
    // What nobody has in hand cannot be handed over; it waits as before, if need be in another queue.
    const to = incident.handlerId === null ? undefined : toPersonId;
    if (!moved && to === (incident.handlerId ?? undefined)) return false;
    const at = this.clock.now();
    const data = {
      reason,
      ...(incident.handlerId === null ? {} : { fromPersonId: incident.handlerId }),
      ...(to === undefined ? {} : { toPersonId: to }),
      ...(moved ? { fromGridId: incident.gridId, toGridId: gridId } : {}),
    };
    const place = moved ? { gridId } : {};
    if (to !== undefined) {
      const handlerName = (await this.people.nameOf([to])).get(to) ?? '';
      const change = { ...place, handlerId: to, handlerName };
      return this.acts.bySystem(tx, incident, { action: 'hand_over', at, data, change });
    }
    const change = {
      ...place,
      handlerId: null,
      handlerName: null,
      holdRequestedAt: null,
      holdRequestedBy: null,
    };
    return this.acts.bySystem(tx, incident, { action: 'requeue', at, data, change });
  }

  /** Open incidents that somebody has in hand and that lie outside what they still reach, in the order of ids. */
  async inHandBeyond(tx: EntityManager, personId: string, reach: Scope): Promise<string[]> {
    const covered = inScope(reach);
    const open = allOf([
      { sql: 'i.handler_id = ? and i.state in (?)', parameters: [personId, OPEN_INCIDENT_STATES] },
    ]);
    // A place that is null is in no list, and must not turn the whole condition into null.
    const beyond = covered === null ? '' : `and not coalesce((${covered.sql}), false)`;
    const found: string[] = [];
    // Page by page to the last: what is overlooked would stay with somebody who can no longer do anything about it.
    for (;;) {
      const rows: { id: string }[] = await tx.query(
        `select i.id from incident i where ${open.sql} ${beyond} and i.id > ? order by i.id limit ${PAGE}`,
        [...open.parameters, ...(covered?.parameters ?? []), found.at(-1) ?? ''],
      );
      found.push(...rows.map(({ id }) => id));
      if (rows.length < PAGE) return found;
    }
  }

  /** Which of these incidents lie where this scope reaches. */
  async reachable(tx: EntityManager, ids: string[], reach: Scope): Promise<string[]> {
    const covered = inScope(reach);
    if (covered === null || ids.length === 0) return [];
    const rows: { id: string }[] = await tx.query(
      `select i.id from incident i where i.id in (?) and (${covered.sql}) order by i.id`,
      [ids, ...covered.parameters],
    );
    return rows.map(({ id }) => id);
  }

  /** Where these lie, in the order of ids. */
  async places(tx: EntityManager, ids: string[]): Promise<IncidentPlace[]> {
    if (ids.length === 0) return [];
    return tx.query<IncidentPlace[]>(
      `select i.id, i.number, i.place_label as placeLabel, i.community_id as communityId, i.grid_id as gridId,
              i.estate_id as estateId, i.building_id as buildingId
         from incident i where i.id in (?) order by i.id`,
      [ids],
    );
  }
}
