import { useCallback, useState } from 'react';
import { answered } from '../api/answered';
import { api } from '../api/client';
import type { AuditBreak } from '../api/contract';
import { asProblem } from '../api/problem';

export type CheckState =
  | { is: 'idle' }
  | { is: 'running'; seen: number; total: number }
  | { is: 'sound'; seen: number }
  | { is: 'broken'; broken: AuditBreak }
  | { is: 'failed'; title: string };

/** Checks the chain part after part, and says how far it is. */
export function useAuditCheck() {
  const [state, setState] = useState<CheckState>({ is: 'idle' });
  const start = useCallback(async (kept: { keptSeq: number; keptHash: string } | null) => {
    let from: string | null = null;
    let seen = 0;
    setState({ is: 'running', seen, total: 0 });
    try {
      do {
        const body: { from?: string; keptSeq?: number; keptHash?: string } = {
          ...kept,
          ...(from === null ? {} : { from }),
        };
        const part = await answered(api.POST('/api/audit/checks', { body }));
        if (part.broken !== null) {
          setState({ is: 'broken', broken: part.broken });
          return;
        }
        if (part.phase === 'seals') seen += part.count;
        from = part.next;
        setState({ is: 'running', seen, total: part.total });
      } while (from !== null);
      setState({ is: 'sound', seen });
    } catch (error) {
      setState({ is: 'failed', title: asProblem(error).title });
    }
  }, []);
  return { state, start };
}
