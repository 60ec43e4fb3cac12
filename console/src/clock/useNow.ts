import { useEffect, useState } from 'react';
import { serverNowMs } from './server-time';

const TICK_MS = 5_000;

/** The server's time now, moving on by itself. Seconds are not shown anywhere, so every few of them will do. */
export function useNow(): number {
  const [now, setNow] = useState(serverNowMs);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNowMs()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
