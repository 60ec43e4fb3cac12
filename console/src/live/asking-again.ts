import type { QueryClient } from '@tanstack/react-query';
import { type HintKind, PATHS } from './hints';

/** Many hints in a row are answered by asking once. */
const REST_MS = 300;

/**
 * Asks again for the lists that changed. Hints that come while the answers are under way are kept for the next round: an
 * answer may have been made before the change.
 */
export function asksAgain(queryClient: QueryClient): (kinds: readonly HintKind[]) => void {
  const due = new Set<HintKind>();
  let busy = false;

  async function round(): Promise<void> {
    while (due.size > 0) {
      const paths = new Set([...due].flatMap((kind) => PATHS[kind]));
      due.clear();
      await Promise.allSettled(
        [...paths].map((path) => queryClient.invalidateQueries({ queryKey: ['get', path] })),
      );
      await new Promise((rested) => setTimeout(rested, REST_MS));
    }
    busy = false;
  }

  return (kinds) => {
    for (const kind of kinds) due.add(kind);
    if (busy || due.size === 0) return;
    busy = true;
    void round();
  };
}
