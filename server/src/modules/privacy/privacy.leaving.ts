import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { FileStorage } from '../../platform/files/file-storage.js';
import { type ErasedFiles, PersonRecords } from '../identity/index.js';
import { lockPerson } from './privacy.consents.js';

/** Somebody leaves, whole or not at all: everything of theirs goes in one transaction, their files after it. */
@Injectable()
export class PrivacyLeaving {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly records: PersonRecords,
    private readonly files: FileStorage,
  ) {}

  /** What stands in the way is asked again: much may have come into their hands since they asked. */
  async whenDue(erasureId: string, personId: string): Promise<void> {
    const now = this.clock.now();
    const files = await this.database.transaction(async (tx) => {
      await lockPerson(tx, personId);
      const [due] = await tx.query<unknown[]>(
        'select 1 from privacy_erasure where id = ? and open_key = ? and next_try_at <= ?',
        [erasureId, personId, now],
      );
      // Another process was first, or they thought better of it.
      if (due === undefined) return [];
      const obstacles = await this.records.obstacles(tx, personId);
      if (obstacles.length > 0) {
        await this.postpone(tx, erasureId, personId, obstacles, now);
        return [];
      }
      return this.erase(tx, personId, now);
    });
    await this.remove(files);
  }

  /** At once and in any case: a guardian has taken back what they agreed to. */
  async atOnce(tx: EntityManager, personId: string): Promise<ErasedFiles> {
    await lockPerson(tx, personId);
    return this.erase(tx, personId, this.clock.now());
  }

  /** Only once the rows are gone for good. What a killed process leaves lying is taken by the sweep of unused uploads. */
  async remove(files: ErasedFiles): Promise<void> {
    for (const file of files) await this.files.remove(file);
  }

  private async erase(tx: EntityManager, personId: string, now: Date): Promise<ErasedFiles> {
    await this.audit.record(tx, {
      action: 'privacy.erase',
      actor: null,
      subject: { type: 'person', id: personId },
      aboutPersonId: personId,
    });
    const files = await this.records.erase(tx, personId, now);
    await tx.query(
      'update person set erased_at = ?, notice_version = null, awaits_guardian = 0 where id = ?',
      [now, personId],
    );
    await tx.query(
      `update privacy_erasure set state = 'done', ended_at = ?, next_try_at = null, obstacles = null, open_key = null
        where open_key = ?`,
      [now, personId],
    );
    return files;
  }

  private async postpone(
    tx: EntityManager,
    erasureId: string,
    personId: string,
    obstacles: readonly string[],
    now: Date,
  ): Promise<void> {
    await tx.query(
      `update privacy_erasure set state = 'postponed', obstacles = ?, next_try_at = ? where id = ?`,
      [JSON.stringify(obstacles), new Date(now.getTime() + TRY_AGAIN_MS), erasureId],
    );
    await this.audit.record(tx, {
      action: 'privacy.postpone_erasure',
      actor: null,
      subject: { type: 'person', id: personId },
      aboutPersonId: personId,
      details: { obstacles: obstacles.length },
    });
  }
}

const TRY_AGAIN_MS = 86_400_000;
