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
  /** From then on it is no news: nobody is rung by it in the morning after. */
  until?: Date | null;
}

/** What was told to many and is not so: what stands in its place, for all but the one who knows. */
export interface TakenBack {
  link: { type: LinkType; id: string };
  title: string;
  body: string;
  knownTo: string | null;
  at: Date;
  /** The last message that was taken back, and how many may follow it at once. */
  after: string;
  limit: number;
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
    const told = await this.putInInboxes(tx, message);
    await this.sendOut(tx, told, message, false);
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

  /**
   * The same to so many that no open screen is told of each: they find it when they look. Outside it goes behind what
   * is told to somebody alone. Gives back how many were told, without who had been told of this cause before.
   */
  async sendToMany(tx: EntityManager, message: NewMessage): Promise<number> {
    const told = await this.putInInboxes(tx, message);
    await this.sendOut(tx, told, message, true);
    return told.length;
  }

  /** What was said to many and has not left the house yet stays here; what lies in an inbox is taken back by `takeBack`. */
  async callOff(tx: EntityManager, link: NewMessage['link'], why: string): Promise<void> {
    for (const channel of this.reachability.channels())
      while (await this.ledger.callOff(tx, channel, link, why, CALLED_OFF_AT_ONCE));
  }

  /**
   * Other words in the place of what was told, unread and new again, some at a time; what went out keeps none of its own.
   * Gives back the last of them, null when there is no more. Nobody is rung once more.
   */
  async takeBack(
    tx: EntityManager,
    { link, title, body, knownTo, at, after, limit }: TakenBack,
  ): Promise<string | null> {
    const told = await tx.query<{ id: string; personId: string; cause: string }[]>(
      `select id, person_id as personId, cause from inbox_message
        where link_id = ? and link_type = ? and id > ? order by id limit ?`,
      [link.id, link.type, after, limit],
    );
    const last = told.at(-1);
    if (last === undefined) return null;
    await tx.query(
      `update inbox_message set title = ?, body = ?, at = if(person_id <=> ?, at, ?),
         read_at = if(person_id <=> ?, read_at, null) where id in (?)`,
      [title, body, knownTo, at, knownTo, told.map(({ id }) => id)],
    );
    await this.ledger.reword(
      tx,
      this.reachability.channels(),
      told.map(({ personId }) => personId),
      [...new Set(told.map(({ cause }) => cause))],
      { title, body },
    );
    return last.id;
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

  /** Gives back whom: who was told of this cause before is not told again. */
  private async putInInboxes(tx: EntityManager, message: NewMessage): Promise<string[]> {
    const { kind, title, body, link, communityId, cause, at } = message;
    // In one order, so that two messages to the same people never wait for each other.
    const personIds = (await this.stillHere(tx, message.personIds)).sort();
    if (personIds.length === 0) return [];
    const mine = new Map(personIds.map((personId) => [newId(at), personId]));
    const same = [kind, title, body, link.type, link.id, communityId, cause, at];
    const { affectedRows } = await tx.query<{ affectedRows: number }>(
      `insert ignore into inbox_message
         (id, person_id, kind, title, body, link_type, link_id, community_id, cause, at)
       values ${personIds.map(() => '(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').join(', ')}`,
      [...mine].flatMap(([id, personId]) => [id, personId, ...same]),
    );
    if (affectedRows === personIds.length) return personIds;
    if (affectedRows === 0) return [];
    const written = await tx.query<{ id: string }[]>('select id from inbox_message where id in (?)', [
      [...mine.keys()],
    ]);
    return written.map(({ id }) => mine.get(id) ?? '').sort();
  }

  private async sendOut(
    tx: EntityManager,
    personIds: string[],
    { kind, title, body, link, cause, at, until = null }: NewMessage,
    toMany: boolean,
  ): Promise<void> {
    if (personIds.length === 0) return;
    const ways = await this.reachability.of(tx, personIds, kind, this.clock.now());
    const open = ways.filter(
      ({ channel, chosen, nextAt }) =>
        channelIsOn(kind, channel, chosen) && (until === null || nextAt < until),
    );
    await this.ledger.add(
      tx,
      open.map(({ personId, channel, nextAt }) => ({ targetId: personId, channel, nextAt })),
      { kind, title, body, link, cause, at, toMany },
    );
  }
}

const CALLED_OFF_AT_ONCE = 1_000;
