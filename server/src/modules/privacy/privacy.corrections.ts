import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import type { SignedInActor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Outbox } from '../../platform/events/outbox.js';
import { AppointmentsService, PeopleService, PhoneCodesService, SessionsService } from '../identity/index.js';
import { lockPerson } from './privacy.consents.js';
import { nameIsRegistered } from './privacy.errors.js';

/** What people put right themselves. Their home is put right by the community, which compares it with the register. */
@Injectable()
export class PrivacyCorrections {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly people: PeopleService,
    private readonly codes: PhoneCodesService,
    private readonly appointments: AppointmentsService,
    private readonly clock: Clock,
    private readonly sessions: SessionsService,
    private readonly outbox: Outbox,
  ) {}

  /** Not for who holds an office, on leave or only from tomorrow: others know them by the name that was registered with it. */
  async changeName(actor: SignedInActor, name: string): Promise<SignedInActor> {
    await this.database.transaction(async (tx) => {
      await lockPerson(tx, actor.personId);
      if (await this.appointments.holdsAny(actor.personId, this.clock.now(), tx)) throw nameIsRegistered();
      await this.people.rename(tx, actor.personId, name);
      await this.record(tx, actor, 'privacy.change_name');
    });
    return { ...actor, name };
  }

  /** For this and nothing else: what is read off this telephone signs nobody in. */
  sendCode(actor: SignedInActor, phone: string) {
    return this.codes.send(phone, 'change_phone', { askedBy: actor.personId });
  }

  /**
   * The code was sent to the new number, so that it is theirs; the old one opens nothing any more, and what it opened
   * elsewhere ends: whoever has the old telephone now is somebody else.
   */
  async changePhone(actor: SignedInActor, sessionId: string, phone: string, code: string): Promise<void> {
    // The answer was lost and the same is sent again: its code is used up, the number holds.
    if (await this.people.hasOnlyPhone(actor.personId, phone)) return;
    await this.codes.check(phone, code, 'change_phone');
    await this.database.transaction(async (tx) => {
      await lockPerson(tx, actor.personId);
      if (!(await this.people.replacePhone(tx, actor.personId, phone))) return;
      await this.sessions.endAll(tx, actor.personId, 'phone_changed', {
        by: actor.personId,
        except: sessionId,
      });
      await this.record(tx, actor, 'privacy.change_phone');
      await this.outbox.append(tx, {
        type: 'person.phone_changed',
        subjectType: 'person',
        subjectId: actor.personId,
        communityId: null,
        at: this.clock.now(),
      });
    });
  }

  private record(
    tx: Parameters<AuditTrail['record']>[0],
    { personId, name }: SignedInActor,
    action: 'privacy.change_name' | 'privacy.change_phone',
  ): Promise<void> {
    return this.audit.record(tx, {
      action,
      actor: { personId, name },
      subject: { type: 'person', id: personId },
      aboutPersonId: personId,
    });
  }
}
