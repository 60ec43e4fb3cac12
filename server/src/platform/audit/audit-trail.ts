import { createHash } from 'node:crypto';
import type { AuditAction, AuditSubject } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { isDuplicate } from '../database/database.errors.js';
import { Database } from '../database/database.js';
import { newId } from '../ids/new-id.js';
import { type AuditDetails, detailsText } from './audit-details.js';
import { RecentReads } from './recent-reads.js';

/** Who saw or did what to whom. Names stand in `actor.name` and `subject.label` only, where they can be erased. */
export interface AuditEntry {
  action: AuditAction;
  /** Null: the system did it, or nobody is signed in. */
  actor: { personId: string; name: string } | null;
  subject: { type: AuditSubject; id: string; label?: string };
  /** Whose data was seen, or whose standing changed. */
  aboutPersonId?: string | null;
  communityId?: string | null;
  details?: AuditDetails;
}

/** One that is written down after the moment it tells of. */
export type PastAuditEntry = AuditEntry & { at: Date };

/** One person reading one thing again within this time is the same reading. */
const READ_WINDOW_MS = 600_000;
const NAME = 50;
const LABEL = 120;
const PAST_AT_ONCE = 500;

/** Where everything writes down who did what: in the transaction of the change, so that both are kept, or neither. */
@Injectable()
export class AuditTrail {
  private readonly recent = new RecentReads();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async record(tx: EntityManager, entry: AuditEntry): Promise<void> {
    await this.insert(tx, entry, this.clock.now(), null);
  }

  /**
   * Somebody's personal data is about to be shown: the answer waits until this is written. Once per person, thing and
   * ten minutes; the database decides, and what this process wrote itself it remembers.
   */
  async recordRead(entry: AuditEntry): Promise<void> {
    const now = this.clock.now();
    const reading = readingOf(entry, now);
    if (this.recent.has(reading)) return;
    try {
      await this.database.transaction((tx) => this.insert(tx, entry, now, onceOf(reading)));
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
    this.recent.add(reading);
  }

  /** What was done long ago and is only now written down, each at its own moment; the seal says when that was. */
  async recordPast(tx: EntityManager, entries: readonly PastAuditEntry[]): Promise<void> {
    await this.insertMany(
      tx,
      entries.map((entry) => rowOf(entry, entry.at, null)),
    );
  }

  /** The same for what was read long ago, by the same rule: once per person, thing and ten minutes. */
  async recordPastReads(tx: EntityManager, entries: readonly PastAuditEntry[]): Promise<void> {
    const readings = new Map<string, PastAuditEntry>();
    for (const entry of entries) {
      const reading = readingOf(entry, entry.at);
      if (!readings.has(reading)) readings.set(reading, entry);
    }
    await this.insertMany(
      tx,
      [...readings].map(([reading, entry]) => rowOf(entry, entry.at, onceOf(reading))),
    );
  }

  private async insertMany(tx: EntityManager, all: readonly unknown[][]): Promise<void> {
    for (let from = 0; from < all.length; from += PAST_AT_ONCE) {
      const rows = all.slice(from, from + PAST_AT_ONCE);
      await tx.query(`insert into audit_entry (${COLUMNS}) values ?`, [rows]);
      await tx.query('insert into audit_unsealed (entry_id) values ?', [rows.map(([id]) => [id])]);
    }
  }

  private async insert(tx: EntityManager, entry: AuditEntry, at: Date, once: string | null): Promise<void> {
    const row = rowOf(entry, at, once);
    await tx.query(`insert into audit_entry (${COLUMNS}) values (${row.map(() => '?').join(', ')})`, row);
    await tx.query('insert into audit_unsealed (entry_id) values (?)', [row[0]]);
  }
}

/** What is the same reading. */
function readingOf({ actor, action, subject }: AuditEntry, at: Date): string {
  const window = Math.floor(at.getTime() / READ_WINDOW_MS);
  return JSON.stringify([actor?.personId, action, subject.type, subject.id, window]);
}

const onceOf = (reading: string) => createHash('sha256').update(reading).digest('hex');

const COLUMNS = `id, at, action, actor_id, actor_name, subject_type, subject_id, subject_label,
  about_person_id, community_id, details, read_once`;

function rowOf(entry: AuditEntry, at: Date, once: string | null): unknown[] {
  const { action, actor, subject, aboutPersonId = null, communityId = null, details = {} } = entry;
  return [
    newId(at),
    at,
    action,
    actor?.personId ?? null,
    actor?.name.slice(0, NAME) ?? null,
    subject.type,
    subject.id,
    subject.label?.slice(0, LABEL) ?? null,
    aboutPersonId,
    communityId,
    detailsText(details),
    once,
  ];
}
