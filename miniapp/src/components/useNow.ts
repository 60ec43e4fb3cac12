import { useEffect, useState } from 'react';
import { serverNowMs } from '../request/server-time';
import { useInFront } from './useInFront';

/** The clocks speak in minutes, so a look every ten seconds is never late by more than that. */
const TICK_MS = 10_000;

/** Now by the server's clock, renewed while the page is in front. */
export function useNow(): number {
  const [now, setNow] = useState(serverNowMs);
  const inFront = useInFront();
  useEffect(() => {
    if (!inFront) return undefined;
    setNow(serverNowMs());
    const timer = setInterval(() => setNow(serverNowMs()), TICK_MS);
    return () => clearInterval(timer);
  }, [inFront]);
  return now;
}
