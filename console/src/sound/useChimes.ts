import { useEffect, useRef } from 'react';
import type { QueueCounts } from '../api/contract';
import { chime } from './chime';

/** Sounds when there are more incidents than before, or more that soon run out. The first counts only begin the watch. */
export function useChimes(counts: QueueCounts | undefined): void {
  const before = useRef<QueueCounts | undefined>(undefined);
  useEffect(() => {
    if (!counts) return;
    const last = before.current;
    before.current = counts;
    if (!last) return;
    if (counts.all > last.all) chime('arrived');
    else if (counts.due_soon > last.due_soon) chime('soon');
  }, [counts]);
}
