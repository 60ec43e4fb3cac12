const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;

/** One row of a timeline as the database has it. */
export interface ReplayedAction {
  action: string;
  actor_person_id: string | null;
  actor_name: string;
  at: Date;
  data: string;
}

interface ReplayedClock {
  kind: string;
  round: number;
  started_at: Date;
  due_at: Date;
  stopped_at: Date | null;
  paused_at: Date | null;
}

/** The states that actions lead to, written down a second time so that the server's own table is held against it. */
const LEADS_TO: Record<string, string> = {
  report: 'reported',
  accept: 'accepted',
  dispatch: 'handling',
  approve_hold: 'held',
  resume: 'handling',
  reject: 'rejected',
  merge: 'merged',
  resolve: 'resolved',
  dispute: 'handling',
  confirm: 'closed',
  close_silently: 'closed',
  requeue: 'reported',
};

/** What an incident's row and clocks must say when only its timeline is known, under the limits that come with the system, round the clock. */
export function replay(timeline: readonly ReplayedAction[]) {
  const of = (action: string) => timeline.findLast((entry) => entry.action === action);
  const data = (action: string, key: string) => {
    const entry = of(action);
    return entry === undefined ? null : (JSON.parse(entry.data)[key] ?? null);
  };
  const report = timeline[0];
  if (report?.action !== 'report') throw new Error('a timeline begins with the report');
  const { clocks, round, waiting } = replayClocks(timeline);
  const reopenedAt = timeline.findLast(reopens(timeline))?.at ?? new Date(0);
  const ofRound = (action: string) => {
    const entry = of(action);
    return entry !== undefined && entry.at >= reopenedAt ? entry : undefined;
  };
  const running = clocks
    .filter(
      ({ stopped_at, paused_at, kind }) => stopped_at === null && paused_at === null && kind !== 'confirm',
    )
    .filter(({ due_at }) => waiting === null || waiting > due_at)
    .map(({ due_at }) => due_at.getTime());
  return {
    state: timeline
      .flatMap((entry) => (reopens(timeline)(entry) ? 'handling' : (LEADS_TO[entry.action] ?? [])))
      .at(-1),
    round,
    difficulty: data('judge', 'difficulty'),
    route: data('dispatch', 'route'),
    ...handlerOf(timeline),
    resolver_id: ofRound('resolve')?.actor_person_id ?? null,
    reported_at: report.at,
    published_at: of('publish')?.at ?? null,
    resolved_at: ofRound('resolve')?.at ?? null,
    closed_at: (of('confirm') ?? of('close_silently'))?.at ?? null,
    rating: data('confirm', 'rating'),
    escalation_step: Math.max(
      0,
      ...timeline.filter(({ action }) => action === 'escalate').map((entry) => JSON.parse(entry.data).step),
    ),
    next_due_at: running.length === 0 ? null : new Date(Math.min(...running)),
    clocks: clocks.sort((one, other) => one.round - other.round || (one.kind < other.kind ? -1 : 1)),
  };
}

/** Who has it in hand; a name that came by a hand-over stands in no entry, so it is not looked at. */
function handlerOf(timeline: readonly ReplayedAction[]) {
  const entry = timeline.findLast(({ action }) => ['accept', 'requeue', 'hand_over'].includes(action));
  if (entry?.action === 'accept')
    return { handler_id: entry.actor_person_id, handler_name: entry.actor_name };
  if (entry?.action === 'hand_over') return { handler_id: JSON.parse(entry.data).toPersonId };
  return { handler_id: null, handler_name: null };
}

/** Whether an entry sends back to work what was said to be done. */
function reopens(timeline: readonly ReplayedAction[]) {
  return (entry: ReplayedAction): boolean => {
    if (entry.action === 'dispute') return true;
    if (entry.action !== 'check_back' || JSON.parse(entry.data).outcome !== 'unsatisfied') return false;
    const before = timeline.slice(0, timeline.indexOf(entry)).findLast(({ action }) => action in LEADS_TO);
    return before?.action === 'resolve';
  };
}

/** Walks along the timeline once, moving limits as holds end; the server works holds out first and then each clock. */
function replayClocks(timeline: readonly ReplayedAction[]) {
  const clocks: ReplayedClock[] = [];
  const reopening = reopens(timeline);
  let round = 1;
  let began = timeline[0]?.at ?? new Date(0);
  let difficulty: string | null = null;
  let waiting: Date | null = null;
  let held: Date | null = null;

  const start = (kind: string, from: Date, due: Date) =>
    clocks.push({ kind, round, started_at: from, due_at: due, stopped_at: null, paused_at: null });
  const stop = (at: Date, ...kinds: string[]) => {
    for (const clock of clocks)
      if (kinds.includes(clock.kind) && clock.stopped_at === null) clock.stopped_at = at;
  };
  const solve = () => {
    if (difficulty === null) return;
    const minutes = { simple: 30, complex: 240, hard: 1_440 }[difficulty] ?? 0;
    start(difficulty === 'hard' ? 'plan' : 'solve', began, new Date(began.getTime() + minutes * MINUTE_MS));
  };

  for (const entry of timeline) {
    const { action, at } = entry;
    const data = JSON.parse(entry.data);
    if (action === 'report') start('response', at, new Date(at.getTime() + 5 * MINUTE_MS));
    if (action === 'accept') stop(at, 'response');
    if (action === 'requeue') {
      waiting = null;
      const answered = clocks.filter(({ kind }) => kind === 'response');
      if (answered.every(({ stopped_at }) => stopped_at !== null)) {
        start('response', at, new Date(at.getTime() + 5 * MINUTE_MS));
        for (const clock of clocks.slice(-1)) clock.round = answered.length + 1;
      }
    }
    if (action === 'judge') {
      difficulty = data.difficulty;
      solve();
    }
    if (action === 'plan') {
      stop(at, 'plan');
      start('solve', at, new Date(data.dueAt));
    }
    if (['reject', 'merge', 'resolve'].includes(action)) stop(at, 'response', 'plan', 'solve');
    if (action === 'resolve') start('confirm', at, new Date(at.getTime() + 7 * DAY_MS));
    if (['confirm', 'close_silently'].includes(action) || reopening(entry)) stop(at, 'confirm');
    if (reopening(entry)) {
      round += 1;
      began = at;
      solve();
    }
    if (action === 'request_hold') waiting = at;
    if (['refuse_hold', 'lapse_hold'].includes(action)) waiting = null;
    if (action === 'approve_hold') {
      held = waiting;
      waiting = null;
      for (const clock of clocks) {
        const from = held === null || held < clock.started_at ? clock.started_at : held;
        if (clock.stopped_at === null && from <= clock.due_at) clock.paused_at = from;
      }
    }
    if (action === 'resume' || action === 'requeue') {
      for (const clock of clocks) {
        if (clock.paused_at === null) continue;
        clock.due_at = new Date(clock.due_at.getTime() + at.getTime() - clock.paused_at.getTime());
        clock.paused_at = null;
      }
      held = null;
    }
  }
  return { clocks, round, waiting };
}
