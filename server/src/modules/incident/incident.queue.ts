import { OPEN_INCIDENT_STATES } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { Scope } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { type IncidentQueueQueryDto, QUEUE_TABS, type QueueTab } from './dto/incident-list.dto.js';
import { allOf, type Condition, INCIDENT_COLUMNS, type IncidentRow, inScope } from './incident.rows.js';

export type QueueCounts = Record<QueueTab, number>;

export interface QueuePage {
  rows: IncidentRow[];
  total: number;
  counts: QueueCounts;
}

const DEFAULT_PAGE_SIZE = 20;

const DUE_ORDER = 'i.next_due_at is null, i.next_due_at, i.reported_at, i.id';
const ORDERS: Record<QueueTab, string> = {
  open: DUE_ORDER,
  due_soon: DUE_ORDER,
  overdue: DUE_ORDER,
  to_approve: 'i.hold_requested_at, i.id',
  awaiting_confirm: 'i.resolved_at, i.id',
  to_check_back: 'i.resolved_at, i.id',
  all: 'i.reported_at desc, i.id desc',
};

/** The console's table: filtered, paged, with a count on every tab. */
@Injectable()
export class IncidentQueue {
  constructor(private readonly database: Database) {}

  async page(scope: Scope, query: IncidentQueueQueryDto, now: Date): Promise<QueuePage> {
    const covered = inScope(scope);
    if (covered === null) return { rows: [], total: 0, counts: countsFrom({}) };
    const tab = query.tab ?? 'open';
    const filters = [covered, ...filtersOf(query)];
    const shown = [tabCondition(tab, now)];
    if (query.state !== undefined) shown.push({ sql: 'i.state = ?', parameters: [query.state] });
    const [counted, rows] = await Promise.all([
      this.count(filters, allOf(shown), now),
      this.rows([...filters, ...shown], ORDERS[tab], query),
    ]);
    return { rows, ...counted };
  }

  /** All tabs and the total in one pass over what the filters leave. */
  private async count(
    filters: Condition[],
    shown: Condition,
    now: Date,
  ): Promise<{ total: number; counts: QueueCounts }> {
    const where = allOf(filters);
    const tabs = QUEUE_TABS.map((tab) => ({ tab, condition: tabCondition(tab, now) }));
    const sums = tabs.map(({ tab, condition }) => `sum(${condition.sql}) as \`${tab}\``).join(', ');
    const [row] = await this.database.query<Record<string, string | null>>(
      `select ${sums}, sum(${shown.sql}) as total from incident i where ${where.sql}`,
      [...tabs.flatMap(({ condition }) => condition.parameters), ...shown.parameters, ...where.parameters],
    );
    return { total: Number(row?.total ?? 0), counts: countsFrom(row ?? {}) };
  }

  private rows(conditions: Condition[], order: string, query: IncidentQueueQueryDto): Promise<IncidentRow[]> {
    const where = allOf(conditions);
    const size = query.pageSize ?? DEFAULT_PAGE_SIZE;
    const offset = ((query.page ?? 1) - 1) * size;
    return this.database.query<IncidentRow>(
      `select ${INCIDENT_COLUMNS} from incident i where ${where.sql} order by ${order} limit ? offset ?`,
      [...where.parameters, size, offset],
    );
  }
}

/** `due_soon` means what clockWords calls soon: each clock keeps the moment from which it is. */
function tabCondition(tab: QueueTab, now: Date): Condition {
  const open = allOf([{ sql: 'i.state in (?)', parameters: [OPEN_INCIDENT_STATES] }]);
  switch (tab) {
    case 'all':
      return { sql: 'true', parameters: [] };
    case 'awaiting_confirm':
      return { sql: "i.state = 'resolved'", parameters: [] };
    case 'to_approve':
      return { sql: "i.hold_requested_at is not null and i.state = 'handling'", parameters: [] };
    case 'to_check_back':
      // Whoever rated it has answered already.
      return {
        sql: "i.checked_back_at is null and i.rating is null and i.state in ('resolved', 'closed')",
        parameters: [],
      };
    case 'open':
      return open;
    case 'overdue':
      return {
        sql: `${open.sql} and i.next_due_at is not null and i.next_due_at < ?`,
        parameters: [...open.parameters, now],
      };
    case 'due_soon':
      return {
        sql: `${open.sql} and i.next_due_at is not null and i.next_due_at >= ? and exists (
          select 1 from clock c where c.subject_type = 'incident' and c.subject_id = i.id
            and c.due_at = i.next_due_at and c.stopped_at is null and c.warn_at <= ?)`,
        parameters: [...open.parameters, now, now],
      };
  }
}

/** An order's clock goes by its incident's id. */
const FROM_THE_HOTLINE: Condition = {
  sql: "exists (select 1 from clock c where c.subject_type = 'hotline_order' and c.subject_id = i.id)",
  parameters: [],
};

function filtersOf(query: IncidentQueueQueryDto): Condition[] {
  const filters: Condition[] = [];
  if (query.gridId === 'none') filters.push({ sql: 'i.grid_id is null', parameters: [] });
  else if (query.gridId !== undefined) filters.push({ sql: 'i.grid_id = ?', parameters: [query.gridId] });
  if (query.categoryCode !== undefined) {
    filters.push({ sql: 'i.category_code = ?', parameters: [query.categoryCode] });
  }
  if (query.from !== undefined)
    filters.push({ sql: 'i.reported_at >= ?', parameters: [new Date(query.from)] });
  if (query.to !== undefined) filters.push({ sql: 'i.reported_at < ?', parameters: [new Date(query.to)] });
  if (query.hotline) filters.push(FROM_THE_HOTLINE);
  if (query.q) filters.push(matching(query.q));
  return filters;
}

function matching(q: string): Condition {
  const literal = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  return {
    // The number is stored as ASCII and could not be compared with Chinese otherwise.
    sql: 'convert(i.number using utf8mb4) like ? or i.place_label like ? or i.description like ? or i.voice_words like ?',
    parameters: [literal(q.toUpperCase()), literal(q), literal(q), literal(q)],
  };
}

function countsFrom(row: Record<string, string | null>): QueueCounts {
  return Object.fromEntries(QUEUE_TABS.map((tab) => [tab, Number(row[tab] ?? 0)])) as QueueCounts;
}
