import type { QueryClient } from '@tanstack/react-query';
import { readSession, subscribe } from './session.store';

/** What one person was shown must not be there for the next one at the same desk. */
export function forgetWhenPersonChanges(queryClient: QueryClient): void {
  let personId = readSession()?.me.id;
  subscribe(() => {
    const now = readSession()?.me.id;
    if (now === personId) return;
    personId = now;
    queryClient.clear();
  });
}
