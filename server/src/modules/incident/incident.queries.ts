import { OPEN_INCIDENT_STATES } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { Scope } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { decodeCursor, encodeCursor } from '../../platform/http/cursor.js';
import {
  allOf,
  type Condition,
  DUE_ORDER,
  INCIDENT_COLUMNS,
  type IncidentRow,
  inScopeWhere,
  pageOf,
} from './incident.rows.js';

export interface Page {
  rows: IncidentRow[];
  nextCursor: string | null;
}

export interface PageRequest {
  limit: number;
  cursor: string | undefined;
}

const OPEN: Condition = { sql: 'i.state in (?)', parameters: [OPEN_INCIDENT_STATES] };

/** The feeds: bounded, by keyset, each on an index. */
@Injectable()
export class IncidentQueries {
  constructor(private readonly database: Database) {}

  async byId(id: string): Promise<IncidentRow | null> {
    const rows = await this.database.query<IncidentRow>(
      `select ${INCIDENT_COLUMNS} from incident i where i.id = ?`,
      [id],
    );
    return rows[0] ?? null;
  }

  async byFollowCode(code: string): Promise<IncidentRow | null> {
    const rows = await this.database.query<IncidentRow>(
      `select ${INCIDENT_COLUMNS} from incident i where i.follow_code = ?`,
      [code],
    );
    return rows[0] ?? null;
  }

  async followCodeOf(id: string): Promise<string | null> {
    const [row] = await this.database.query<{ followCode: string | null }>(
      'select follow_code as followCode from incident where id = ?',
      [id],
    );
    return row?.followCode ?? null;
  }

  /** What happened in a community or one of its grids, newest first. */
  recent(
    where: { communityId: string; gridId: string | undefined; categoryCodes: string[] },
    page: PageRequest,
  ): Promise<Page> {
    if (where.categoryCodes.length === 0) return Promise.resolve({ rows: [], nextCursor: null });
    const conditions: Condition[] = [
      { sql: 'i.community_id = ?', parameters: [where.communityId] },
      { sql: 'i.category_code in (?)', parameters: [where.categoryCodes] },
    ];
    if (where.gridId !== undefined) conditions.push({ sql: 'i.grid_id = ?', parameters: [where.gridId] });
    return this.newestFirst(conditions, page);
  }

  reportedBy(personId: string, page: PageRequest): Promise<Page> {
    return this.newestFirst([{ sql: 'i.reporter_id = ?', parameters: [personId] }], page);
  }

  /** Open work in the scope: what runs out soonest first, then what has no running clock, the oldest first. */
  async workbench(scope: Scope, page: PageRequest): Promise<Page> {
    const covered = inScopeWhere(scope, OPEN);
    if (covered === null) return { rows: [], nextCursor: null };
    const conditions = [covered];
    if (page.cursor !== undefined) conditions.push(afterInDueOrder(page.cursor));
    return this.page(
      (most) => pageOf(allOf(conditions), DUE_ORDER, most),
      page.limit,
      ({ nextDueAt, reportedAt, id }) => encodeCursor({ moments: [nextDueAt, reportedAt], id }),
    );
  }

  async workbenchCounts(scope: Scope, now: Date): Promise<{ open: number; overdue: number }> {
    const where = inScopeWhere(scope, OPEN);
    if (where === null) return { open: 0, overdue: 0 };
    const [row] = await this.database.query<{ open: string; overdue: string | null }>(
      `select count(*) as open, sum(i.next_due_at < ?) as overdue from incident i where ${where.sql}`,
      [now, ...where.parameters],
    );
    return { open: Number(row?.open ?? 0), overdue: Number(row?.overdue ?? 0) };
  }

  async overview(
    communityId: string,
    since: Date,
  ): Promise<{ openCount: number; resolvedTodayCount: number }> {
    const [row] = await this.database.query<{ openCount: string; resolvedTodayCount: string }>(
      `select (select count(*) from incident i where i.community_id = ? and ${OPEN.sql}) as openCount,
         (select count(*) from incident i where i.community_id = ? and i.resolved_at >= ?) as resolvedTodayCount`,
      [communityId, ...OPEN.parameters, communityId, since],
    );
    return {
      openCount: Number(row?.openCount ?? 0),
      resolvedTodayCount: Number(row?.resolvedTodayCount ?? 0),
    };
  }

  private newestFirst(conditions: Condition[], page: PageRequest): Promise<Page> {
    const all = page.cursor === undefined ? conditions : [...conditions, before(page.cursor)];
    const where = allOf(all);
    return this.page(
      (most) => ({
        sql: `select ${INCIDENT_COLUMNS} from incident i where ${where.sql} order by i.reported_at desc, i.id desc limit ?`,
        parameters: [...where.parameters, most],
      }),
      page.limit,
      ({ reportedAt, id }) => encodeCursor({ moments: [reportedAt], id }),
    );
  }

  /** Reads one row more than asked for: whether it is there tells whether there is a next page. */
  private async page(
    upTo: (most: number) => Condition,
    limit: number,
    cursorOf: (row: IncidentRow) => string,
  ): Promise<Page> {
    const { sql, parameters } = upTo(limit + 1);
    const rows = await this.database.query<IncidentRow>(sql, parameters);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return { rows: shown, nextCursor: rows.length > limit && last !== undefined ? cursorOf(last) : null };
  }
}

function before(cursor: string): Condition {
  const { moments, id } = decodeCursor(cursor, 1);
  const [reportedAt] = moments;
  return {
    sql: 'i.reported_at <= ? and (i.reported_at < ? or i.id < ?)',
    parameters: [reportedAt, reportedAt, id],
  };
}

function afterInDueOrder(cursor: string): Condition {
  const { moments, id } = decodeCursor(cursor, 2);
  const [dueAt, reportedAt] = moments;
  const later: Condition = {
    sql: 'i.reported_at > ? or (i.reported_at = ? and i.id > ?)',
    parameters: [reportedAt, reportedAt, id],
  };
  if (dueAt === null)
    return { sql: `i.next_due_at is null and (${later.sql})`, parameters: later.parameters };
  return {
    sql: `i.next_due_at is null or i.next_due_at > ? or (i.next_due_at = ? and (${later.sql}))`,
    parameters: [dueAt, dueAt, ...later.parameters],
  };
}
