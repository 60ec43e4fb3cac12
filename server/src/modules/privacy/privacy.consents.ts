import { type Age, type ConsentKind, PRIVACY_NOTICE } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type AuditEntry, AuditTrail } from '../../platform/audit/audit-trail.js';
import type { SignedInActor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/ids/new-id.js';
import { SessionsService } from '../identity/index.js';
import { agreeByReading, noticeMovedOn } from './privacy.errors.js';
import { type ConsentWay, PrivacyConsent } from './privacy-consent.entity.js';

export interface StandingConsent {
  kind: ConsentKind;
  given: boolean;
  version: string | null;
  age: Age | null;
  at: Date;
}

interface Said {
  id: string;
  kind: ConsentKind;
  given: boolean;
  version?: string | undefined;
  age?: Age | undefined;
  way: ConsentWay;
}

/** What people agree to and take back. The newest word of a kind is what holds. */
@Injectable()
export class PrivacyConsents {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly sessions: SessionsService,
  ) {}

  /** To the notice as it reads now; whoever is under fourteen waits for a guardian from here on. */
  async agree(
    actor: SignedInActor,
    said: { id: string; version: string; age: Age; way: ConsentWay },
  ): Promise<void> {
    if (said.version !== PRIVACY_NOTICE.version) throw noticeMovedOn();
    await this.database.transaction((tx) => this.agreeIn(tx, actor, said));
  }

  /** The same inside a transaction: the demo's people have agreed before anybody meets them. */
  async agreeIn(
    tx: EntityManager,
    actor: { personId: string; name: string },
    said: { id: string; version: string; age: Age; way: ConsentWay },
  ): Promise<void> {
    await lockPerson(tx, actor.personId);
    const { id, version, age, way } = said;
    if (!(await this.keep(tx, actor, { id, kind: 'notice', given: true, version, age, way }))) return;
    // Who once said that they are under fourteen does not grow older by saying something else: the guardian is still asked.
    await tx.query(
      `update person p set p.notice_version = ?, p.awaits_guardian =
         (? or p.awaits_guardian) and not exists (select 1 from privacy_guardian g where g.open_key = p.id)
        where p.id = ?`,
      [version, age === 'under_14' ? 1 : 0, actor.personId],
    );
  }

  /**
   * Taking back the notice ends every session: without it one reads like anybody who is not signed in. It is given only
   * by `agree`, which asks how old somebody is.
   */
  async change(
    actor: SignedInActor,
    said: { id: string; kind: ConsentKind; given: boolean; way: ConsentWay },
  ): Promise<void> {
    if (said.kind === 'notice' && said.given) throw agreeByReading();
    await this.database.transaction(async (tx) => {
      await lockPerson(tx, actor.personId);
      const version = said.kind === 'notice' ? PRIVACY_NOTICE.version : undefined;
      if (!(await this.keep(tx, actor, { ...said, version }))) return;
      if (said.kind !== 'notice') return;
      await tx.query('update person set notice_version = null where id = ?', [actor.personId]);
      await this.sessions.endAll(tx, actor.personId, 'signed_out', { by: actor.personId });
    });
  }

  /** As it stands after what was just said. */
  async awaitsGuardian(personId: string): Promise<boolean> {
    const [person] = await this.database.query<{ awaits: number }>(
      'select awaits_guardian as awaits from person where id = ?',
      [personId],
    );
    return Number(person?.awaits) === 1;
  }

  /** The newest word of each kind. */
  async standing(personId: string): Promise<Map<ConsentKind, StandingConsent>> {
    const rows = await this.database.query<StandingConsent>(
      `select c.kind, c.given, c.version, c.age, c.at from privacy_consent c
        where c.person_id = ? and not exists (
          select 1 from privacy_consent later
           where later.person_id = c.person_id and later.kind = c.kind
             and (later.at > c.at or (later.at = c.at and later.id > c.id)))`,
      [personId],
    );
    return new Map(rows.map((row) => [row.kind, { ...row, given: Number(row.given) === 1 }]));
  }

  /** False when exactly this was said before. */
  private async keep(
    tx: EntityManager,
    actor: { personId: string; name: string },
    { id, kind, given, version, age, way }: Said,
  ): Promise<boolean> {
    const [before] = await tx.query<unknown[]>(
      'select 1 from privacy_consent where id = ? and person_id = ?',
      [id, actor.personId],
    );
    if (before !== undefined) return false;
    await tx.insert(PrivacyConsent, {
      id,
      personId: actor.personId,
      kind,
      given,
      version: version ?? null,
      age: age ?? null,
      way,
      at: this.clock.now(),
    });
    await this.audit.record(tx, agreement(actor, { kind, given }));
    return true;
  }

  /** Many who agreed one by one before, each at their own moment. The caller has just made them, and none is a child. */
  async agreedBefore(
    tx: EntityManager,
    people: readonly { personId: string; name: string; at: Date }[],
  ): Promise<void> {
    if (people.length === 0) return;
    const { version } = PRIVACY_NOTICE;
    const rows = people.map(({ personId, at }) => ({
      ...{ id: newId(at), personId, kind: 'notice' as const, given: true, version },
      ...{ age: 'from_14' as const, way: 'demo' as const, at },
    }));
    await tx.createQueryBuilder().insert().into(PrivacyConsent).values(rows).updateEntity(false).execute();
    await tx.query('update person set notice_version = ? where id in (?)', [
      version,
      people.map(({ personId }) => personId),
    ]);
    await this.audit.recordPast(
      tx,
      people.map(({ at, ...person }) => ({ ...agreement(person, { kind: 'notice', given: true }), at })),
    );
  }

  /** For who is made by the system: the demo's people and what tests need. */
  async agreedAlready(tx: EntityManager, person: { personId: string; name: string }): Promise<void> {
    await this.agreeIn(tx, person, {
      id: newId(this.clock.now()),
      version: PRIVACY_NOTICE.version,
      age: 'from_14',
      way: 'demo',
    });
  }
}

function agreement(
  { personId, name }: { personId: string; name: string },
  { kind, given }: { kind: ConsentKind; given: boolean },
): AuditEntry {
  return {
    action: kind === 'notice' && given ? 'privacy.agree' : 'privacy.consent',
    actor: { personId, name },
    subject: { type: 'person', id: personId },
    aboutPersonId: personId,
    details: { kind, given },
  };
}

/** One after the other: what one person says twice at once has an order. */
export async function lockPerson(tx: EntityManager, personId: string): Promise<void> {
  await tx.query('select id from person where id = ? for update', [personId]);
}
