import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import type { SignedInActor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { isUuidV7 } from '../../platform/http/validators.js';
import { maskedPhone, PeopleService } from '../identity/index.js';
import type { FindPersonDto, StaffActDto } from './dto/appoint.dto.js';
import type { FoundPersonDto } from './dto/staff.dto.js';
import { personNotFound, suspendsOneself } from './staff.errors.js';
import { StaffHands } from './staff.hands.js';
import { StaffRecords } from './staff.records.js';
import { StaffActs } from './staff-acts.js';

/** The people who are appointed: found by their phone or entered, suspended and restored. */
@Injectable()
export class StaffPeople {
  constructor(
    private readonly database: Database,
    private readonly acts: StaffActs,
    private readonly records: StaffRecords,
    private readonly hands: StaffHands,
    private readonly people: PeopleService,
    private readonly audit: AuditTrail,
  ) {}

  /** Whoever has exactly this phone; with a name, somebody new when nobody has. Each look is kept in the audit. */
  async find(actor: SignedInActor, { phone, name }: FindPersonDto): Promise<FoundPersonDto> {
    const known = await this.people.withPhone(phone);
    if (known === null && name === undefined) throw personNotFound();
    const id = known ?? (await this.people.personOfPhone(phone, name ?? ''));
    const called = (await this.people.nameOf([id])).get(id) ?? '';
    await this.database.transaction((tx) =>
      this.audit.record(tx, {
        action: known === null ? 'person.add' : 'person.find',
        actor,
        subject: { type: 'person', id, label: called },
        aboutPersonId: id,
      }),
    );
    return {
      id,
      name: called,
      maskedPhone: maskedPhone(phone),
      known: known !== null,
    };
  }

  /** They are signed out everywhere at once, and what they had in hand goes back to its queue. */
  async suspend(actor: SignedInActor, id: string, { actionId }: StaffActDto): Promise<void> {
    if (!isUuidV7(id)) throw personNotFound();
    if (id === actor.personId) throw suspendsOneself();
    await this.acts.once(actor, actionId, 'suspend', { id }, async (tx, now) => {
      const names = await this.records.holdPeople(tx, [id]);
      const held = await this.records.ofPerson(tx, id, now);
      if (held.some(({ role }) => role === 'personnel_admin'))
        await this.records.assertOthersAppoint(tx, id, now);
      const left = await this.hands.wouldBeLeft(tx, id, null, now);
      await this.people.suspend(tx, id, now);
      await this.hands.pass(tx, left, null, 'handler_gone', now);
      await this.audit.record(tx, {
        action: 'person.suspend',
        actor,
        subject: { type: 'person', id, label: names.get(id) ?? '' },
        aboutPersonId: id,
        details: { cases: left.length },
      });
    });
  }

  async restore(actor: SignedInActor, id: string, { actionId }: StaffActDto): Promise<void> {
    if (!isUuidV7(id)) throw personNotFound();
    await this.acts.once(actor, actionId, 'restore', { id }, async (tx) => {
      const names = await this.records.holdPeople(tx, [id]);
      await this.people.restore(tx, id);
      await this.audit.record(tx, {
        action: 'person.restore',
        actor,
        subject: { type: 'person', id, label: names.get(id) ?? '' },
        aboutPersonId: id,
      });
    });
  }
}
