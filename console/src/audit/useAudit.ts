import { $api } from '../api/client';
import { type AuditFilters, askedFor } from './audit-filters';

const LIMIT = 50;

/** The newest first. It is not renewed by itself: every look is kept, and nobody looks without being here. */
export function useAudit(filters: AuditFilters) {
  return $api.useInfiniteQuery(
    'get',
    '/api/audit/entries',
    { params: { query: { ...askedFor(filters), limit: LIMIT } } },
    {
      pageParamName: 'cursor',
      // The client puts 0 for what is not given; null is left out of the address.
      initialPageParam: null,
      getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    },
  );
}
