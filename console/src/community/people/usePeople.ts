import type { Role } from '@linli/shared';
import { keepPreviousData } from '@tanstack/react-query';
import { $api } from '../../api/client';
import { type Answering, useAction } from '../../api/useAction';
import { useRefreshMs } from '../../live/live.store';

export const PEOPLE_PAGE = 20;
export type HeldWhen = 'now' | 'coming' | 'ended';
const LIST = ['get', '/api/staff'] as const;
const ONE = ['get', '/api/staff/{id}'] as const;

export interface PeopleView {
  when: HeldWhen;
  role: Role | undefined;
  q: string;
  page: number;
}

/** Everybody whose appointments this person manages. */
export function usePeople({ when, role, q, page }: PeopleView) {
  const refetchInterval = useRefreshMs();
  return $api.useQuery(
    ...LIST,
    {
      params: {
        query: { when, page, pageSize: PEOPLE_PAGE, ...(role ? { role } : {}), ...(q ? { q } : {}) },
      },
    },
    { refetchInterval, placeholderData: keepPreviousData },
  );
}

const COLLEAGUES_SHOWN = 20;

/** Those in office here with this piece in their name; where there are more, more of the name is written. */
export function useColleagues(q: string) {
  return $api.useQuery(
    ...LIST,
    { params: { query: { when: 'now', page: 1, pageSize: COLLEAGUES_SHOWN, ...(q ? { q } : {}) } } },
    { placeholderData: keepPreviousData },
  );
}

export function usePerson(id: string) {
  return $api.useQuery(...ONE, { params: { path: { id } } });
}

/** Where there is to appoint to this role; nothing is asked before one is chosen. */
export function usePlacesFor(role: Role | null) {
  return $api.useQuery(
    'get',
    '/api/staff/places',
    { params: { query: { role: role ?? 'grid_worker' } } },
    { enabled: role !== null },
  );
}

export function useHeldCases(appointmentId: string) {
  return $api.useQuery(
    'get',
    '/api/appointments/{id}/held-cases',
    { params: { path: { id: appointmentId } } },
    { staleTime: 0 },
  );
}

interface Change<Body> {
  send: (id: string, body: Body) => Answering<unknown>;
  say: string | ((body: Body) => string);
  after?: () => void;
  /** Lists beyond these that it changes as well. */
  besides?: readonly (readonly [string, string])[];
}

/** One change of somebody's standing; the lists are asked for again afterwards. */
export function usePeopleChange<Body>({ send, say, after, besides = [] }: Change<Body>) {
  const keys = [LIST, ONE, ...besides].map((key) => [...key]);
  return useAction<Body, unknown>({
    ...{ send, say, after, stale: keys, touches: keys },
    keep: () => {},
  });
}
