const MINUTE_MS = 60_000;

/** One row of a timeline as the database has it. */
export interface ReplayedAction {
  action: string;
  actor_person_id: string;
  actor_name: string;
  at: Date;
  data: string;
}

interface ReplayedClock {
  kind: string;
  started_at: Date;
  due_at: Date;
  stopped_at: Date | null;
}

/** The states that actions lead to, written down a second time so that the server's own table is held against it. */
const LEADS_TO: Record<string, string> = {
  report: 'reported',
  accept: 'accepted',
  dispatch: 'handling',
  resolve: 'resolved',
  confirm: 'closed',
};

/** What an incident's row and clocks must say when only its timeline is known, under the limits of 5, 30 and 240 minutes. */
export function replay(timeline: readonly ReplayedAction[]) {
  const of = (action: string) => timeline.find((entry) => entry.action === action);
  const data = (action: string, key: string) => {
    const entry = of(action);
    return entry === undefined ? null : (JSON.parse(entry.data)[key] ?? null);
  };
  const report = timeline[0];
  if (report?.action !== 'report') throw new Error('a timeline begins with the report');
  const difficulty = data('judge', 'difficulty');
  const clock = (kind: string, minutes: number, stop: string): ReplayedClock => ({
    kind,
    started_at: report.at,
    due_at: new Date(report.at.getTime() + minutes * MINUTE_MS),
    stopped_at: of(stop)?.at ?? null,
  });
  const clocks = [clock('response', 5, 'accept')];
  if (difficulty !== null) clocks.push(clock('solve', difficulty === 'simple' ? 30 : 240, 'resolve'));
  const running = clocks
    .filter(({ stopped_at }) => stopped_at === null)
    .map(({ due_at }) => due_at.getTime());
  return {
    state: timeline.flatMap(({ action }) => LEADS_TO[action] ?? []).at(-1),
    difficulty,
    route: data('dispatch', 'route'),
    reporter_id: report.actor_person_id,
    reporter_name: report.actor_name,
    handler_id: of('accept')?.actor_person_id ?? null,
    handler_name: of('accept')?.actor_name ?? null,
    resolver_id: of('resolve')?.actor_person_id ?? null,
    reported_at: report.at,
    published_at: of('publish')?.at ?? null,
    resolved_at: of('resolve')?.at ?? null,
    closed_at: of('confirm')?.at ?? null,
    rating: data('confirm', 'rating'),
    next_due_at: running.length === 0 ? null : new Date(Math.min(...running)),
    clocks,
  };
}
