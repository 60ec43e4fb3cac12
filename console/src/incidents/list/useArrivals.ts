import { useRef } from 'react';
import type { IncidentCard } from '../../api/contract';
import { serverNowMs } from '../../clock/server-time';

const NEW_FOR_MS = 2 * 60_000;

/** Which rows came in while the list was being watched: marked for two minutes, or until opened. */
export function useArrivals(
  items: IncidentCard[] | undefined,
  openId: string | undefined,
  now: number,
): Set<string> {
  const watchedSince = useRef(serverNowMs());
  const opened = useRef(new Set<string>());
  if (openId) opened.current.add(openId);
  const fresh = (items ?? []).filter((item) => {
    const reported = Date.parse(item.reportedAt);
    return reported > watchedSince.current && now - reported < NEW_FOR_MS && !opened.current.has(item.id);
  });
  return new Set(fresh.map((item) => item.id));
}
