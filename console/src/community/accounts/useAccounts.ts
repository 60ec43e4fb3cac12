import { keepPreviousData } from '@tanstack/react-query';
import { $api } from '../../api/client';
import { type Answering, useAction } from '../../api/useAction';
import type { AccountView } from './account-view';

export const ACCOUNT_PAGE = 20;
const LIST = ['get', '/api/accounts'] as const;
const ONE = ['get', '/api/accounts/{personId}'] as const;

export function useAccounts({ has, q, page }: AccountView) {
  return $api.useQuery(
    ...LIST,
    { params: { query: { page, pageSize: ACCOUNT_PAGE, ...(has ? { has } : {}), ...(q ? { q } : {}) } } },
    { placeholderData: keepPreviousData },
  );
}

export function useAccount(personId: string) {
  return $api.useQuery(...ONE, { params: { path: { personId } } });
}

/** One change of somebody's account; list and drawer are asked for again. */
export function useAccountChange<Body, Answer>(
  send: (actionId: string, body: Body) => Answering<Answer>,
  say: string,
  after?: (answer: Answer) => void,
) {
  return useAction<Body, Answer>({
    send,
    say,
    after,
    keep: () => undefined,
    stale: [[...LIST], [...ONE]],
    touches: [[...LIST], [...ONE]],
  });
}
