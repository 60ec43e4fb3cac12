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
    return from?.phase === 'entries' ? this.entriesAfter(from.after, kept) : this.sealsAfter(from, kept);
  }

  private async sealsAfter(from: Link | null, kept: KeptRoot | null): Promise<CheckedPart> {
    const roots = await this.roots();
    const rows = await this.database.query<SealRow>(
      `select cast(s.seq as signed) as seq, s.entry_id as entryId, s.sealed_at as sealedAt, s.prev_hash as prevHash,
         s.hash, ${SEALED_COLUMNS}
         from audit_seal s left join audit_entry e on e.id = s.entry_id
        where s.seq > ? order by s.seq limit ?`,
      [from?.seq ?? BEGINNING.seq, PART],
    );
    const [first] = rows;
    const astray =
      rootAstray(roots) ?? (from === null && first !== undefined ? prunedEarly(first, roots) : null);
    if (astray !== null) return { count: 0, next: null, broken: astray };
    const rootAt = new Map(roots.map((root) => [root.seq, root]));
    let at: Link = from ?? startOf(first);
    for (const [index, row] of rows.entries()) {
      const next = follow(at, { ...row, seq: Number(row.seq), entry: row.id === null ? null : row });
      if (isBreak(next)) return { count: index, next: null, broken: next };
      const differs = (hash: string | undefined) => hash !== undefined && hash !== next.hash;
      const place = { seq: next.seq, entryId: row.entryId };
      const root = rootAt.get(next.seq);
      if (root !== undefined && (differs(root.hash) || root.day !== dayOf(row.sealedAt)))
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
  private async entriesAfter(after: string, kept: KeptRoot | null): Promise<CheckedPart> {
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
      lost === undefined ? await this.keptGone(kept) : { kind: 'waiting_lost', seq: null, entryId: lost.id };
    return { count: rows.length, next: null, broken };
  }

  /** A kept root before the first seal there is was compared with nothing, and nobody may take that for sound. */
  private async keptGone(kept: KeptRoot | null): Promise<Break | null> {
    if (kept === null) return null;
    const [first] = await this.database.query<{ seq: number }>(
      'select cast(min(seq) as signed) as seq from audit_seal',
    );
    const gone = kept.seq < Number(first?.seq ?? 0);
    return gone ? { kind: 'kept_root_gone', seq: kept.seq, entryId: null } : null;
  }

  private async roots(): Promise<RootRow[]> {
    const rows = await this.database.query<RootRow>(
      "select date_format(day, '%Y-%m-%d') as day, cast(seq as signed) as seq, hash from audit_root order by seq, day",
    );
    return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
  }
}

/** A root as it is printed: perhaps a day, then its place in the chain and the seal. */
export function readKeptRoot(text: string): KeptRoot | null {
  const [, seq, hash] = /(?:^|\s)(\d{1,15})\s+([0-9a-f]{64})$/.exec(text.trim()) ?? [];
  return seq === undefined || hash === undefined ? null : { seq: Number(seq), hash };
}

/** Before the first seal there is; what that seal says of it is computed anew with the seal itself. */
function startOf(first: SealRow | undefined): Link {
  const seq = Number(first?.seq ?? 1) - 1;
  return first === undefined || seq === 0 ? BEGINNING : { seq, hash: first.prevHash };
}

/** The first seal there is must be the chain's first or one whose time is over, and so must be all that went before it. */
function prunedEarly(first: SealRow, roots: readonly RootRow[]): Break | null {
  const seq = Number(first.seq);
  if (seq === BEGINNING.seq + 1) return null;
  const day = dayOf(first.sealedAt);
  const early = day >= keptSince(new Date()) || roots.some((root) => root.seq < seq && root.day > day);
  return early ? { kind: 'pruned_early', seq, entryId: first.entryId } : null;
}

/** Days and places in the chain rise together. */
function rootAstray(roots: readonly RootRow[]): Break | null {
  const astray = roots.find(({ day }, index) => day <= (roots[index - 1]?.day ?? ''));
  return astray === undefined ? null : { kind: 'root_differs', seq: astray.seq, entryId: null };
}
