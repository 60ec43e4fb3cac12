import type { IncidentAction } from '@linli/shared';
import {
  type InfiniteData,
  type Query,
  useInfiniteQuery,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { useDidShow } from '@tarojs/taro';
import { useRef } from 'react';
import { useInFront } from '../../components/useInFront';
import type { IncidentDetail, IncidentFeed } from '../../request/contract';
import { keepAnswer, keptAnswer } from '../../request/kept-answers';
import { newId } from '../../request/new-id';
import { Refusal } from '../../request/refusal';
import { learnServerTime } from '../../request/server-time';
import { useSeen } from '../../request/useSeen';
import {
  actOnIncident,
  readCategories,
  readIncident,
  readIncidentByCode,
  readMyIncidents,
  readPublicIncidents,
  readWorkbench,
} from './api';

const POLL_MS = 15_000;

export const useCategories = () => useSeen(['categories'], readCategories);

export const useIncident = (id: string) =>
  useSeen(['incident', id], () => readIncident(id), { pollMs: POLL_MS, enabled: id !== '' });

export const useIncidentByCode = (code: string) =>
  useSeen(['incident-by-code', code], () => readIncidentByCode(code), {
    pollMs: POLL_MS,
    enabled: code !== '',
  });

/**
 * A feed read page by page; when nobody answers, its first page is the one last seen. It keeps itself fresh while it is
 * looked at and only its first page is open: whoever has scrolled on is reading, and would have every page sent again.
 */
function useFeed<F extends IncidentFeed>(
  key: string[],
  read: (cursor?: string) => Promise<F>,
  enabled: boolean,
) {
  const name = key.join('.');
  const inFront = useInFront();
  const query = useInfiniteQuery({
    queryKey: key,
    enabled,
    initialPageParam: undefined as string | undefined,
    refetchInterval: ({ state }: Query<F, Error, InfiniteData<F, string | undefined>, string[]>) =>
      inFront && (state.data?.pages.length ?? 1) === 1 && POLL_MS,
    queryFn: async ({ pageParam }) => {
      const page = await read(pageParam);
      learnServerTime(page.serverNow);
      if (pageParam === undefined) keepAnswer(name, page);
      return page;
    },
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
  useDidShow(() => {
    if (enabled && query.isStale && query.data?.pages.length === 1)
      void query.refetch({ cancelRefetch: false });
  });
  const unanswered = query.error instanceof Refusal && query.error.unanswered;
  const kept = unanswered ? keptAnswer<F>(name) : undefined;
  const pages = query.data?.pages ?? (kept ? [kept.answer] : undefined);
  return {
    query,
    first: pages?.[0],
    items: pages?.flatMap((page) => page.items),
    seenAtMs: unanswered && pages ? kept?.seenAtMs : undefined,
  };
}

export const usePublicIncidents = (communityId: string | null) =>
  useFeed(
    ['public', communityId ?? ''],
    (cursor) => readPublicIncidents(communityId ?? '', cursor),
    communityId !== null,
  );

export const useMyIncidents = (enabled = true) => useFeed(['mine'], readMyIncidents, enabled);

export const useWorkbench = (enabled = true) => useFeed(['workbench'], readWorkbench, enabled);

export interface Act {
  id: string;
  action: IncidentAction;
  body?: Record<string, unknown>;
}

/**
 * Does one action. A tap that got no answer keeps its action id, so that tapping again is the same tap; an answer,
 * good or bad, ends it. Lists and the incident itself are asked for again either way.
 */
export function useAct() {
  const client = useQueryClient();
  const pending = useRef<{ key: string; actionId: string } | null>(null);
  return useMutation<IncidentDetail, unknown, Act>({
    mutationFn: async ({ id, action, body = {} }) => {
      const key = JSON.stringify([id, action, body]);
      if (pending.current?.key !== key) pending.current = { key, actionId: newId() };
      const answer = await actOnIncident(id, action, { actionId: pending.current.actionId, ...body });
      pending.current = null;
      return answer;
    },
    onSuccess: (incident) => client.setQueryData(['incident', incident.id], incident),
    onError: (error) => {
      if (error instanceof Refusal && !error.passing) pending.current = null;
    },
    onSettled: (_answer, _error, { id }) => {
      for (const key of [['incident', id], ['public'], ['mine'], ['workbench']]) {
        void client.invalidateQueries({ queryKey: key });
      }
    },
  });
}
