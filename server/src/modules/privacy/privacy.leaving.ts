import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Outbox } from '../../platform/events/outbox.js';
import { FileStorage } from '../../platform/files/file-storage.js';
import { newId } from '../../platform/ids/new-id.js';
import { type ErasedFiles, PersonRecords } from '../identity/index.js';
import { lockPerson } from './privacy.consents.js';
import { childCannotLeaveYet } from './privacy.errors.js';
import { PrivacyErasure } from './privacy-erasure.entity.js';

/** Somebody leaves, whole or not at all: everything of theirs goes in one transaction, their files after it. */
@Injectable()
export class PrivacyLeaving {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly records: PersonRecords,
    private readonly files: FileStorage,
    private readonly outbox: Outbox,
  ) {}

  /** What stands in the way is asked again: much may have come into their hands since they asked. */
  async whenDue(erasureId: string, personId: string): Promise<void> {
    const now = this.clock.now();
    const files = await this.database.transaction(async (tx) => {
      await lockPerson(tx, personId);
      const [due] = await tx.query<{ obstacles: string | null }[]>(
        'select obstacles from privacy_erasure where id = ? and open_key = ? and next_try_at <= ?',
        [erasureId, personId, now],
      );
      // Another process was first, or they thought better of it.
      if (due === undefined) return [];
      const obstacles = [
        ...(await suspension(tx, personId)),
        ...(await this.records.obstacles(tx, personId)),
      ];
      if (obstacles.length > 0) {
        const words = JSON.stringify(obstacles);
        await this.postpone(tx, erasureId, personId, obstacles, now);
        // Looked at every day, it is told once as long as the same stands in the way.
        if (words !== due.obstacles) await this.tellOfDelay(tx, erasureId, personId, now);
        return [];
      }
      return this.erase(tx, personId, now);
    });
    await this.remove(files);
  }

  /**
   * What was under way when somebody left still knew their name and may have written it after they were gone. So for a
   * while everything is taken away again; where nothing came back, nothing changes.
   */
  async again(erasureId: string, personId: string): Promise<void> {
    const now = this.clock.now();
    const files = await this.database.transaction(async (tx) => {
      await lockPerson(tx, personId);
      const [left] = await tx.query<{ endedAt: Date }[]>(
        "select ended_at as endedAt from privacy_erasure where id = ? and state = 'done' and next_try_at <= ?",
        [erasureId, now],
      );
      if (left === undefined) return [];
      const erased = await this.takeAway(tx, personId, now);
      const next = new Date(now.getTime() + AGAIN_AFTER_MS);
      const over = next.getTime() > left.endedAt.getTime() + AGAIN_FOR_MS;
      await tx.query('update privacy_erasure set next_try_at = ? where id = ?', [
        over ? null : next,
        erasureId,
      ]);
      return erased;
    });
    await this.remove(files);
  }

  /** Without a cooling-off: a guardian has taken back what they agreed to. Offices and cases are left to somebody first. */
  async atOnce(tx: EntityManager, personId: string): Promise<ErasedFiles> {
    await lockPerson(tx, personId);
    const obstacles = await this.records.obstacles(tx, personId);
    if (obstacles.length > 0) throw childCannotLeaveYet({ obstacles });
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
    const files = await this.takeAway(tx, personId, now);
    const done = {
      state: 'done',
      endedAt: now,
      nextTryAt: new Date(now.getTime() + AGAIN_AFTER_MS),
    } as const;
    const { affectedRows } = await tx.query<{ affectedRows: number }>(
      `update privacy_erasure set state = ?, ended_at = ?, next_try_at = ?, obstacles = null, open_key = null
        where open_key = ?`,
      [done.state, done.endedAt, done.nextTryAt, personId],
    );
    // Nobody asked for it beforehand where a guardian decided.
    if (affectedRows === 0)
      await tx.insert(PrivacyErasure, { id: newId(now), personId, askedAt: now, dueAt: now, ...done });
    return files;
  }

  private async takeAway(tx: EntityManager, personId: string, now: Date): Promise<ErasedFiles> {
    const files = await this.records.erase(tx, personId, now);
    await tx.query(
      'update person set erased_at = coalesce(erased_at, ?), notice_version = null, awaits_guardian = 0 where id = ?',
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

  private tellOfDelay(tx: EntityManager, erasureId: string, personId: string, now: Date): Promise<void> {
    return this.outbox.append(tx, {
      type: 'privacy.erasure_postponed',
      subjectType: 'person',
      subjectId: personId,
      communityId: null,
      at: now,
      data: { erasureId },
    });
  }
}

const TRY_AGAIN_MS = 86_400_000;
const AGAIN_AFTER_MS = 60_000;
/** No request and no effect of one is under way for longer. */
const AGAIN_FOR_MS = 600_000;

/** Whoever is suspended would come back with the same telephone as somebody new who is not. */
async function suspension(tx: EntityManager, personId: string): Promise<string[]> {
  const rows = await tx.query<unknown[]>('select 1 from person where id = ? and suspended_at is not null', [
    personId,
  ]);
  return rows.length === 0 ? [] : ['您的账号现在停用，请先联系社区恢复。'];
}
