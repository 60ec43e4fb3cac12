import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { Settings } from '../../platform/config/settings.js';
import { Database } from '../../platform/database/database.js';
import { Sweep } from '../../platform/lanes/sweep.js';
import { StaffHands } from './staff.hands.js';
import { StaffRecords } from './staff.records.js';

const BATCH = 50;

interface Due {
  id: string;
  personId: string;
}

/** Whoever left had nothing in hand any more, and cannot be held: they would stand before all others for ever. */
const STILL_HERE = `and not exists (select 1 from person p where p.id = a.person_id and p.erased_at is not null)`;

/** Sees to what people had in hand when an appointment came to its end, or a leave to its beginning, by itself. */
@Injectable()
export class StaffSettling extends Sweep {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    settings: Settings,
    private readonly hands: StaffHands,
    private readonly records: StaffRecords,
  ) {
    super('StaffSettling', settings.sweepMs);
  }

  protected async sweep(): Promise<void> {
    const now = this.clock.now();
    const ended = await this.database.query<Due>(
      `select a.id, a.person_id as personId from appointment a
        where a.settled_at is null and a.to_at <= ? ${STILL_HERE} order by a.to_at, a.id limit ${BATCH}`,
      [now],
    );
    for (const due of ended) if (!this.stopping) await this.settleEnded(due, now);
    const begun = await this.database.query<Due>(
      `select l.id, a.person_id as personId from appointment_leave l join appointment a on a.id = l.appointment_id
        where l.settled_at is null and l.from_at <= ? ${STILL_HERE} order by l.from_at, l.id limit ${BATCH}`,
      [now],
    );
    for (const due of begun) if (!this.stopping) await this.settleLeave(due, now);
  }

  /** What a stand-in had goes back to whom it came from; anything else to its queue. */
  private settleEnded({ id, personId }: Due, now: Date): Promise<void> {
    return this.database.transaction(async (tx) => {
      const [stoodIn] = await tx.query<{ personId: string }[]>(
        `select b.person_id as personId from appointment a join appointment b on b.id = a.stand_in_for_id
          where a.id = ?`,
        [id],
      );
      const back = stoodIn?.personId ?? null;
      if (!(await this.claim(tx, 'appointment', { id, personId }, back, now))) return;
      const left = await this.hands.wouldBeLeft(tx, personId, id, now);
      await this.hands.pass(tx, left, back, back === null ? 'handler_gone' : 'handed_over', now);
    });
  }

  private settleLeave({ id, personId }: Due, now: Date): Promise<void> {
    return this.database.transaction(async (tx) => {
      const [standIn] = await tx.query<{ personId: string }[]>(
        `select s.person_id as personId from appointment_leave l
           join appointment s on s.stand_in_for_id = l.appointment_id and s.from_at = l.from_at
          where l.id = ? and s.to_at > ? limit 1`,
        [id, now],
      );
      const heir = standIn?.personId ?? null;
      if (!(await this.claim(tx, 'appointment_leave', { id, personId }, heir, now))) return;
      // The leave is in force by now, so what they reach is already without it.
      const left = await this.hands.wouldBeLeft(tx, personId, '', now);
      await this.hands.pass(tx, left, heir, heir === null ? 'handler_gone' : 'handed_over', now);
    });
  }

  /**
   * Of several processes one sees to it; the row stays locked until it is done. The people come first, as everywhere, so
   * that whoever inherits is not suspended meanwhile.
   */
  private async claim(
    tx: EntityManager,
    table: 'appointment' | 'appointment_leave',
    { id, personId }: Due,
    heirId: string | null,
    now: Date,
  ): Promise<boolean> {
    await this.records.holdPeople(tx, heirId === null ? [personId] : [personId, heirId]);
    const result = await tx.query<{ affectedRows: number }>(
      `update ${table} set settled_at = ? where id = ? and settled_at is null`,
      [now, id],
    );
    return result.affectedRows === 1;
  }
}
