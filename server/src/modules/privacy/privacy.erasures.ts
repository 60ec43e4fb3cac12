import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import type { SignedInActor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Settings } from '../../platform/config/settings.js';
import { Database } from '../../platform/database/database.js';
import { idUsedDifferently } from '../../platform/idempotency/idempotency.errors.js';
import { PersonRecords } from '../identity/index.js';
import type { ErasureDto } from './dto/erasure.dto.js';
import { lockPerson } from './privacy.consents.js';
import { cannotLeaveYet, notLeaving } from './privacy.errors.js';
import { PrivacyErasure } from './privacy-erasure.entity.js';

const DAY_MS = 86_400_000;

interface OpenErasure {
  id: string;
  state: ErasureDto['state'];
  askedAt: Date;
  dueAt: Date;
  obstacles: string | null;
}

/** Asking to leave and taking it back. The person's row is the lock of both, and of the leaving itself. */
@Injectable()
export class PrivacyErasures {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly audit: AuditTrail,
    private readonly records: PersonRecords,
  ) {}

  /** Told at once what stands in the way; asking again while one waits is the same leaving, and asking late, after it was taken back, none. */
  async ask(actor: SignedInActor, id: string): Promise<void> {
    const now = this.clock.now();
    await this.database.transaction(async (tx) => {
      await lockPerson(tx, actor.personId);
      if ((await openIn(tx, actor.personId)) !== null) return;
      const [before] = await tx.query<{ personId: string }[]>(
        'select person_id as personId from privacy_erasure where id = ?',
        [id],
      );
      if (before !== undefined && before.personId !== actor.personId) throw idUsedDifferently();
      if (before !== undefined) return;
      const obstacles = await this.records.obstacles(tx, actor.personId);
      if (obstacles.length > 0) throw cannotLeaveYet({ obstacles });
      const dueAt = new Date(now.getTime() + this.settings.erasureDays * DAY_MS);
      await tx.insert(PrivacyErasure, {
        id,
        personId: actor.personId,
        state: 'cooling',
        askedAt: now,
        dueAt,
        nextTryAt: dueAt,
        openKey: actor.personId,
      });
      await this.record(tx, actor, 'privacy.ask_erasure');
    });
  }

  /** Until the moment it is done. Taking back what was taken back already changes nothing. */
  async cancel(actor: SignedInActor, id: string): Promise<void> {
    const now = this.clock.now();
    await this.database.transaction(async (tx) => {
      await lockPerson(tx, actor.personId);
      const [asked] = await tx.query<{ state: string }[]>(
        'select state from privacy_erasure where id = ? and person_id = ?',
        [id, actor.personId],
      );
      if (asked?.state === 'cancelled') return;
      if (asked === undefined || asked.state === 'done') throw notLeaving();
      await tx.query(
        "update privacy_erasure set state = 'cancelled', ended_at = ?, next_try_at = null, open_key = null where id = ?",
        [now, id],
      );
      await this.record(tx, actor, 'privacy.cancel_erasure');
    });
  }

  /** The one that waits; null when none does. */
  async waiting(personId: string): Promise<ErasureDto | null> {
    const [open] = await this.database.query<OpenErasure>(SELECT, [personId]);
    if (open === undefined) return null;
    return {
      id: open.id,
      state: open.state,
      askedAt: open.askedAt.toISOString(),
      dueAt: open.dueAt.toISOString(),
      obstacles: JSON.parse(open.obstacles ?? '[]') as string[],
    };
  }

  /** What stands in the way of this one now; nothing when it does not wait because of anything any more. */
  async obstacles(tx: EntityManager, id: string): Promise<string[]> {
    const [postponed] = await tx.query<{ obstacles: string | null }[]>(
      "select obstacles from privacy_erasure where id = ? and state = 'postponed'",
      [id],
    );
    return JSON.parse(postponed?.obstacles ?? '[]') as string[];
  }

  private record(
    tx: EntityManager,
    { personId, name }: SignedInActor,
    action: 'privacy.ask_erasure' | 'privacy.cancel_erasure',
  ): Promise<void> {
    return this.audit.record(tx, {
      action,
      actor: { personId, name },
      subject: { type: 'person', id: personId },
      aboutPersonId: personId,
    });
  }
}

const SELECT = `select id, state, asked_at as askedAt, due_at as dueAt, obstacles
  from privacy_erasure where open_key = ?`;

async function openIn(tx: EntityManager, personId: string): Promise<OpenErasure | null> {
  const [open] = await tx.query<OpenErasure[]>(SELECT, [personId]);
  return open ?? null;
}
