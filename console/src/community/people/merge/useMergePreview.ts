import { $api } from '../../../api/client';

/** Nothing is asked before both are chosen; what is shown is as of now. */
export function useMergePreview(fromId: string | null, intoId: string | null) {
  return $api.useQuery(
    'get',
    '/api/people/{id}/merge-preview',
    { params: { path: { id: fromId ?? '' }, query: { into: intoId ?? '' } } },
    { enabled: fromId !== null && intoId !== null, staleTime: 0, gcTime: 0 },
  );
}
