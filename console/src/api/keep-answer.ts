import type { QueryClient, QueryKey } from '@tanstack/react-query';

/** Shows what an act made of something; what was asked before the act and is still on its way would say how it was before. */
export function keepAnswer(queries: QueryClient, queryKey: QueryKey, answer: unknown): void {
  void queries.cancelQueries({ queryKey, exact: true });
  queries.setQueryData(queryKey, answer);
}
