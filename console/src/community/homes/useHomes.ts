import { keepPreviousData, useQueryClient } from '@tanstack/react-query';
import { $api, api } from '../../api/client';
import type { HomeDetail } from '../../api/contract';
import { keepAnswer } from '../../api/keep-answer';
import { type Answering, useAction } from '../../api/useAction';
import type { HomeView } from './home-views';

export const HOME_PAGE = 20;
const LIST = ['get', '/api/homes'] as const;
const ESTATES = ['get', '/api/homes/estates'] as const;
/** Numbers of a whole community change with a sale or a file, not while one looks. */
const ESTATES_STALE_MS = 60_000;
const WATCH_MS = 1_500;

export function useHomes(communityId: string, { estateId, buildingId, q, page }: HomeView) {
  return $api.useQuery(
    ...LIST,
    {
      params: {
        query: {
          ...{ communityId, page, pageSize: HOME_PAGE },
          ...(estateId ? { estateId } : {}),
          ...(buildingId ? { buildingId } : {}),
          ...(q ? { q } : {}),
        },
      },
    },
    { placeholderData: keepPreviousData },
  );
}

export function useHomeEstates(communityId: string) {
  return $api.useQuery(...ESTATES, { params: { query: { communityId } } }, { staleTime: ESTATES_STALE_MS });
}

export function useHome(id: string) {
  return $api.useQuery('get', '/api/homes/{id}', { params: { path: { id } } });
}

/** Changes a home's owners and shows what the server made of it. */
export function useHomeChange<Body>(plan: {
  send: (actionId: string, body: Body) => Answering<HomeDetail>;
  say: string;
  after: () => void;
}) {
  const queries = useQueryClient();
  return useAction<Body, HomeDetail>({
    send: plan.send,
    say: plan.say,
    after: plan.after,
    keep: (home) =>
      keepAnswer(
        queries,
        $api.queryOptions('get', '/api/homes/{id}', { params: { path: { id: home.id } } }).queryKey,
        home,
      ),
    stale: [['get', '/api/homes/{id}']],
    touches: [[...LIST], [...ESTATES]],
  });
}

const UNDER_WAY = ['waiting', 'checking', 'applying'];

/** The community's latest files; while one is under way it is asked for again and again. */
export function useHomeImports(communityId: string) {
  return $api.useQuery(
    'get',
    '/api/home-imports',
    { params: { query: { communityId } } },
    {
      refetchInterval: ({ state }) =>
        state.data?.items.some((one) => UNDER_WAY.includes(one.state)) ? WATCH_MS : false,
    },
  );
}

/** One file whole, with what was found in it. */
export function useHomeImport(id: string) {
  return $api.useQuery(
    'get',
    '/api/home-imports/{id}',
    { params: { path: { id } } },
    {
      refetchInterval: ({ state }) =>
        !state.data || UNDER_WAY.includes(state.data.state) ? WATCH_MS : false,
    },
  );
}

/** Sends a file; the server reads the id first. */
export function sendHomeSheet(id: string, communityId: string, file: File) {
  const form = new FormData();
  form.append('id', id);
  form.append('file', file);
  return api.POST('/api/home-imports', {
    params: { query: { communityId } },
    body: { id, file: file.name },
    bodySerializer: () => form,
  });
}
