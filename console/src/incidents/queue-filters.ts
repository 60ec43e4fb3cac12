import { INCIDENT_STATES, type IncidentState } from '@linli/shared';
import type { QueueQuery, QueueTab } from '../api/contract';

export const PAGE_SIZE = 20;
export const UNASSIGNED_GRID = 'none';
export const RECENT_DAYS = [1, 7, 30] as const;

/** What part of the queue one looks at. It lives in the address, so that it can be kept, shared and gone back to. */
export interface QueueFilters {
  tab: QueueTab;
  grid?: string;
  category?: string;
  state?: IncidentState;
  days?: number;
  /** Only what came from there. */
  source?: 'hotline';
  q?: string;
  page: number;
}

export const QUEUE_TABS: { tab: QueueTab; label: string }[] = [
  { tab: 'open', label: '待办' },
  { tab: 'due_soon', label: '快超时' },
  { tab: 'overdue', label: '已超时' },
  { tab: 'to_approve', label: '等批挂起' },
  { tab: 'awaiting_confirm', label: '等确认' },
  { tab: 'to_check_back', label: '等回访' },
  { tab: 'all', label: '全部' },
];

/** Lists of open incidents stand by what runs out soonest; the others by when they were reported. */
export function isByClock(tab: QueueTab): boolean {
  return tab === 'open' || tab === 'due_soon' || tab === 'overdue';
}

/** What the address says; what it says wrongly is left out. */
export function readFilters(params: URLSearchParams): QueueFilters {
  const text = (name: string) => params.get(name)?.trim() || undefined;
  const days = Number(params.get('days'));
  return {
    tab: QUEUE_TABS.find((t) => t.tab === params.get('tab'))?.tab ?? 'open',
    grid: text('grid'),
    category: text('category'),
    state: INCIDENT_STATES.find((s) => s === params.get('state')),
    days: RECENT_DAYS.find((d) => d === days),
    source: params.get('source') === 'hotline' ? 'hotline' : undefined,
    q: text('q'),
    page: Math.max(1, Math.floor(Number(params.get('page'))) || 1),
  };
}

/** The shortest address that says the same: what is usual is not written. */
export function writeFilters(filters: QueueFilters): URLSearchParams {
  const params = new URLSearchParams();
  if (filters.tab !== 'open') params.set('tab', filters.tab);
  for (const name of ['grid', 'category', 'state', 'days', 'source', 'q'] as const) {
    const value = filters[name];
    if (value) params.set(name, String(value));
  }
  if (filters.page > 1) params.set('page', String(filters.page));
  return params;
}

const DAY_MS = 86_400_000;
const SHANGHAI_MS = 8 * 3_600_000;

/** Midnight in Shanghai at the start of the last `days` days, today included. It moves once a day, so lists stay comparable. */
function startOfRecent(days: number, nowMs: number): string {
  const today = Math.floor((nowMs + SHANGHAI_MS) / DAY_MS);
  return new Date((today - days + 1) * DAY_MS - SHANGHAI_MS).toISOString();
}

export function toQuery(filters: QueueFilters, nowMs: number): QueueQuery {
  return {
    page: filters.page,
    pageSize: PAGE_SIZE,
    tab: filters.tab,
    gridId: filters.grid,
    categoryCode: filters.category,
    state: filters.state,
    hotline: filters.source && ('true' as const),
    q: filters.q,
    from: filters.days ? startOfRecent(filters.days, nowMs) : undefined,
  };
}

/** All that can be narrowed, left open again. */
export const NOTHING_NARROWED: Partial<QueueFilters> = {
  grid: undefined,
  category: undefined,
  state: undefined,
  days: undefined,
  source: undefined,
  q: undefined,
};

export function hasNarrowing(filters: QueueFilters): boolean {
  return Boolean(
    filters.grid || filters.category || filters.state || filters.days || filters.source || filters.q,
  );
}
