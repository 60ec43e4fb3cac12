import { useQueries } from '@tanstack/react-query';
import { $api } from '../api/client';
import { useMe } from '../session/useMe';

const AREAS_STALE_MS = 10 * 60_000;

/** The communities a person's appointments reach, each with its grids and buildings. */
export function useStaffCommunities() {
  const { appointments } = useMe();
  // A subdistrict officer is appointed to the subdistrict, whose communities have to be asked for.
  const wide = appointments.filter((a) => a.communityId === null).map((a) => a.areaName);
  const all = $api.useQuery(
    'get',
    '/api/communities',
    {},
    { enabled: wide.length > 0, staleTime: AREAS_STALE_MS },
  );
  const own = appointments.flatMap((a) => a.communityId ?? []);
  const reached = all.data?.items.filter((c) => wide.includes(c.subdistrictName)).map((c) => c.id) ?? [];
  const ids = [...new Set([...own, ...reached])];
  const maps = useQueries({ queries: ids.map((id) => communityMapQuery(id)) });
  return maps.flatMap((map) => map.data ?? []);
}

export function communityMapQuery(id: string) {
  return $api.queryOptions(
    'get',
    '/api/communities/{id}/map',
    { params: { path: { id } } },
    { staleTime: AREAS_STALE_MS },
  );
}
