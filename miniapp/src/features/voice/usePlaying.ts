import { useEffect, useRef, useState } from 'react';
import { playSound } from './play-sound';

/** A button that plays and stops one sound. It falls silent when its screen goes. */
export function usePlaying(source: string) {
  const [state, setState] = useState<'still' | 'playing' | 'failed'>('still');
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => {
    // Another recording in the same place begins anew.
    void source;
    return () => stop.current?.();
  }, [source]);
  const press = () => {
    if (state === 'playing') return stop.current?.();
    try {
      stop.current = playSound(source, (now) => setState(now === 'ended' ? 'still' : now));
    } catch {
      setState('failed');
    }
  };
  return { state, press };
}
