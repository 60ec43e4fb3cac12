import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import type { SignedInActor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { isDuplicate } from '../../platform/database/database.errors.js';
import { Database } from '../../platform/database/database.js';
import { Outbox } from '../../platform/events/outbox.js';
import { isUuidV7 } from '../../platform/http/validators.js';
import { requestHash } from '../../platform/idempotency/request-hash.js';
import { type DoneOnce, doneBefore } from '../../platform/idempotency/sent-before.js';
import { type Moved, PersonRecords } from '../identity/index.js';
import type { MergedDto, MergePeopleDto } from './dto/people-merge.dto.js';
import { conflicting, mergedAlready, personNotFound, samePerson } from './people-merge.errors.js';
import { type MergingPerson, refusalsOf } from './people-merge.limits.js';
import { type MergeReach, reachOf, seenIn } from './people-merge.reach.js';
import { nextMove } from './people-merge.stragglers.js';

/** Makes two entries of one human being into one: all of it in one transaction, or nothing. */
@Injectable()
export class PeopleMerge {
  constructor(
    private readonly database: Database,
    private readonly records: PersonRecords,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
  ) {}

  async merge(actor: SignedInActor, fromId: string, body: MergePeopleDto): Promise<MergedDto> {
    const { actionId, intoPersonId: intoId } = body;
    if (!isUuidV7(fromId)) throw personNotFound();
    if (fromId === intoId) throw samePerson();
    const hash = requestHash({ fromId, ...body });
    const before = await this.done(actor, actionId, hash);
    if (before !== null) return before;
    try {
      return await this.database.transaction(async (tx) => {
        const now = this.clock.now();
        // First of all: of several at once its keys let one through and hold the others back.
        await tx.query(
          `insert into person_merge
             (id, from_person_id, into_person_id, merged_by_id, reason, at, moved, request_hash, next_move_at)
           values (?, ?, ?, ?, ?, ?, '[]', ?, ?)`,
          [actionId, fromId, intoId, actor.personId, body.reason, now, hash, nextMove(now, now)],
        );
        const people = await this.hold(tx, reachOf(actor), [fromId, intoId]);
        const [refusal] = await refusalsOf(tx, actor, people, now);
        if (refusal !== undefined) throw refusal;
        const conflicts = await this.records.conflicts(tx, fromId, intoId);
        if (conflicts.length > 0) throw conflicting({ words: conflicts.map(({ words }) => words).join('') });
        const moved = (await this.records.move(tx, fromId, intoId, now)).map(wordsOf);
        await tx.query('update person_merge set moved = ? where id = ?', [JSON.stringify(moved), actionId]);
        await this.record(tx, actor, people, { from: fromId, into: intoId });
        await this.owe(tx, intoId, now);
        return { intoPersonId: intoId, moved };
      });
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      const first = await this.done(actor, actionId, hash);
      if (first !== null) return first;
      const [gone] = await this.database.query<{ id: string }>(
        'select id from person where id = ? and merged_into_id is not null',
        [fromId],
      );
      throw gone === undefined ? error : mergedAlready();
    }
  }

  /** In the order of ids, so that the same two the other way round wait for each other. */
  private async hold(tx: EntityManager, reach: MergeReach, ids: readonly string[]): Promise<MergingPerson[]> {
    const seen = seenIn(reach, 'p');
    const held: MergingPerson[] = [];
    for (const id of [...ids].sort()) {
      await tx.query('select id from person where id = ? for update', [id]);
      const [person] = await tx.query<MergingPerson[]>(
        `select p.id, p.name, p.suspended_at as suspendedAt, p.merged_into_id as mergedIntoId
           from person p where p.id = ? and p.erased_at is null and (p.merged_into_id is not null or ${seen.sql})`,
        [id, ...seen.parameters],
      );
      if (person === undefined) throw personNotFound();
      held.push(person);
    }
    return held;
  }

  /** One entry about each of the two, so that whoever looks for either finds it. */
  private async record(
    tx: EntityManager,
    actor: SignedInActor,
    people: readonly MergingPerson[],
    details: { from: string; into: string },
  ): Promise<void> {
    for (const { id, name } of people)
      await this.audit.record(tx, {
        ...{ action: 'person.merge', actor, aboutPersonId: id, details },
        subject: { type: 'person', id, label: name },
      });
  }

  /** Whoever goes on as one hears that they do. */
  private owe(tx: EntityManager, intoId: string, at: Date): Promise<void> {
    return this.outbox.append(tx, {
      type: 'person.merged',
      subjectType: 'person',
      subjectId: intoId,
      communityId: null,
      at,
    });
  }

  private async done(actor: SignedInActor, id: string, hash: string): Promise<MergedDto | null> {
    const [row] = await this.database.query<DoneOnce & { intoPersonId: string; moved: string }>(
      `select merged_by_id as actorPersonId, request_hash as requestHash, into_person_id as intoPersonId, moved
         from person_merge where id = ?`,
      [id],
    );
    if (!doneBefore(row ?? null, actor.personId, hash) || row === undefined) return null;
    return { intoPersonId: row.intoPersonId, moved: JSON.parse(row.moved) as MergedDto['moved'] };
  }
}

const wordsOf = ({ title, count }: Moved) => ({ title, count });
