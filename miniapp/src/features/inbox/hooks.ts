import { type InfiniteData, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Inbox } from '../../request/contract';
import { useFeed } from '../../request/useFeed';
import { readAllMessages, readInbox, readMessage } from './api';

const INBOX = ['inbox'];

export const useInbox = () => useFeed<Inbox>(INBOX, readInbox, true);

/** Marks messages as read: on the screen at once, at the server as soon as it answers. */
export function useReading() {
  const client = useQueryClient();
  const mark = (ids: (id: string, at: string) => boolean) =>
    client.setQueryData<InfiniteData<Inbox>>(INBOX, (shown) => {
      if (shown === undefined) return shown;
      const readAt = new Date().toISOString();
      return {
        ...shown,
        pages: shown.pages.map((page) => ({
          ...page,
          items: page.items.map((one) =>
            one.readAt === null && ids(one.id, one.at) ? { ...one, readAt } : one,
          ),
        })),
      };
    });
  const settled = () => {
    void client.invalidateQueries({ queryKey: INBOX });
    void client.invalidateQueries({ queryKey: ['inbox-count'] });
  };
  const one = useMutation({
    mutationFn: readMessage,
    onMutate: (id) => void mark((other) => other === id),
    onSettled: settled,
  });
  const all = useMutation({
    mutationFn: readAllMessages,
    onSuccess: (_count, until) => void mark((_id, at) => at <= until),
    onSettled: settled,
  });
  return { one, all };
}
