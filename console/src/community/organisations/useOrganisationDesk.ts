import type { OrganisationKind } from '@linli/shared';
import { keepPreviousData } from '@tanstack/react-query';
import { $api } from '../../api/client';
import { type Answering, useAction } from '../../api/useAction';

export const ORGANISATION_PAGE = 20;
const LIST = ['get', '/api/organisations/desk'] as const;
const ONE = ['get', '/api/organisations/{id}'] as const;

/** How one looks at the list; it stands in the address. */
export interface OrganisationView {
  dissolved: boolean;
  kind: OrganisationKind | undefined;
  q: string;
  page: number;
}

export function useOrganisationDesk({ dissolved, kind, q, page }: OrganisationView) {
  const query = {
    ...{ page, pageSize: ORGANISATION_PAGE },
    ...(dissolved ? { when: 'dissolved' as const } : {}),
    ...(kind ? { kind } : {}),
    ...(q ? { q } : {}),
  };
  return $api.useQuery(...LIST, { params: { query } }, { placeholderData: keepPreviousData });
}

export function useOrganisation(id: string) {
  return $api.useQuery(...ONE, { params: { path: { id } } });
}

/** Where there may be one. */
export function useOrganisationPlaces() {
  return $api.useQuery('get', '/api/organisations/places');
}

interface Change<Body> {
  send: (id: string, body: Body) => Answering<unknown>;
  say: string;
  after?: () => void;
}

/** One change of an organisation; list and drawer are asked for again, and whatever offers organisations to choose from. */
export function useOrganisationChange<Body>({ send, say, after }: Change<Body>) {
  const keys = [[...LIST], [...ONE], ['get', '/api/organisations'], ['get', '/api/staff/places']];
  return useAction<Body, unknown>({ ...{ send, say, after, stale: keys, touches: keys }, keep: () => {} });
}
