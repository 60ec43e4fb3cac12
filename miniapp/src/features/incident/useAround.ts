import { useReachBottom } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { usePublicIncidents } from './hooks';

export type Reach = 'near' | 'all';

/** Where somebody is, as far as it is known. */
export interface Around {
  communityId: string;
  gridId: string | null;
}

/**
 * 身边的事: what is in the grid where I am, else in the whole community. It begins near when there is anything near, and
 * stays where it began: a list must not change under the eyes of whoever is reading it.
 */
export function useAround(here: Around | null) {
  const gridId = here?.gridId ?? null;
  const [begun, setBegun] = useState<{ gridId: string; reach: Reach; nothingNear: boolean } | null>(null);
  const now = begun?.gridId === gridId ? begun : null;
  const reach: Reach = gridId === null ? 'all' : (now?.reach ?? 'near');
  const near = usePublicIncidents(here?.communityId ?? null, gridId, reach === 'near');
  const all = usePublicIncidents(here?.communityId ?? null, null, reach === 'all');
  const nearCount = near.items?.length;
  useEffect(() => {
    if (gridId === null || now !== null || nearCount === undefined) return;
    const nothingNear = nearCount === 0;
    setBegun({ gridId, reach: nothingNear ? 'all' : 'near', nothingNear });
  }, [gridId, now, nearCount]);
  const feed = reach === 'near' ? near : all;

  useReachBottom(() => {
    if (feed.query.hasNextPage && !feed.query.isFetchingNextPage) void feed.query.fetchNextPage();
  });

  return {
    feed,
    reach,
    /** Null where no grid is known: there is nothing to choose then. */
    choose: gridId === null ? null : (next: Reach) => setBegun({ gridId, reach: next, nothingNear: false }),
    /** Said once, where the list began with the whole community because nothing is near. */
    nothingNearWords: now?.nothingNear ? '附近还没有人报过事，先看全社区的' : null,
  };
}
