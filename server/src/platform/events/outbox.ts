import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Settings } from '../config/settings.js';
import { isDuplicate } from '../database/database.errors.js';
import { Database } from '../database/database.js';
import { send } from '../database/statements.js';
import { newId } from '../ids/new-id.js';
import { Nudges } from './nudges.js';

/** What a change owes to the rest: that it happened, to what, and where. Never words people wrote. */
export interface OwedEvent {
  type: string;
  subjectType: string;
  subjectId: string;
  communityId: string | null;
  at: Date;
  /** Ids and plain values that a reaction cannot read back later. `gridId` here lets that grid's people hear of it live. */
  data?: Record<string, string | number | boolean | null>;
}

/** Of those that met at one number one goes through each time, so that this many may meet. */
const ATTEMPTS = 100;
const PAST_AT_ONCE = 500;
const DAY_MS = 24 * 60 * 60_000;

/** Where a change writes down, in its own transaction, what follows from it: both are kept, or neither. */
@Injectable()
export class Outbox {
  constructor(
    private readonly database: Database,
    private readonly nudges: Nudges,
    private readonly settings: Settings,
  ) {}

  /** The caller holds the subject's lock, so that events have the order of what happened. */
  async append(tx: EntityManager, event: OwedEvent): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        await insert(tx, event);
        break;
      } catch (error) {
        // Two that hold no lock meet at the same number: the later one has waited for the earlier and counts again.
        if (!isDuplicate(error) || attempt === ATTEMPTS) throw error;
      }
    }
    this.database.afterCommit(tx, this.nudges.nudge);
  }

  /**
   * What was owed long ago and was done then: nothing follows from it any more. In the order in which it happened; the
   * caller has just made the subjects. What is too old to be kept is left out.
   */
  async appendPast(tx: EntityManager, events: readonly OwedEvent[], now: Date): Promise<void> {
    const oldest = now.getTime() - this.settings.eventsKeepDays * DAY_MS;
    const numbers = new Map<string, number>();
    const rows: unknown[][] = [];
    for (const { type, subjectType, subjectId, communityId, at, data = {} } of events) {
      if (at.getTime() < oldest) continue;
      const number = (numbers.get(subjectId) ?? 0) + 1;
      numbers.set(subjectId, number);
      const event = [newId(at), type, subjectType, subjectId, number, communityId, at, JSON.stringify(data)];
      rows.push([...event, at, at, 'done', at]);
    }
    for (let from = 0; from < rows.length; from += PAST_AT_ONCE)
      await tx.query(
        `insert into outbox_event (id, type, subject_type, subject_id, subject_seq, community_id, at, data,
           recorded_at, available_at, state, done_at) values ?`,
        [rows.slice(from, from + PAST_AT_ONCE)],
      );
  }
}

/** Times of the outbox are the database's, since the clocks of several machines differ; only `at` is the caller's. */
async function insert(tx: EntityManager, event: OwedEvent): Promise<void> {
  const { type, subjectType, subjectId, communityId, at, data = {} } = event;
  await send(
    tx,
    `insert into outbox_event
       (id, type, subject_type, subject_id, subject_seq, community_id, at, data, recorded_at, available_at)
     select ?, ?, ?, ?, coalesce(max(subject_seq), 0) + 1, ?, ?, ?, utc_timestamp(3), utc_timestamp(3)
       from (select subject_seq from outbox_event where subject_type = ? and subject_id = ?
              order by subject_seq desc limit 1) last`,
    [newId(at), type, subjectType, subjectId, communityId, at, JSON.stringify(data), subjectType, subjectId],
  );
}
