import { useSyncExternalStore } from 'react';

let connected = false;
const listeners = new Set<() => void>();

export function setConnected(now: boolean): void {
  if (now === connected) return;
  connected = now;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether changes are told to this browser as they happen. */
function useLive(): boolean {
  return useSyncExternalStore(subscribe, () => connected);
}

const ASKING_MS = 10_000;
/** A net under the hints: a connection may be dead for a while before anybody notices. */
const NET_MS = 60_000;

/** How often a list is asked for by itself: seldom while changes are told, often while they are not. */
export function useRefreshMs(): number {
  return useLive() ? NET_MS : ASKING_MS;
}
