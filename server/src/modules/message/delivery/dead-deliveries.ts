import { MESSAGE_CHANNEL_LABELS, MESSAGE_KIND_RULES, type MessageKind } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import type { SignedInActor } from '../../../platform/auth/actor.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { Nudges } from '../../../platform/events/nudges.js';
import { decodeCursor, encodeCursor } from '../../../platform/http/cursor.js';
import { isUuidV7 } from '../../../platform/http/validators.js';
import type { DeadDeliveriesDto, DeadDeliveriesQueryDto } from '../dto/dead-delivery.dto.js';
import { deadDeliveryNotFound } from '../message.errors.js';
import type { DeliveryChannel } from './delivery.entity.js';

const DEFAULT_LIMIT = 20;
const LABELS: Record<DeliveryChannel, string> = { ...MESSAGE_CHANNEL_LABELS, wecom: '工作群' };

interface DeadRow {
  id: string;
  channel: DeliveryChannel;
  targetId: string;
  kind: MessageKind | null;
  attempts: number;
  lastError: string | null;
  at: Date;
  nextAt: Date;
}

/** What was given up, for whoever looks after the platform: why, how often it was tried, and once more. */
@Injectable()
export class DeadDeliveries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly nudges: Nudges,
    private readonly audit: AuditTrail,
  ) {}

  /** Newest first. A dead row's `next_at` is when it died. */
  async list(query: DeadDeliveriesQueryDto): Promise<DeadDeliveriesDto> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const parameters: unknown[] = [];
    let before = '';
    if (query.cursor !== undefined) {
      const { moments, id } = decodeCursor(query.cursor, 1);
      before = 'and next_at <= ? and (next_at < ? or id < ?)';
      parameters.push(moments[0], moments[0], id);
    }
    const rows = await this.database.query<DeadRow>(
      `select id, channel, target_id as targetId, kind, attempts, last_error as lastError, at, next_at as nextAt
         from delivery where state = 'dead' and channel in ('wechat', 'sms', 'wecom') ${before}
        order by next_at desc, id desc limit ?`,
      [...parameters, limit + 1],
    );
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: shown.map((row) => ({
        id: row.id,
        channel: row.channel,
        channelLabel: LABELS[row.channel],
        kindLabel: row.kind === null ? null : MESSAGE_KIND_RULES[row.kind].label,
        communityId: row.channel === 'wecom' ? row.targetId : null,
        attempts: row.attempts,
        lastError: row.lastError ?? '',
        at: row.at.toISOString(),
        diedAt: row.nextAt.toISOString(),
      })),
      nextCursor:
        rows.length > limit && last !== undefined
          ? encodeCursor({ moments: [last.nextAt], id: last.id })
          : null,
    };
  }

  /** Begins again with all its tries. What somebody else has begun again meanwhile is as good. */
  async retry(actor: SignedInActor, id: string): Promise<void> {
    if (!isUuidV7(id)) throw deadDeliveryNotFound();
    const now = this.clock.now();
    await this.database.transaction(async (tx) => {
      const [known] = await tx.query<{ state: string }[]>(
        "select state from delivery where id = ? and state <> 'skipped' for update",
        [id],
      );
      if (known === undefined) throw deadDeliveryNotFound();
      if (known.state !== 'dead') return;
      await tx.query("update delivery set state = 'waiting', attempts = 0, next_at = ? where id = ?", [
        now,
        id,
      ]);
      await this.audit.record(tx, { action: 'delivery.retry', actor, subject: { type: 'delivery', id } });
      this.database.afterCommit(tx, this.nudges.nudge);
    });
  }
}
