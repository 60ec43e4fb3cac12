import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { get } from '../request/call';
import type { Me } from '../request/contract';
import { useSession, useSignedIn } from './session.store';

const FRESH_MS = 60_000;

/** Asks now and then who one is here: an appointment may have begun or ended since signing in. */
export function useFreshMe(): void {
  const signedIn = useSignedIn();
  const { data } = useQuery({
    queryKey: ['me'],
    queryFn: () => get<Me>('/api/me'),
    enabled: signedIn,
    staleTime: FRESH_MS,
  });
  useEffect(() => {
    const { session, keep } = useSession.getState();
    if (data && session?.me.id === data.id) keep({ ...session, me: data });
  }, [data]);
}
