import { $api } from '../../api/client';

const STALE_MS = 60_000;

/** The entrances and rooms of a building; nothing is asked before one is chosen. */
export function useDoors(buildingId: string | null) {
  return $api.useQuery(
    'get',
    '/api/buildings/{id}/doors',
    { params: { path: { id: buildingId ?? '' } } },
    { enabled: buildingId !== null, staleTime: STALE_MS },
  );
}
