import { useQuery } from '@tanstack/react-query';
import { useDidShow } from '@tarojs/taro';
import { useInFront } from '../../components/useInFront';
import { useSignedIn } from '../../session/session.store';
import { countUnread } from './api';

const POLL_MS = 30_000;

/** How many messages wait to be read; asked for gently while the screen is looked at. Signed out: none. */
export function useUnreadCount(): number {
  const signedIn = useSignedIn();
  const inFront = useInFront();
  const { data, isStale, refetch } = useQuery({
    queryKey: ['inbox-count'],
    queryFn: countUnread,
    enabled: signedIn,
    refetchInterval: inFront && POLL_MS,
  });
  useDidShow(() => {
    if (signedIn && isStale) void refetch({ cancelRefetch: false });
  });
  return signedIn ? (data?.unread ?? 0) : 0;
}
