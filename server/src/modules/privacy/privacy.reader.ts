import { PRIVACY_NOTICE } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import type { SignedInActor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { PeopleService, PersonRecords } from '../identity/index.js';
import type { HoldingsDto, MyPrivacyDto } from './dto/my-privacy.dto.js';
import { PrivacyConsents } from './privacy.consents.js';

/** What somebody is shown of their own standing: what they agreed to, and what is kept of them. */
@Injectable()
export class PrivacyReader {
  constructor(
    private readonly database: Database,
    private readonly consents: PrivacyConsents,
    private readonly people: PeopleService,
    private readonly records: PersonRecords,
    private readonly audit: AuditTrail,
  ) {}

  async mine(actor: SignedInActor): Promise<MyPrivacyDto> {
    const [standing, maskedPhone] = await Promise.all([
      this.consents.standing(actor.personId),
      this.people.maskedPhoneOf(actor.personId),
    ]);
    const notice = standing.get('notice');
    const publishing = standing.get('publishing');
    return {
      name: actor.name,
      maskedPhone,
      mayChangeName: actor.appointments.length === 0,
      notice: {
        version: PRIVACY_NOTICE.version,
        agreedVersion: notice?.given ? notice.version : null,
        given: notice?.given ?? null,
        changedAt: notice?.at.toISOString() ?? null,
      },
      publishing: {
        given: publishing?.given ?? null,
        changedAt: publishing?.at.toISOString() ?? null,
      },
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
