import { get } from '../../request/call';
import type { Organisations } from '../../request/contract';
import { useSeen } from '../../request/useSeen';

/** Who can be asked to help in a community. */
export const useOrganisations = (communityId: string) =>
  useSeen(['organisations', communityId], () => get<Organisations>('/api/organisations', { communityId }), {
    enabled: communityId !== '',
  });
