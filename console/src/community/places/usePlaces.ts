import { roleMay } from '@linli/shared';
import { keepPreviousData } from '@tanstack/react-query';
import { $api } from '../../api/client';
import type { PlaceSheet } from '../../api/contract';
import { type Answering, useAction } from '../../api/useAction';
import { useMe } from '../../session/useMe';
import type { PlaceView } from './place-views';

export const PLACE_PAGE = 50;
const LIST = ['get', '/api/communities/{id}/places'] as const;

/** The communities whose codes this person sees to. */
export function usePlaceCommunities(): { id: string; name: string }[] {
  const { appointments } = useMe();
  const own = appointments.filter(
    ({ role, communityId, gridId }) =>
      roleMay(role, 'place.manage') && communityId !== null && gridId === null,
  );
  return [...new Map(own.map((a) => [a.communityId as string, a.communityName ?? a.areaName ?? '']))].map(
    ([id, name]) => ({ id, name }),
  );
}

export function usePlaces(communityId: string, { revoked, q, page }: PlaceView) {
  return $api.useQuery(
    ...LIST,
    {
      params: {
        path: { id: communityId },
        query: {
          standing: revoked ? 'revoked' : 'in_force',
          page,
          pageSize: PLACE_PAGE,
          ...(q ? { q } : {}),
        },
      },
    },
    { placeholderData: keepPreviousData },
  );
}

/** Exactly these, to be printed. */
export function usePlacesOf(communityId: string, codes: string[]) {
  return $api.useQuery(
    ...LIST,
    {
      params: {
        path: { id: communityId },
        // The contract has them divided by commas.
        query: { codes: codes.join(','), pageSize: Math.max(1, codes.length) },
      },
    },
    { enabled: communityId !== '' && codes.length > 0 },
  );
}

/** What people without a smartphone call; null for a community that has not said. */
export function useDutyPhoneOf(communityId: string) {
  return $api.useQuery(
    'get',
    '/api/communities/{id}/duty-phone',
    { params: { path: { id: communityId } } },
    { enabled: communityId !== '' },
  );
}

interface PlaceChange<Body> {
  send: (id: string, body: Body) => Answering<PlaceSheet | undefined>;
  say: string | ((body: Body) => string);
  after: (place: PlaceSheet | undefined) => void;
}

/** One change of the list, which is asked for again afterwards. */
export function usePlaceChange<Body>({ send, say, after }: PlaceChange<Body>) {
  return useAction<Body, PlaceSheet | undefined>({
    ...{ send, say, after, stale: [[...LIST]], touches: [[...LIST]] },
    // One line of a list that is shown page by page cannot be put in its place here.
    keep: () => {},
  });
}
