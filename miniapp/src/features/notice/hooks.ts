import { useQueryClient } from '@tanstack/react-query';
import { useDidShow } from '@tarojs/taro';
import { useEffect } from 'react';
import type { Notice, NoticeCard, Notices } from '../../request/contract';
import { Refusal } from '../../request/refusal';
import { useFeed } from '../../request/useFeed';
import { type Seen, useSeen } from '../../request/useSeen';
import { type Here, useHere } from '../../session/here.store';
import { useMe } from '../../session/session.store';
import { type NoticesAsked, readNotice, readNotices, sayNoticeRead } from './api';
import { readBy, useReadNotices } from './read-notices';

const POLL_MS = 15_000;
/** The home screen has more to ask for than these. */
const HOME_POLL_MS = 60_000;
/** How many the home screen reads: enough to say how many are new. */
const AT_HOME = 10;

/** Which of a community's notices are shown: for where this phone is, for anywhere in it, or those that are over. */
export type NoticesShown = 'here' | 'everywhere' | 'past';

function askedOf({ communityId, placeCode, gridId }: Here, shown: NoticesShown): NoticesAsked {
  return {
    communityId,
    ...(placeCode === null ? {} : { placeCode }),
    ...(placeCode === null && gridId !== null ? { gridId } : {}),
    ...(shown === 'here' ? {} : { everywhere: 'true' as const }),
    ...(shown === 'past' ? { past: 'true' as const } : {}),
  };
}

export function useNotices(shown: NoticesShown) {
  const here = useHere((state) => state.here);
  const feed = useFeed<Notices>(
    ['notices', here?.communityId ?? '', here?.placeCode ?? here?.gridId ?? '', shown],
    (cursor) => readNotices(askedOf(here as Here, shown), cursor),
    here !== null,
  );
  useOwedReads(feed.items as NoticeCard[] | undefined);
  return { ...feed, here };
}

export function useNoticesAtHome() {
  const here = useHere((state) => state.here);
  const seen = useSeen<Notices>(
    ['notices', here?.communityId ?? '', here?.placeCode ?? here?.gridId ?? '', 'home'],
    () => readNotices(askedOf(here as Here, 'here'), undefined, AT_HOME),
    { enabled: here !== null, pollMs: HOME_POLL_MS },
  );
  useFreshOnShow(seen);
  useOwedReads(seen.data?.items);
  return seen;
}

export function useNotice(id: string) {
  const seen = useSeen<Notice>(['notice', id], () => readNotice(id), { enabled: id !== '', pollMs: POLL_MS });
  useFreshOnShow(seen);
  const client = useQueryClient();
  const gone = seen.query.error instanceof Refusal && seen.query.error.problem.status === 410;
  useEffect(() => {
    // The lists still show it, and would until they are next asked for.
    if (gone) void client.invalidateQueries({ queryKey: ['notices'] });
  }, [gone, client]);
  return seen;
}

/** Whoever comes back to a screen is not left with what was withdrawn meanwhile. */
function useFreshOnShow({ query }: Seen<object>): void {
  // Read on each drawing: only what is read then is kept up to date.
  const { isStale, isFetched } = query;
  useDidShow(() => {
    if (isFetched && isStale) void query.refetch({ cancelRefetch: false });
  });
}

/** Whether this person has read it: the server knows, or this phone does. */
export function useIsRead(): (notice: Pick<NoticeCard, 'id' | 'read'>) => boolean {
  const me = useMe();
  const entries = useReadNotices((state) => state.entries);
  return ({ id, read }) => read || entries.includes(readBy(me?.id ?? null, id));
}

/** Opening a notice reads it: on this phone at once, at the server when somebody is signed in. */
export function useReadingOf(notice: Notice | undefined): void {
  const me = useMe();
  const mark = useReadNotices((state) => state.mark);
  const open = notice?.state === 'published' ? notice : undefined;
  const id = open?.id;
  useEffect(() => {
    if (id !== undefined) mark(me?.id ?? null, id);
  }, [id, me?.id, mark]);
  useOwedReads(open && [open]);
}

/** Under way, so that two screens do not say the same at once. */
const saying = new Set<string>();

/** Tells the server what was read on this phone by who is signed in, also what it could not be told without a network. */
function useOwedReads(notices: readonly Pick<NoticeCard, 'id' | 'read'>[] | undefined): void {
  const me = useMe();
  const client = useQueryClient();
  const entries = useReadNotices((state) => state.entries);
  const owed = me
    ? (notices ?? [])
        .filter(({ id, read }) => !read && entries.includes(readBy(me.id, id)))
        .map(({ id }) => id)
    : [];
  const ids = owed.join();
  useEffect(() => {
    for (const id of ids === '' ? [] : ids.split(',')) {
      if (saying.has(id)) continue;
      saying.add(id);
      sayNoticeRead(id)
        .then(() => {
          void client.invalidateQueries({ queryKey: ['notices'] });
          void client.invalidateQueries({ queryKey: ['notice', id] });
        })
        // Without a network it is said the next time a list is read; a notice that is gone needs no reading.
        .catch(() => undefined)
        .finally(() => saying.delete(id));
    }
  }, [ids, client]);
}
