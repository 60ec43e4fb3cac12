import { channelIsOn, type MessageKind } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { Outbox } from '../../platform/events/outbox.js';
import { newId } from '../../platform/ids/new-id.js';
import { DeliveryLedger } from './delivery/delivery.ledger.js';
import type { LinkType } from './inbox-message.entity.js';
import { Reachability } from './reachability.js';

export interface NewMessage {
  personIds: string[];
  kind: MessageKind;
  /** At most 60 characters. */
  title: string;
  /** At most 500 characters. */
  body: string;
  link: { type: LinkType; id: string | null };
  communityId: string | null;
  /** Told twice of one cause, a person is told once. */
  cause: string;
  at: Date;
}

/** The one way to tell people something: it lies in their inbox, and goes out by the ways they have open. */
@Injectable()
export class Messages {
  constructor(
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly reachability: Reachability,
    private readonly ledger: DeliveryLedger,
  ) {}

  async send(tx: EntityManager, message: NewMessage): Promise<void> {
    const told: string[] = [];
    // In one order, so that two messages to the same people never wait for each other.
    for (const personId of (await this.stillHere(tx, message.personIds)).sort()) {
      if (await this.putInInbox(tx, personId, message)) told.push(personId);
    }
    if (told.length === 0) return;
    await this.sendOut(tx, told, message);
    const { communityId, at } = message;
    for (const personId of told) {
      await this.outbox.append(tx, {
        type: 'message.created',
        subjectType: 'person',
        subjectId: personId,
        communityId,
        at,
      });
    }
  }

  /** Each once, without those who left: what they reported goes on, and nobody reads of it any more. */
  private async stillHere(tx: EntityManager, personIds: readonly string[]): Promise<string[]> {
    const all = [...new Set(personIds)];
    if (all.length === 0) return [];
    const left = await tx.query<{ id: string }[]>(
      'select id from person where id in (?) and erased_at is not null',
      [all],
    );
    const gone = new Set(left.map(({ id }) => id));
    return all.filter((id) => !gone.has(id));
  }

  /** False when they were told of this cause before. */
  private async putInInbox(tx: EntityManager, personId: string, message: NewMessage): Promise<boolean> {
    const { kind, title, body, link, communityId, cause, at } = message;
    const { affectedRows } = await tx.query<{ affectedRows: number }>(
      `insert ignore into inbox_message
         (id, person_id, kind, title, body, link_type, link_id, community_id, cause, at)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [newId(at), personId, kind, title, body, link.type, link.id, communityId, cause, at],
    );
    return affectedRows > 0;
  }

  private async sendOut(tx: EntityManager, personIds: string[], message: NewMessage): Promise<void> {
    const { kind, title, body, link, cause, at } = message;
    const now = this.clock.now();
    const ways = await this.reachability.of(tx, personIds, kind, now);
    for (const { personId, channel, chosen, nextAt } of ways) {
      if (!channelIsOn(kind, channel, chosen)) continue;
      await this.ledger.add(tx, { channel, targetId: personId, kind, title, body, link, cause, at, nextAt });
    }
  }
}
