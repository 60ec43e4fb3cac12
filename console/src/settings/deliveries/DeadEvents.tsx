import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answered } from '../../api/answered';
import { $api, api } from '../../api/client';
import type { DeadEvent } from '../../api/contract';
import { PAGES } from '../../api/pages';
import { DeadList } from './DeadList';

export function DeadEvents() {
  const queryClient = useQueryClient();
  const list = $api.useInfiniteQuery('get', '/api/effects/dead', {}, PAGES);
  const retry = useMutation({
    mutationFn: (id: string) =>
      answered(api.POST('/api/effects/dead/{id}/retry', { params: { path: { id } } })),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['get', '/api/effects/dead'] }),
  });
  return (
    <DeadList<DeadEvent>
      title="没做成的后续"
      note="一件事发生以后该跟着做的（告诉谁、记上什么）。原因排除以后再做一次，不会做重。"
      nothing="该做的都做了"
      list={list}
      retry={retry}
      what={({ type }) => <code>{type}</code>}
      why={({ error }) => error}
    />
  );
}
