import { useCallback, useEffect, useRef, useState } from 'react';
import { answered } from '../api/answered';
import { api } from '../api/client';
import { asProblem } from '../api/problem';
import { auditCheck, type CheckStep, type KeptSeal } from './audit-check';

export type CheckState = { is: 'idle' } | CheckStep | { is: 'failed'; title: string };

/** A check that goes on while its dialog is open: each part asked for is work for the server. */
export function useAuditCheck() {
  const [state, setState] = useState<CheckState>({ is: 'idle' });
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);
  const start = useCallback(async (kept: KeptSeal | null) => {
    setState({ is: 'running', seen: 0, total: 0 });
    try {
      const ask = async (body: Parameters<Parameters<typeof auditCheck>[1]>[0]) =>
        answered(api.POST('/api/audit/checks', { body }));
      for await (const step of auditCheck(kept, ask)) {
        if (gone.current) return;
        setState(step);
      }
    } catch (error) {
      setState({ is: 'failed', title: asProblem(error).title });
    }
  }, []);
  return { state, start };
}
