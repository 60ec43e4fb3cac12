import { type InfiniteData, type Query, useInfiniteQuery } from '@tanstack/react-query';
import { useDidShow } from '@tarojs/taro';
import { useInFront } from '../components/useInFront';
import { keepAnswer, keptAnswer } from './kept-answers';
import { Refusal } from './refusal';
import { learnServerTime } from './server-time';

const POLL_MS = 15_000;

/** One page of any list that is read on and on. */
interface Feed {
  items: unknown[];
  nextCursor: string | null;
  serverNow?: string;
}

/**
 * A feed read page by page; when nobody answers, its first page is the one last seen. It keeps itself fresh while it is
 * looked at and only its first page is open: whoever has scrolled on is reading, and would have every page sent again.
 */
export function useFeed<F extends Feed>(
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
      if (page.serverNow !== undefined) learnServerTime(page.serverNow);
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
    items: pages?.flatMap((page) => page.items) as F['items'] | undefined,
    seenAtMs: unanswered && pages ? kept?.seenAtMs : undefined,
  };
}
