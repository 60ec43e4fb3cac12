import type { IncidentDetail, TimelineEntry } from '../../api/contract';

/** The entry that had an incident done again, while it is; null in the first round and once it is said to be done anew. */
export function reopenedBy({
  round,
  state,
  timeline,
}: Pick<IncidentDetail, 'round' | 'state' | 'timeline'>): TimelineEntry | null {
  if (round < 2 || (state !== 'handling' && state !== 'held')) return null;
  return (
    timeline.findLast(
      ({ action, outcome }) => action === 'dispute' || (action === 'check_back' && outcome === 'unsatisfied'),
    ) ?? null
  );
}
