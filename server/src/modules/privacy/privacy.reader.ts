import { PRIVACY_NOTICE } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import type { SignedInActor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Settings } from '../../platform/config/settings.js';
import { Database } from '../../platform/database/database.js';
import { AppointmentsService, PeopleService, PersonRecords } from '../identity/index.js';
import type { HoldingsDto, MyPrivacyDto } from './dto/my-privacy.dto.js';
import { PrivacyConsents } from './privacy.consents.js';
import { PrivacyErasures } from './privacy.erasures.js';
import { PrivacyGuardians } from './privacy.guardians.js';

/** What somebody is shown of their own standing: what they agreed to, and what is kept of them. */
@Injectable()
export class PrivacyReader {
  constructor(
    private readonly database: Database,
    private readonly consents: PrivacyConsents,
    private readonly guardians: PrivacyGuardians,
    private readonly erasures: PrivacyErasures,
    private readonly settings: Settings,
    private readonly people: PeopleService,
    private readonly records: PersonRecords,
    private readonly audit: AuditTrail,
    private readonly appointments: AppointmentsService,
    private readonly clock: Clock,
  ) {}

  async mine(actor: SignedInActor): Promise<MyPrivacyDto> {
    const { personId } = actor;
    const [standing, maskedPhones, guardian, erasure, inOffice] = await Promise.all([
      this.consents.standing(personId),
      this.people.everyMaskedPhoneOf(personId),
      this.guardians.of(personId),
      this.erasures.waiting(personId),
      this.appointments.holdsAny(personId, this.clock.now()),
    ]);
    const notice = standing.get('notice');
    return {
      name: actor.name,
      maskedPhones,
      mayChangeName: !inOffice,
      notice: {
        version: PRIVACY_NOTICE.version,
        agreedVersion: notice?.given ? notice.version : null,
        given: notice?.given ?? null,
        changedAt: notice?.at.toISOString() ?? null,
      },
      awaitsGuardian: actor.awaitsGuardian === true,
      guardian,
      erasure,
      erasureDays: this.settings.erasureDays,
    };
  }

  async holdings(actor: SignedInActor): Promise<HoldingsDto> {
    const { personId, name } = actor;
    await this.audit.recordRead({
      action: 'privacy.read',
      actor: { personId, name },
      subject: { type: 'person', id: personId },
      aboutPersonId: personId,
    });
    const read = <T>(sql: string, parameters: unknown[]) => this.database.query<T>(sql, parameters);
    const holdings = await this.records.holdings(read, personId);
    return { items: holdings.filter(({ count }) => count > 0) };
  }
}
