import { $api } from '../api/client';

const ORGANISATIONS_STALE_MS = 60_000;

/** Who can be asked to help in a community. */
export function useOrganisations(communityId: string) {
  return $api.useQuery(
    'get',
    '/api/organisations',
    { params: { query: { communityId } } },
    { staleTime: ORGANISATIONS_STALE_MS },
  );
}
