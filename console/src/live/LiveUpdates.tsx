import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useMe } from '../session/useMe';
import { asksAgain } from './asking-again';
import { ALL_KINDS } from './hints';
import { setConnected } from './live.store';
import { listenOnce } from './one-listener';

/** Keeps what is on the screen fresh while somebody is signed in. Draws nothing. */
export function LiveUpdates() {
  const queryClient = useQueryClient();
  const { id } = useMe();
  useEffect(() => {
    const askAgain = asksAgain(queryClient);
    let before = false;
    const stop = listenOnce(id, {
      onHint: (kind) => askAgain([kind]),
      onConnected: (connected) => {
        setConnected(connected);
        // Whatever was said while nobody listened is made up for.
        if (connected && !before) askAgain(ALL_KINDS);
        before = connected;
      },
    });
    return () => {
      stop();
      setConnected(false);
    };
  }, [queryClient, id]);
  return null;
}
