import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useSeen } from '../../request/useSeen';
import { useSignedIn } from '../../session/session.store';
import { endMySession, endOtherSessions, readMySessions } from './api';

const SESSIONS = ['my-sessions'];

export const useMySessions = () => useSeen(SESSIONS, readMySessions, { enabled: useSignedIn() });

/** Signs one other device out, or with null all of them. Done twice it is the same. */
export function useSignOutElsewhere() {
  const client = useQueryClient();
  return useMutation<undefined, unknown, string | null>({
    mutationFn: (id) => (id === null ? endOtherSessions() : endMySession(id)),
    onSettled: () => void client.invalidateQueries({ queryKey: SESSIONS }),
  });
}
