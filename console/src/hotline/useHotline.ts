import type { HotlineState } from '@linli/shared';
import { keepPreviousData, useQueryClient } from '@tanstack/react-query';
import { $api, api } from '../api/client';
import type { HotlineOrder } from '../api/contract';
import { keepAnswer } from '../api/keep-answer';
import { type Answering, useAction } from '../api/useAction';
import { useServerNow } from '../clock/useServerNow';
import { useRefreshMs } from '../live/live.store';
import { useMe } from '../session/useMe';

export const PAGE_SIZE = 20;

export interface HotlineQuery {
  state?: HotlineState | undefined;
  q?: string | undefined;
  page: number;
}

export function useHotlineOrders({ state, q, page }: HotlineQuery) {
  const refetchInterval = useRefreshMs();
  const orders = $api.useQuery(
    'get',
    '/api/hotline-orders',
    {
      params: {
        query: { page, pageSize: PAGE_SIZE, ...(state ? { state } : {}), ...(q ? { q } : {}) },
      },
    },
    { refetchInterval, placeholderData: keepPreviousData },
  );
  useServerNow(orders.data?.serverNow, orders.dataUpdatedAt);
  return orders;
}

/** What still has to be done by somebody here: everything that was not handed back. */
export function useOpenOrderCount(): number | undefined {
  const counts = useHotlineOrders({ page: 1 }).data?.counts;
  return counts && counts.to_handle + counts.to_reply + counts.replied;
}

export function useHotlineOrder(id: string) {
  const { permissions } = useMe();
  const refetchInterval = useRefreshMs();
  return $api.useQuery(
    'get',
    '/api/hotline-orders/{id}',
    { params: { path: { id } } },
    { refetchInterval, enabled: permissions.includes('hotline.list') },
  );
}

/** Does one thing to an order and shows what the server made of it. */
export function useOrderAction<Body>(
  send: (actionId: string, body: Body) => Answering<HotlineOrder>,
  done: { say: string; after?: (order: HotlineOrder) => void; arrivedBefore?: (body: Body) => string },
) {
  const queries = useQueryClient();
  return useAction({
    send,
    say: done.say,
    keep: (order) =>
      keepAnswer(
        queries,
        $api.queryOptions('get', '/api/hotline-orders/{id}', { params: { path: { id: order.id } } }).queryKey,
        order,
      ),
    after: done.after,
    arrivedBefore: done.arrivedBefore,
    stale: [['get', '/api/hotline-orders/{id}']],
    touches: [
      ['get', '/api/hotline-orders'],
      ['get', '/api/incidents'],
      ['get', '/api/incidents/{id}'],
    ],
  });
}

/** Sends a list of orders; `fileHash` is the preview's, absent for the preview itself. */
export function sendSheet(id: string, communityId: string, file: File, fileHash?: string) {
  const form = new FormData();
  // The server reads the id first.
  form.append('id', id);
  form.append('file', file);
  return api.POST('/api/hotline-orders/imports', {
    params: { query: fileHash ? { communityId, fileHash } : { communityId, dryRun: 'true' as const } },
    body: { id, file: file.name },
    bodySerializer: () => form,
  });
}
