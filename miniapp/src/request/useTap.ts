import { useMemo, useRef } from 'react';
import { newId } from './new-id';
import { Refusal } from './refusal';

/**
 * The action id of the tap under way. A tap that got no answer keeps its id, so that tapping again is the same tap; an
 * answer, good or bad, ends it.
 */
export function useTap() {
  const pending = useRef<{ key: string; actionId: string } | null>(null);
  return useMemo(() => {
    const end = () => {
      pending.current = null;
    };
    return {
      idOf: (what: unknown): string => {
        const key = JSON.stringify(what);
        if (pending.current?.key !== key) pending.current = { key, actionId: newId() };
        return pending.current.actionId;
      },
      end,
      endIfAnswered: (error: unknown) => {
        if (error instanceof Refusal && !error.passing) end();
      },
    };
  }, []);
}
