import type { MessageKind } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../../../platform/database/database.js';
import { Nudges } from '../../../platform/events/nudges.js';
import { newId } from '../../../platform/ids/new-id.js';
import type { LinkType } from '../inbox-message.entity.js';
import type { Outcome } from './channel.js';
import type { DeliveryChannel } from './delivery.entity.js';
import { CLAIM_MS, nextTry } from './delivery.patience.js';

/** For whom it is, by which way, and when it may ring them. */
export interface Recipient {
  channel: DeliveryChannel;
  targetId: string;
  nextAt: Date;
}

export interface NewDelivery {
  kind: MessageKind | null;
  title: string;
  body: string;
  link: { type: LinkType; id: string | null };
  cause: string;
  at: Date;
  /** Behind everything that is told to somebody alone. */
  toMany?: boolean;
}

export interface WaitingDelivery {
  id: string;
  channel: DeliveryChannel;
  targetId: string;
  kind: MessageKind | null;
  title: string;
  body: string;
  linkType: LinkType;
  linkId: string | null;
  at: Date;
  attempts: number;
}

const COLUMNS = `id, channel, target_id as targetId, kind, title, body, link_type as linkType, link_id as linkId,
  at, attempts`;
const ERROR_CHARS = 200;
const GIVEN_UP = '试了很多次都没有发完';

/**
 * What has to leave the house. A claim is a conditional update that also moves `next_at` to where the claim runs out, so
 * that exactly one worker makes a call at a time; a worker that dies in the middle leaves a row that becomes due again.
 * The call itself therefore happens at least once: dying between the call and its mark means calling again.
 */
@Injectable()
export class DeliveryLedger {
  constructor(
    private readonly database: Database,
    private readonly nudges: Nudges,
  ) {}

  /** Owed in the transaction of what it tells of; owed twice for one cause it is owed once. */
  async add(tx: EntityManager, recipients: readonly Recipient[], delivery: NewDelivery): Promise<void> {
    if (recipients.length === 0) return;
    const { kind, title, body, link, cause, at, toMany = false } = delivery;
    const same = [kind, title, body, link.type, link.id, cause, at, toMany ? 1 : 0];
    await tx.query(
      `insert ignore into delivery
         (id, channel, target_id, next_at, kind, title, body, link_type, link_id, cause, at, to_many, state, attempts)
       values ${recipients.map(() => "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', 0)").join(', ')}`,
      recipients.flatMap(({ channel, targetId, nextAt }) => [newId(at), channel, targetId, nextAt, ...same]),
    );
    this.database.afterCommit(tx, this.nudges.nudge);
  }

  /**
   * What was to be told to many about this and has not gone out stays here, also what was given up and could be begun
   * again. True when there may be more of it.
   */
  async callOff(
    tx: EntityManager,
    channel: DeliveryChannel,
    link: NewDelivery['link'],
    why: string,
    limit: number,
  ): Promise<boolean> {
    const { affectedRows } = await tx.query<{ affectedRows: number }>(
      `update delivery set state = 'skipped', last_error = ?
        where state in ('waiting', 'dead') and channel = ? and to_many = 1 and link_type = ? and link_id = ? limit ?`,
      [why, channel, link.type, link.id, limit],
    );
    return affectedRows === limit;
  }

  /** What was to go out of these causes, or went out, is not kept in its own words. */
  async reword(
    tx: EntityManager,
    channels: readonly DeliveryChannel[],
    targetIds: readonly string[],
    causes: readonly string[],
    { title, body }: Pick<NewDelivery, 'title' | 'body'>,
  ): Promise<void> {
    if (channels.length === 0) return;
    await tx.query(
      'update delivery set title = ?, body = ? where channel in (?) and target_id in (?) and cause in (?)',
      [title, body, channels, targetIds, causes],
    );
  }

  due(channel: DeliveryChannel, toMany: boolean, now: Date, limit: number): Promise<WaitingDelivery[]> {
    return this.database.query<WaitingDelivery>(
      `select ${COLUMNS} from delivery where state = 'waiting' and channel = ? and to_many = ? and next_at <= ?
        order by next_at limit ?`,
      [channel, toMany ? 1 : 0, now, limit],
    );
  }

  /** The groups for which something is due. */
  async dueGroups(now: Date, limit: number): Promise<string[]> {
    const rows = await this.database.query<{ targetId: string }>(
      `select distinct target_id as targetId from delivery
        where state = 'waiting' and channel = 'wecom' and to_many = 0 and next_at <= ? limit ?`,
      [now, limit],
    );
    return rows.map((row) => row.targetId);
  }

  dueFor(communityId: string, now: Date, limit: number): Promise<WaitingDelivery[]> {
    return this.database.query<WaitingDelivery>(
      `select ${COLUMNS} from delivery
        where state = 'waiting' and channel = 'wecom' and to_many = 0 and target_id = ? and next_at <= ?
        order by at, id limit ?`,
      [communityId, now, limit],
    );
  }

  /** True for exactly one of all who try. */
  async claim(id: string, by: string, now: Date): Promise<boolean> {
    const until = new Date(now.getTime() + CLAIM_MS);
    const taken = await this.changed(
      `update delivery set claimed_by = ?, attempts = attempts + 1, next_at = ?
        where id = ? and state = 'waiting' and next_at <= ?`,
      [by, until, id, now],
    );
    return taken > 0;
  }

  /** Writes down how the claimed try ended; whoever lost the claim meanwhile changes nothing. */
  async finish(
    delivery: Pick<WaitingDelivery, 'id' | 'attempts'>,
    by: string,
    outcome: Outcome,
    now: Date,
  ): Promise<void> {
    const mine = [delivery.id, by];
    const where = "where id = ? and claimed_by = ? and state = 'waiting'";
    if (outcome.result === 'sent') {
      await this.changed(
        `update delivery set state = 'sent', sent_at = ?, sending_id = ?, last_error = null ${where}`,
        [now, by, ...mine],
      );
      return;
    }
    const why = outcome.why.slice(0, ERROR_CHARS);
    const again = outcome.result === 'retry' ? nextTry(delivery.attempts + 1, now, outcome.afterMs) : null;
    const state = again !== null ? 'waiting' : outcome.result === 'skip' ? 'skipped' : 'dead';
    await this.changed(
      `update delivery set state = ?, next_at = ?, claimed_by = null, last_error = ?, sent_at = ?, sending_id = ? ${where}`,
      [state, again ?? now, why, outcome.result === 'skip' ? null : now, by, ...mine],
    );
  }

  /** A try that ends with its worker is a try too: what has used them all up is given up before it begins another. */
  async giveUp(delivery: Pick<WaitingDelivery, 'id' | 'attempts'>, now: Date): Promise<boolean> {
    if (delivery.attempts === 0 || nextTry(delivery.attempts, now) !== null) return false;
    await this.changed(
      `update delivery set state = 'dead', last_error = coalesce(last_error, ?)
        where id = ? and state = 'waiting' and next_at <= ?`,
      [GIVEN_UP, delivery.id, now],
    );
    return true;
  }

  /** A post that was made by hand, written down so that the robot's limit counts it. */
  async record(communityId: string, text: string, sendingId: string, now: Date): Promise<void> {
    await this.database.query(
      `insert into delivery
         (id, channel, target_id, title, body, link_type, cause, at, state, attempts, next_at, sending_id, sent_at)
       values (?, 'wecom', ?, '', ?, 'none', ?, ?, 'sent', 1, ?, ?, ?)`,
      [newId(now), communityId, text, `by-hand:${sendingId}`, now, now, sendingId, now],
    );
  }

  /** Not before then; what somebody has claimed meanwhile stays theirs. */
  async postpone(ids: string[], until: Date): Promise<void> {
    if (ids.length === 0) return;
    await this.changed(
      "update delivery set next_at = ? where id in (?) and state = 'waiting' and next_at < ?",
      [until, ids, until],
    );
  }

  private async changed(sql: string, parameters: unknown[]): Promise<number> {
    return this.database.transaction(async (tx) => {
      const { affectedRows } = await tx.query<{ affectedRows: number }>(sql, parameters);
      return affectedRows;
    });
  }
}
