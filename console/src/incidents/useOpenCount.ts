import { useIncidentQueue } from './useIncidentQueue';

const EVERYTHING_OPEN = { tab: 'open', page: 1 } as const;

/** How many incidents wait for somebody, whatever the list is narrowed to. Costs nothing while the usual list is open. */
export function useOpenCount(): number | undefined {
  return useIncidentQueue(EVERYTHING_OPEN).data?.counts.open;
}
