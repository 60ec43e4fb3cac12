import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { backOffMs, MAX_ATTEMPTS } from './back-off.js';
import type { RecordedEvent } from './effect.js';
import type { Waiting } from './order.js';

/** An event this process holds for the time of its lease. `owner` is new with every claim, so that an old one is recognised. */
export interface Claim {
  event: RecordedEvent;
  owner: string;
  attempts: number;
}

interface ClaimedRow {
  type: string;
  communityId: string | null;
  at: Date;
  data: string;
  attempts: number;
}

interface Changed {
  affectedRows: number;
}

const NOW = 'utc_timestamp(3)';
/** Events waiting for their effects: taken by one conditional update with an owner and a lease, so that nothing is locked while effects run. */
@Injectable()
export class EventQueue {
  constructor(private readonly database: Database) {}

  waiting(limit: number): Promise<Waiting[]> {
    return this.database.query<Waiting>(
      `select id, subject_type as subjectType, subject_id as subjectId, subject_seq as subjectSeq,
              available_at as availableAt
         from outbox_event mine
        where state = 'pending' and available_at <= ${NOW}
          and not exists (${anotherFirst('mine.subject_type', 'mine.subject_id', 'mine.id', 'mine.subject_seq')})
        order by available_at limit ?`,
      [limit],
    );
  }

  /** Null when somebody else was faster, or when it is not this one's turn after all. */
  async claim(waiting: Waiting, owner: string, leaseMs: number): Promise<Claim | null> {
    const taken = await this.change(
      `update outbox_event set owner = ?, attempts = attempts + 1, ${LEASE}
        where id = ? and state = 'pending' and available_at <= ${NOW}`,
      [owner, ...leaseOf(leaseMs), waiting.id],
    );
    if (!taken) return null;
    if (!(await this.isItsTurn(waiting))) {
      await this.letGo(waiting.id, owner);
      return null;
    }
    const row = await this.read(waiting.id);
    if (row === undefined) return null;
    const { subjectType, subjectId, subjectSeq, id } = waiting;
    const event = {
      ...{ id, type: row.type, subjectType, subjectId, subjectSeq },
      ...{ communityId: row.communityId, at: row.at, data: JSON.parse(row.data) },
    };
    return { event, owner, attempts: row.attempts };
  }

  /** False when the lease ran out and somebody else may have the event. */
  renew({ event, owner }: Claim, leaseMs: number): Promise<boolean> {
    return this.change(`update outbox_event set ${LEASE} where id = ? and owner = ? and state = 'pending'`, [
      ...leaseOf(leaseMs),
      event.id,
      owner,
    ]);
  }

  async finish({ event, owner }: Claim): Promise<void> {
    await this.change(
      `update outbox_event set state = 'done', done_at = ${NOW}, ${FREE}
        where id = ? and owner = ? and state = 'pending'`,
      [event.id, owner],
    );
  }

  /** True when that was the last try. */
  async fail({ event, owner, attempts }: Claim, why: string): Promise<boolean> {
    if (attempts >= MAX_ATTEMPTS) {
      await this.change(
        `update outbox_event set state = 'dead', done_at = ${NOW}, last_error = ?, ${FREE}
          where id = ? and owner = ? and state = 'pending'`,
        [why, event.id, owner],
      );
      return true;
    }
    const waitMs = backOffMs(attempts, Math.random());
    await this.change(
      `update outbox_event set last_error = ?, available_at = ${NOW} + interval ? microsecond, ${FREE}
        where id = ? and owner = ? and state = 'pending'`,
      [why, waitMs * 1_000, event.id, owner],
    );
    return false;
  }

  /**
   * Read after our claim is committed: of two that claimed for one subject at the same moment at least one sees the
   * other, and whoever sees another lets go.
   */
  private async isItsTurn(waiting: Waiting): Promise<boolean> {
    const others = await this.database.query(`${anotherFirst('?', '?', '?', '?')} limit 1`, [
      waiting.subjectType,
      waiting.subjectId,
      waiting.id,
      waiting.subjectSeq,
    ]);
    return others.length === 0;
  }

  private async letGo(id: string, owner: string): Promise<void> {
    await this.change(
      `update outbox_event set attempts = attempts - 1, available_at = ${NOW}, ${FREE}
        where id = ? and owner = ? and state = 'pending'`,
      [id, owner],
    );
  }

  private async read(id: string): Promise<ClaimedRow | undefined> {
    const rows = await this.database.query<ClaimedRow>(
      'select type, community_id as communityId, at, data, attempts from outbox_event where id = ?',
      [id],
    );
    return rows[0];
  }

  private async change(sql: string, parameters: unknown[]): Promise<boolean> {
    const result = (await this.database.query(sql, parameters)) as unknown as Changed;
    return result.affectedRows > 0;
  }
}

/** While it is held it is not looked at: `available_at` goes along with the lease. */
const LEASE = `lease_until = ${NOW} + interval ? microsecond, available_at = ${NOW} + interval ? microsecond`;
const FREE = 'owner = null, lease_until = null';

const leaseOf = (leaseMs: number): [number, number] => [leaseMs * 1_000, leaseMs * 1_000];

/** Another of the same subject that goes first, or is under way. Each argument is a column or a placeholder. */
function anotherFirst(type: string, subject: string, id: string, seq: string): string {
  return `select 1 from outbox_event other force index (outbox_event_subject_work)
           where other.subject_type = ${type} and other.subject_id = ${subject} and other.state = 'pending'
             and other.id <> ${id} and (other.subject_seq < ${seq} or other.lease_until > ${NOW})`;
}
