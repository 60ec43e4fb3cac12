import type { IncidentTimelineAction } from '@linli/shared';

interface HoldMark {
  action: IncidentTimelineAction;
  at: Date;
}

/** One hold, from its request: approved, or still waiting for somebody to decide. */
export interface Hold {
  from: Date;
  /** When work went on; null while it lasts or waits. */
  to: Date | null;
  approved: boolean;
}

/** What ends a hold, or the wait for one, whatever comes of the incident. */
const OVER: ReadonlySet<IncidentTimelineAction> = new Set([
  'resolve',
  'reject',
  'merge',
  'resume',
  'requeue',
] as const);

/**
 * The holds of a timeline, oldest first. One that was refused or lapsed leaves nothing behind, as if nobody had asked;
 * so does one that nobody had decided on when the incident was resolved, merged or went back to its queue.
 */
export function holdsOf(timeline: readonly HoldMark[]): Hold[] {
  const holds: Hold[] = [];
  let pending: Hold | null = null;
  for (const { action, at } of timeline) {
    if (action === 'request_hold') pending = { from: at, to: null, approved: false };
    if (action === 'refuse_hold' || action === 'lapse_hold') pending = null;
    if (action === 'approve_hold' && pending !== null) {
      holds.push({ ...pending, approved: true });
      pending = null;
    }
    if (OVER.has(action)) {
      pending = null;
      const last = holds.at(-1);
      if (last !== undefined && last.to === null) last.to = at;
    }
  }
  return pending === null ? holds : [...holds, pending];
}

/** The request that still waits for a decision. */
export function pendingHoldSince(timeline: readonly HoldMark[]): Date | null {
  return holdsOf(timeline).find(({ approved }) => !approved)?.from ?? null;
}
