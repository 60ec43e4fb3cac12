import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { RecordedEvent } from './effect.js';

/**
 * An event becomes visible when its transaction commits, which may be this much after it was recorded: longer than
 * any transaction is given.
 */
const WINDOW_SECONDS = 60;
const PAGE = 1_000;

interface Mark {
  id: string;
  recordedAt: Date;
}

type EventRow = Omit<RecordedEvent, 'data'> & { data: string };

/**
 * What happened lately, in every process: each look gives what no look before has given. The same window is read again
 * and again, so that a transaction that committed late is not missed.
 */
@Injectable()
export class EventTail {
  private seen = new Set<string>();

  constructor(private readonly database: Database) {}

  /** The first look gives the whole window. */
  async look(): Promise<RecordedEvent[]> {
    const window = new Set<string>();
    const fresh: RecordedEvent[] = [];
    let from: Mark | null = null;
    do {
      const marks: Mark[] = await this.marksAfter(from);
      for (const { id } of marks) window.add(id);
      fresh.push(...(await this.read(marks.map(({ id }) => id).filter((id) => !this.seen.has(id)))));
      from = marks.length === PAGE ? (marks.at(-1) ?? null) : null;
    } while (from !== null);
    // Only now, so that a look that failed in the middle is made up for by the next.
    this.seen = window;
    return fresh;
  }

  /** Along one index, which has all that is asked for. */
  private marksAfter(from: Mark | null): Promise<Mark[]> {
    const after = from === null ? '' : 'and recorded_at >= ? and (recorded_at > ? or id > ?)';
    return this.database.query<Mark>(
      `select id, recorded_at as recordedAt from outbox_event
        where recorded_at > utc_timestamp(3) - interval ${WINDOW_SECONDS} second ${after}
        order by recorded_at, id limit ${PAGE}`,
      from === null ? [] : [from.recordedAt, from.recordedAt, from.id],
    );
  }

  private async read(ids: string[]): Promise<RecordedEvent[]> {
    if (ids.length === 0) return [];
    const rows = await this.database.query<EventRow>(
      `select id, type, subject_type as subjectType, subject_id as subjectId, subject_seq as subjectSeq,
              community_id as communityId, at, data
         from outbox_event where id in (?)`,
      [ids],
    );
    return rows.map((row) => ({ ...row, data: JSON.parse(row.data) }));
  }
}
