import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { BEGINNING, type Break, follow, isBreak, type Link, type SealedContent } from './audit-chain.js';
import { keptSince } from './audit-keeping.js';
import { dayOf, SEALED_COLUMNS } from './audit-rows.js';

/** How far a check came: through the seals first, then through the entries, whether each has a seal. */
export type CheckedTo = { phase: 'seals'; seq: number; hash: string } | { phase: 'entries'; after: string };

export interface CheckedPart {
  /** Seals or entries this part went through. */
  count: number;
  /** Where to go on; null when all is checked. */
  next: CheckedTo | null;
  broken: Break | null;
  /** The last seal it went through, where it went through seals. */
  last?: Link;
}

/** A root that somebody wrote down or kept elsewhere. */
export interface KeptRoot {
  seq: number;
  hash: string;
}

interface SealRow extends SealedContent {
  seq: number;
  entryId: string;
  sealedAt: Date;
  prevHash: string;
  hash: string;
}

interface RootRow extends Link {
  day: string;
  pruned: number;
}

const PART = 2_000;

/**
 * Computes the chain anew, part by part, and tells the first place where it does not hold. It trusts nothing it reads
 * but the root that somebody brings along.
 */
@Injectable()
export class AuditVerifier {
  constructor(private readonly database: Database) {}

  /** All of it at once, for the command line; `last` is the last seal that was checked. */
  async all(kept: KeptRoot | null): Promise<{ count: number; broken: Break | null; last: Link }> {
    let at: CheckedTo | null = null;
    let count = 0;
    let last = BEGINNING;
    for (;;) {
      const part: CheckedPart = await this.part(at, kept);
      if (at?.phase !== 'entries') count += part.count;
      last = part.last ?? last;
      if (part.broken !== null || part.next === null) return { count, broken: part.broken, last };
      at = part.next;
    }
  }

  async part(from: CheckedTo | null, kept: KeptRoot | null): Promise<CheckedPart> {
    if (from?.phase === 'entries') return this.entriesAfter(from.after);
    const roots = await this.roots();
    const early = prunedEarly(roots);
    if (early !== null) return { count: 0, next: null, broken: early };
    return this.sealsAfter(from ?? startOf(roots), roots, kept);
  }

  private async sealsAfter(
    from: Link,
    roots: readonly RootRow[],
    kept: KeptRoot | null,
  ): Promise<CheckedPart> {
    const rows = await this.database.query<SealRow>(
      `select cast(s.seq as signed) as seq, s.entry_id as entryId, s.sealed_at as sealedAt, s.prev_hash as prevHash,
         s.hash, ${SEALED_COLUMNS}
         from audit_seal s left join audit_entry e on e.id = s.entry_id
        where s.seq > ? order by s.seq limit ?`,
      [from.seq, PART],
    );
    const rootAt = new Map(roots.map((root) => [root.seq, root.hash]));
    let at: Link = from;
    for (const [index, row] of rows.entries()) {
      const next = follow(at, { ...row, seq: Number(row.seq), entry: row.id === null ? null : row });
      if (isBreak(next)) return { count: index, next: null, broken: next };
      const differs = (hash: string | undefined) => hash !== undefined && hash !== next.hash;
      const place = { seq: next.seq, entryId: row.entryId };
      if (differs(rootAt.get(next.seq)))
        return { count: index, next: null, broken: { kind: 'root_differs', ...place } };
      if (kept?.seq === next.seq && differs(kept.hash))
        return { count: index, next: null, broken: { kind: 'kept_root_differs', ...place } };
      at = next;
    }
    if (rows.length === PART)
      return { count: PART, next: { phase: 'seals', seq: at.seq, hash: at.hash }, broken: null, last: at };
    const broken = await this.tail(at, roots, kept);
    return {
      count: rows.length,
      next: broken === null ? { phase: 'entries', after: '' } : null,
      broken,
      last: at,
    };
  }

  /** What ends before the head, a day's root or the root somebody kept has lost its end. */
  private async tail(at: Link, roots: readonly RootRow[], kept: KeptRoot | null): Promise<Break | null> {
    const [head] = await this.database.query<{ seq: number }>(
      'select cast(seq as signed) as seq from audit_head where id = 1',
    );
    const [further] = await this.database.query<{ seq: number }>(
      'select cast(max(seq) as signed) as seq from audit_seal',
    );
    // Sealing goes on meanwhile; what was sealed since is no gap.
    const last = Math.max(at.seq, Number(further?.seq ?? 0));
    const known = Math.max(Number(head?.seq ?? 0), kept?.seq ?? 0, ...roots.map(({ seq }) => seq));
    return known > last ? { kind: 'tail_missing', seq: last + 1, entryId: null } : null;
  }

  /** An entry is sealed or waits to be: one that is neither was put in past us, or its seal was taken away. */
  private async entriesAfter(after: string): Promise<CheckedPart> {
    const rows = await this.database.query<{ id: string; loose: number }>(
      `select e.id, s.seq is null and u.entry_id is null as loose
         from (select id from audit_entry where id > ? order by id limit ${PART}) e
         left join audit_seal s on s.entry_id = e.id left join audit_unsealed u on u.entry_id = e.id
        order by e.id`,
      [after],
    );
    const loose = rows.findIndex((row) => Number(row.loose) === 1);
    if (loose !== -1) {
      const entryId = rows[loose]?.id ?? null;
      return { count: loose, next: null, broken: { kind: 'entry_unsealed', seq: null, entryId } };
    }
    const last = rows.at(-1);
    if (rows.length === PART && last !== undefined)
      return { count: PART, next: { phase: 'entries', after: last.id }, broken: null };
    const [lost] = await this.database.query<{ id: string }>(
      `select u.entry_id as id from audit_unsealed u left join audit_entry e on e.id = u.entry_id
        where e.id is null limit 1`,
    );
    const broken: Break | null =
      lost === undefined ? null : { kind: 'waiting_lost', seq: null, entryId: lost.id };
    return { count: rows.length, next: null, broken };
  }

  private async roots(): Promise<RootRow[]> {
    const rows = await this.database.query<RootRow>(
      `select date_format(day, '%Y-%m-%d') as day, cast(seq as signed) as seq, hash,
         pruned_at is not null as pruned from audit_root order by seq`,
    );
    return rows.map((row) => ({ ...row, seq: Number(row.seq), pruned: Number(row.pruned) }));
  }
}

/** A root as it is printed: perhaps a day, then its place in the chain and the seal. */
export function readKeptRoot(text: string): KeptRoot | null {
  const [, seq, hash] = /(?:^|\s)(\d{1,15})\s+([0-9a-f]{64})$/.exec(text.trim()) ?? [];
  return seq === undefined || hash === undefined ? null : { seq: Number(seq), hash };
}

/** Where the kept part of the chain begins. */
function startOf(roots: readonly RootRow[]): Link {
  return roots.filter(({ pruned }) => pruned === 1).at(-1) ?? BEGINNING;
}

/** Saying of young entries that their time was over would be a way to be rid of them. */
function prunedEarly(roots: readonly RootRow[]): Break | null {
  const since = dayOf(keptSince(new Date()));
  const early = roots.find(({ pruned, day }) => pruned === 1 && day >= since);
  return early === undefined ? null : { kind: 'pruned_early', seq: early.seq, entryId: null };
}
