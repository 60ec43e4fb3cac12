import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answered } from '../../api/answered';
import { $api, api } from '../../api/client';
import type { DeadDelivery } from '../../api/contract';
import { PAGES } from '../../api/pages';
import { DeadList } from './DeadList';

export function DeadDeliveries() {
  const queryClient = useQueryClient();
  const list = $api.useInfiniteQuery('get', '/api/deliveries/dead', {}, PAGES);
  const retry = useMutation({
    mutationFn: (id: string) =>
      answered(api.POST('/api/deliveries/dead/{id}/retry', { params: { path: { id } } })),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['get', '/api/deliveries/dead'] }),
  });
  return (
    <DeadList<DeadDelivery>
      title="没发出去的提醒"
      note="微信、短信、企业微信群里没发成的。站内消息不受影响，人已经能在消息里看到。"
      nothing="提醒都发出去了"
      list={list}
      retry={retry}
      what={({ channelLabel, kindLabel }) => `${channelLabel}：${kindLabel ?? '群里的一句话'}`}
      why={({ lastError }) => lastError}
    />
  );
}
