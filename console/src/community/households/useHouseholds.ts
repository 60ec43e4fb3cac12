import type { HomeRelation, MemberState } from '@linli/shared';
import { keepPreviousData } from '@tanstack/react-query';
import { $api, api } from '../../api/client';
import type { MemberLine } from '../../api/contract';
import { type Answering, useAction } from '../../api/useAction';
import { useRefreshMs } from '../../live/live.store';

export const HOUSEHOLD_PAGE = 50;
export const HOUSEHOLDS = ['get', '/api/households/desk'] as const;
export const HOUSEHOLD = ['get', '/api/households/{id}'] as const;

export interface HouseholdView {
  state: MemberState;
  buildingId: string | undefined;
  q: string;
  page: number;
}

/** Who lives where in this person's communities, the newest first. */
export function useHouseholds({ state, buildingId, q, page }: HouseholdView) {
  const refetchInterval = useRefreshMs();
  return $api.useQuery(
    ...HOUSEHOLDS,
    {
      params: {
        query: {
          ...{ state, page, pageSize: HOUSEHOLD_PAGE },
          ...(buildingId ? { buildingId } : {}),
          ...(q ? { q } : {}),
        },
      },
    },
    { refetchInterval, placeholderData: keepPreviousData },
  );
}

/** One membership with its course and who else belongs to the home; that it was read is kept. */
export function useHousehold(id: string) {
  return $api.useQuery(...HOUSEHOLD, { params: { path: { id } } });
}

interface EnterMember {
  homeId: string;
  name: string;
  relation: HomeRelation;
  livesHere: boolean;
}

/** Enters somebody who has no phone to claim with. */
export function useEntering(onDone: (id: string) => void) {
  return useAction<EnterMember, { id: string }>({
    send: (id, body) => api.POST('/api/households/entries', { body: { id, ...body } }),
    say: '登记好了',
    keep: () => undefined,
    after: ({ id }) => onDone(id),
    stale: [[...HOUSEHOLDS]],
    touches: [[...HOUSEHOLDS]],
  });
}

export type Decision = 'confirm' | 'refuse' | 'end';

const SAID: Record<Decision, string> = {
  confirm: '确认好了',
  refuse: '已经告诉对方没有通过',
  end: '已经结束，对方会收到消息',
};

/** Decides one membership; the list is asked for again either way. */
export function useDecision(decision: Decision, member: MemberLine | null, onDone?: () => void) {
  return useAction<{ reason: string }, { id: string }>({
    send: (actionId, { reason }) => send(decision, member?.id ?? '', actionId, reason),
    say: SAID[decision],
    keep: () => undefined,
    after: onDone,
    stale: [[...HOUSEHOLDS], [...HOUSEHOLD]],
    touches: [[...HOUSEHOLDS], [...HOUSEHOLD]],
  });
}

function send(decision: Decision, id: string, actionId: string, reason: string): Answering<{ id: string }> {
  const params = { path: { id } };
  if (decision === 'confirm') return api.POST('/api/households/{id}/confirm', { params, body: { actionId } });
  const body = { actionId, reason };
  return decision === 'refuse'
    ? api.POST('/api/households/{id}/refuse', { params, body })
    : api.POST('/api/households/{id}/end', { params, body });
}
