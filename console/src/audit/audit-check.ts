import type { AuditBreak } from '../api/contract';

/** A line somebody copied before, to be compared with. */
export interface KeptSeal {
  keptSeq: number;
  keptHash: string;
}

interface CheckedPart {
  broken: AuditBreak | null;
  phase: string;
  count: number;
  total: number;
  next: string | null;
}

export type CheckStep =
  | { is: 'running'; seen: number; total: number }
  | { is: 'sound'; seen: number; withKept: boolean }
  | { is: 'broken'; broken: AuditBreak };

/** Checks the chain part after part, and says how far it is. Whoever stops listening has nothing more asked. */
export async function* auditCheck(
  kept: KeptSeal | null,
  ask: (body: Partial<KeptSeal> & { from?: string }) => Promise<CheckedPart>,
): AsyncGenerator<CheckStep> {
  let from: string | null = null;
  let seen = 0;
  do {
    const part: CheckedPart = await ask({ ...kept, ...(from === null ? {} : { from }) });
    if (part.broken !== null) {
      yield { is: 'broken', broken: part.broken };
      return;
    }
    if (part.phase === 'seals') seen += part.count;
    from = part.next;
    yield { is: 'running', seen, total: part.total };
  } while (from !== null);
  yield { is: 'sound', seen, withKept: kept !== null };
}
