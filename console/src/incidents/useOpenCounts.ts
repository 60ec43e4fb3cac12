import type { QueueCounts } from '../api/contract';
import { useIncidentQueue } from './useIncidentQueue';

const EVERYTHING_OPEN = { tab: 'open', page: 1 } as const;

/**
 * How many incidents wait for somebody, whatever the list is narrowed to. Costs nothing while the usual list is open. Asked
 * for in the background too: it is for those who look elsewhere.
 */
export function useOpenCounts(): QueueCounts | undefined {
  return useIncidentQueue(EVERYTHING_OPEN, { inBackground: true }).data?.counts;
}
