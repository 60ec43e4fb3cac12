import { useSyncExternalStore } from 'react';
import { readSnapshot, subscribe } from './session.store';

export function useSession() {
  return useSyncExternalStore(subscribe, readSnapshot);
}
