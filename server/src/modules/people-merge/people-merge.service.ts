import type { Role } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import type { SignedInActor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { isDuplicate } from '../../platform/database/database.errors.js';
import { Database } from '../../platform/database/database.js';
import { isUuidV7 } from '../../platform/http/validators.js';
import { requestHash } from '../../platform/idempotency/request-hash.js';
import { type DoneOnce, doneBefore } from '../../platform/idempotency/sent-before.js';
import { type Moved, PersonRecords } from '../identity/index.js';
import { mayAppoint } from '../staff/index.js';
import type { MergedDto, MergePeopleDto } from './dto/people-merge.dto.js';
import {
  beyondYourReach,
  conflicting,
  mergedAlready,
  ownAccount,
  personNotFound,
  samePerson,
  suspended,
} from './people-merge.errors.js';
import { type MergeReach, reachOf, seenIn } from './people-merge.reach.js';

interface Office {
  role: Role;
  subdistrictId: string | null;
  communityId: string | null;
}

interface HeldPerson {
  id: string;
  name: string;
  suspendedAt: Date | null;
  mergedIntoId: string | null;
}

/** Makes two entries of one human being into one: all of it in one transaction, or nothing. */
@Injectable()
export class PeopleMerge {
  constructor(
    private readonly database: Database,
    private readonly records: PersonRecords,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
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
          `insert into person_merge (id, from_person_id, into_person_id, merged_by_id, reason, at, moved, request_hash)
           values (?, ?, ?, ?, ?, ?, '[]', ?)`,
          [actionId, fromId, intoId, actor.personId, body.reason, now, hash],
        );
        const people = await this.hold(tx, reachOf(actor), [fromId, intoId]);
        await this.assertMayMerge(tx, actor, people, now);
        const conflicts = await this.records.conflicts(tx, fromId, intoId);
        if (conflicts.length > 0) throw conflicting({ words: conflicts.map(({ words }) => words).join('') });
        const moved = (await this.records.move(tx, fromId, intoId, now)).map(wordsOf);
        await tx.query('update person_merge set moved = ? where id = ?', [JSON.stringify(moved), actionId]);
        await this.record(tx, actor, people, { from: fromId, into: intoId });
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
  private async hold(tx: EntityManager, reach: MergeReach, ids: readonly string[]): Promise<HeldPerson[]> {
    const seen = seenIn(reach, 'p');
    const held: HeldPerson[] = [];
    for (const id of [...ids].sort()) {
      await tx.query('select id from person where id = ? for update', [id]);
      const [person] = await tx.query<HeldPerson[]>(
        `select p.id, p.name, p.suspended_at as suspendedAt, p.merged_into_id as mergedIntoId
           from person p where p.id = ? and p.erased_at is null and (p.merged_into_id is not null or ${seen.sql})`,
        [id, ...seen.parameters],
      );
      if (person === undefined) throw personNotFound();
      held.push(person);
    }
    return held;
  }

  /** Whoever merges gives one the other's ways in, homes and offices: only what lies all with them, over whom they appoint themselves. */
  private async assertMayMerge(
    tx: EntityManager,
    actor: SignedInActor,
    people: readonly HeldPerson[],
    now: Date,
  ): Promise<void> {
    for (const { id, name, suspendedAt, mergedIntoId } of people) {
      if (id === actor.personId) throw ownAccount();
      if (mergedIntoId !== null) throw mergedAlready();
      if (suspendedAt !== null) throw suspended({ name });
    }
    const reach = reachOf(actor);
    if (reach === 'everywhere') return;
    const ids = people.map(({ id }) => id);
    const offices = await tx.query<Office[]>(
      `select a.role, coalesce(o.subdistrict_id, a.subdistrict_id) as subdistrictId,
              if(o.id is null, a.community_id, o.community_id) as communityId
         from appointment a left join organisation o on o.id = a.organisation_id
        where a.person_id in (?) and (a.to_at is null or a.to_at > ?)`,
      [ids, now],
    );
    const beyond = offices.some((office) => !mayAppoint(actor.appointments, office.role, office));
    const [account] = await tx.query<{ id: string }[]>(
      "select id from person_login where person_id in (?) and kind = 'password' limit 1",
      [ids],
    );
    const homes = await tx.query<{ communityId: string }[]>(
      'select distinct community_id as communityId from household_member where person_id in (?) and open_key is not null',
      [ids],
    );
    const elsewhere = homes.some(({ communityId }) => !reach.includes(communityId));
    if (beyond || elsewhere || account !== undefined) throw beyondYourReach();
  }

  /** One entry about each of the two, so that whoever looks for either finds it. */
  private async record(
    tx: EntityManager,
    actor: SignedInActor,
    people: readonly HeldPerson[],
    details: { from: string; into: string },
  ): Promise<void> {
    for (const { id, name } of people)
      await this.audit.record(tx, {
        ...{ action: 'person.merge', actor, aboutPersonId: id, details },
        subject: { type: 'person', id, label: name },
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
