import { useEffect } from 'react';
import { noteServerNow } from './server-time';

/** Takes the server's time from an answer and the moment it was received. */
export function useServerNow(serverNow: string | undefined, receivedAtMs: number): void {
  useEffect(() => {
    if (serverNow) noteServerNow(serverNow, receivedAtMs);
  }, [serverNow, receivedAtMs]);
}
