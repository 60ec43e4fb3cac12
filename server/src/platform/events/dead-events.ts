import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/audit-trail.js';
import type { SignedInActor } from '../auth/actor.js';
import { Database } from '../database/database.js';
import { decodeCursor, encodeCursor } from '../http/cursor.js';
import { isUuidV7 } from '../http/validators.js';
import type { DeadEventDto, DeadEventsDto } from './dto/dead-event.dto.js';
import { deadEventNotFound } from './events.errors.js';
import { Nudges } from './nudges.js';

type DeadRow = Omit<DeadEventDto, 'at' | 'diedAt'> & { at: Date; diedAt: Date };

const PAGE = 20;

/** Events whose effects were given up: looked at by a person, and begun anew once the reason is gone. */
@Injectable()
export class DeadEvents {
  constructor(
    private readonly database: Database,
    private readonly nudges: Nudges,
    private readonly audit: AuditTrail,
  ) {}

  async list({ limit = PAGE, cursor }: { limit?: number; cursor?: string }): Promise<DeadEventsDto> {
    const from = cursor === undefined ? null : decodeCursor(cursor, 1);
    const [moment] = from?.moments ?? [];
    const rows = await this.database.query<DeadRow>(
      `select id, type, subject_type as subjectType, subject_id as subjectId, community_id as communityId, at,
              done_at as diedAt, attempts, coalesce(last_error, '') as error
         from outbox_event
        where state = 'dead' ${from === null ? '' : 'and (done_at < ? or (done_at = ? and id < ?))'}
        order by done_at desc, id desc limit ?`,
      [...(from === null ? [] : [moment, moment, from.id]), limit + 1],
    );
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return {
      items: shown.map((row) => ({
        ...row,
        at: row.at.toISOString(),
        diedAt: row.diedAt.toISOString(),
      })),
      nextCursor: last === undefined ? null : encodeCursor({ moments: [last.diedAt], id: last.id }),
    };
  }

  /** Effects of it that were done stay done. Asked twice it is begun anew once. */
  async retry(actor: SignedInActor, id: string): Promise<void> {
    if (!isUuidV7(id)) throw deadEventNotFound();
    await this.database.transaction(async (tx) => {
      const { affectedRows } = await tx.query<{ affectedRows: number }>(
        `update outbox_event set state = 'pending', attempts = 0, done_at = null, available_at = utc_timestamp(3)
          where id = ? and state = 'dead'`,
        [id],
      );
      if (affectedRows === 1)
        await this.audit.record(tx, { action: 'effect.retry', actor, subject: { type: 'event', id } });
    });
    const found = await this.database.query('select 1 from outbox_event where id = ?', [id]);
    if (found.length === 0) throw deadEventNotFound();
    this.nudges.nudge();
  }
}
