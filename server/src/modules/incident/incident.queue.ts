import { LIMITS, OPEN_INCIDENT_STATES } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { Scope } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { labelMeans } from '../../platform/database/label-means.js';
import { containing } from '../../platform/database/listing.js';
import { type IncidentQueueQueryDto, QUEUE_TABS, type QueueTab } from './dto/incident-list.dto.js';
import {
  allOf,
  type Condition,
  DUE_ORDER,
  INCIDENT_COLUMNS,
  type IncidentRow,
  inScope,
  inScopeWhere,
  kindsOfPlaces,
  pageOf,
  singlePlaces,
} from './incident.rows.js';

export type QueueCounts = Record<QueueTab, number>;

export interface QueuePage {
  rows: IncidentRow[];
  total: number;
  counts: QueueCounts;
}

const DEFAULT_PAGE_SIZE = 20;

const ORDERS: Record<QueueTab, string> = {
  open: DUE_ORDER,
  due_soon: DUE_ORDER,
  overdue: DUE_ORDER,
  to_approve: 'i.hold_requested_at, i.id',
  awaiting_confirm: 'i.resolved_at, i.id',
  to_check_back: 'i.to_check_back_since, i.id',
  all: 'i.reported_at desc, i.id desc',
};

/** These grow with the years. What the others list is somebody's work, so there is never more of it than people can do. */
const GROWING = ['to_check_back', 'all'] as const satisfies QueueTab[];
type WorkTab = Exclude<QueueTab, (typeof GROWING)[number]>;
const WORK_TABS = QUEUE_TABS.filter((tab): tab is WorkTab => !isGrowing(tab));
/** What any of the tabs of work can hold: what is open, and what waits to be confirmed or closes by itself in a few days. */
const WORK: Condition = { sql: 'i.state in (?)', parameters: [[...OPEN_INCIDENT_STATES, 'resolved']] };

function isGrowing(tab: QueueTab): tab is (typeof GROWING)[number] {
  return (GROWING as readonly QueueTab[]).includes(tab);
}

/** The console's table: filtered, paged, with a count on every tab. */
@Injectable()
export class IncidentQueue {
  constructor(private readonly database: Database) {}

  async page(scope: Scope, query: IncidentQueueQueryDto, now: Date): Promise<QueuePage> {
    if (inScope(scope) === null) return { rows: [], total: 0, counts: countsFrom({}) };
    const tab = query.tab ?? 'open';
    const filters = filtersOf(query);
    const shown = [tabCondition(tab, now), ...filters];
    if (query.state !== undefined) shown.push({ sql: 'i.state = ?', parameters: [query.state] });
    const [counts, total, rows] = await Promise.all([
      this.counts(scope, filters, now),
      query.state === undefined ? null : this.upToMost(scope, shown),
      this.rows(scope, tab, shown, query),
    ]);
    return { rows, counts, total: total ?? counts[tab] };
  }

  private async counts(scope: Scope, filters: Condition[], now: Date): Promise<QueueCounts> {
    const [work, ...growing] = await Promise.all([
      this.workCounts(scope, filters, now),
      ...GROWING.map((tab) => this.upToMost(scope, [tabCondition(tab, now), ...filters])),
    ]);
    return countsFrom({ ...work, ...Object.fromEntries(GROWING.map((tab, i) => [tab, growing[i]])) });
  }

  /** All tabs of work in one pass over the work. */
  private async workCounts(scope: Scope, filters: Condition[], now: Date) {
    const where = work(scope, filters);
    const tabs = WORK_TABS.map((tab) => ({ tab, condition: tabCondition(tab, now) }));
    const sums = tabs.map(({ tab, condition }) => `sum(${condition.sql}) as \`${tab}\``).join(', ');
    const [row] = await this.database.query<Record<WorkTab, string | null>>(
      `select ${sums} from incident i where ${where.sql}`,
      [...tabs.flatMap(({ condition }) => condition.parameters), ...where.parameters],
    );
    return row;
  }

  /** Counts no further than screens say. */
  private async upToMost(scope: Scope, shown: Condition[]): Promise<number> {
    const parts = kindsOfPlaces(scope).map((kind) => allOf([kind, ...shown]));
    const found = parts
      .map(({ sql }) => `(select i.id from incident i where ${sql} limit ?)`)
      .join(' union ');
    const [row] = await this.database.queryByIndex<{ found: string | number }>(
      `select count(*) as found from (${found}) found`,
      parts.flatMap(({ parameters }) => [...parameters, LIMITS.listCountMax]),
    );
    return Math.min(Number(row?.found ?? 0), LIMITS.listCountMax);
  }

  private async rows(
    scope: Scope,
    tab: QueueTab,
    shown: Condition[],
    query: IncidentQueueQueryDto,
  ): Promise<IncidentRow[]> {
    const size = query.pageSize ?? DEFAULT_PAGE_SIZE;
    const offset = ((query.page ?? 1) - 1) * size;
    if (offset >= LIMITS.listCountMax) return [];
    const { sql, parameters } = isGrowing(tab)
      ? firstOfEach(scope, shown, ORDERS[tab], { size, offset })
      : pageOf(work(scope, shown), ORDERS[tab], size, offset);
    return this.database.query<IncidentRow>(sql, parameters);
  }
}

function work(scope: Scope, shown: Condition[]): Condition {
  return inScopeWhere(scope, allOf([WORK, ...shown])) as Condition;
}

/** The first ones of each place, each along its own index, from which the first of all are chosen. */
function firstOfEach(
  scope: Scope,
  shown: Condition[],
  order: string,
  { size, offset }: { size: number; offset: number },
): Condition {
  const parts = singlePlaces(scope).map((place) => allOf([place, ...shown]));
  const firsts = parts
    .map(({ sql }) => `(select i.id from incident i where ${sql} order by ${order} limit ?)`)
    .join(' union ');
  return {
    sql: `select ${INCIDENT_COLUMNS} from (${firsts}) firsts join incident i on i.id = firsts.id
      order by ${order} limit ? offset ?`,
    parameters: [...parts.flatMap(({ parameters }) => [...parameters, offset + size]), size, offset],
  };
}

/** `due_soon` means what clockWords calls soon: the row keeps from when its next clock is. */
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
      return { sql: 'i.to_check_back_since is not null', parameters: [] };
    case 'open':
      return open;
    case 'overdue':
      return {
        sql: `${open.sql} and i.next_due_at is not null and i.next_due_at < ?`,
        parameters: [...open.parameters, now],
      };
    case 'due_soon':
      return {
        sql: `${open.sql} and i.next_due_at is not null and i.next_due_at >= ?
          and i.next_warn_at is not null and i.next_warn_at <= ?`,
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
  const there = labelMeans('i.place_label', q, 'building');
  return {
    // The number is stored as ASCII and could not be compared with Chinese otherwise.
    sql: `convert(i.number using utf8mb4) like ? or ${there.sql} or i.description like ? or i.voice_words like ?`,
    parameters: [containing(q.toUpperCase()), ...there.parameters, containing(q), containing(q)],
  };
}

function countsFrom(row: Partial<Record<QueueTab, string | number | null>>): QueueCounts {
  return Object.fromEntries(QUEUE_TABS.map((tab) => [tab, Number(row[tab] ?? 0)])) as QueueCounts;
}
