import { createHash } from 'node:crypto';

/** What of an entry its seal covers: ids, codes, numbers and times. Names stand outside, so that one can be erased. */
export interface SealedContent {
  id: string;
  at: Date;
  action: string;
  actorId: string | null;
  subjectType: string;
  subjectId: string;
  aboutPersonId: string | null;
  communityId: string | null;
  /** As it is stored. */
  details: string;
}

export interface Link {
  seq: number;
  hash: string;
}

/** A chain begins with nothing before it. */
export const BEGINNING: Link = { seq: 0, hash: '0'.repeat(64) };

/** The seal of an entry at its place in the chain; any other entry, place or past gives another one. */
export function sealHash(before: Link, sealedAt: Date, entry: SealedContent): string {
  const canonical = JSON.stringify([
    before.seq + 1,
    before.hash,
    sealedAt.toISOString(),
    entry.id,
    entry.at.toISOString(),
    entry.action,
    entry.actorId,
    entry.subjectType,
    entry.subjectId,
    entry.aboutPersonId,
    entry.communityId,
    entry.details,
  ]);
  return createHash('sha256').update(canonical).digest('hex');
}

/** A seal as it is stored, with its entry where that is still there. */
export interface StoredSeal {
  seq: number;
  entryId: string;
  sealedAt: Date;
  prevHash: string;
  hash: string;
  entry: SealedContent | null;
}

export const BREAKS = [
  'seal_missing',
  'seal_changed',
  'entry_missing',
  'entry_changed',
  'root_differs',
  'kept_root_differs',
  'tail_missing',
  'entry_unsealed',
  'waiting_lost',
  'pruned_early',
  'kept_root_gone',
] as const;
export type BreakKind = (typeof BREAKS)[number];

/**
 * The first place at which the records are not what was sealed. `kept_root_gone`: all that is left is, but the kept root
 * lies before it and was compared with nothing, which is no proof of anything.
 */
export interface Break {
  kind: BreakKind;
  seq: number | null;
  entryId: string | null;
}

/**
 * Follows the chain over one stored seal: the link after it, or what is wrong there. A seal that does not lead on from
 * the one before was changed, moved or put in; one that leads on but does not fit its entry tells that the entry was changed.
 */
export function follow(before: Link, seal: StoredSeal): Link | Break {
  const broken = (kind: BreakKind): Break => ({ kind, seq: before.seq + 1, entryId: seal.entryId });
  if (seal.seq !== before.seq + 1) return { kind: 'seal_missing', seq: before.seq + 1, entryId: null };
  if (seal.prevHash !== before.hash) return broken('seal_changed');
  if (seal.entry === null) return broken('entry_missing');
  if (sealHash(before, seal.sealedAt, seal.entry) !== seal.hash) return broken('entry_changed');
  return { seq: seal.seq, hash: seal.hash };
}

export function isBreak(found: Link | Break): found is Break {
  return 'kind' in found;
}
