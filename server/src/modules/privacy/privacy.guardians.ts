import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import type { SignedInActor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Settings } from '../../platform/config/settings.js';
import { DataCipher } from '../../platform/crypto/data-cipher.js';
import { Database } from '../../platform/database/database.js';
import { SignedLinks } from '../../platform/files/signed-links.js';
import { maskedPhone, PeopleService, PhoneCodesService } from '../identity/index.js';
import type { GuardedChildrenDto, GuardianAgreesDto, GuardianDto } from './dto/guardian.dto.js';
import { lockPerson } from './privacy.consents.js';
import { guardianTicketOver, noGuardianNeeded, ownPhone } from './privacy.errors.js';
import { PrivacyLeaving } from './privacy.leaving.js';
import { PrivacyGuardian } from './privacy-guardian.entity.js';

interface GuardianRow {
  relation: GuardianDto['relation'];
  sealedPhone: string;
  givenAt: Date;
}

/** A guardian's word for a child under fourteen: given by a code sent to the guardian's own phone, taken back the same way. */
@Injectable()
export class PrivacyGuardians {
  private readonly links: SignedLinks;

  constructor(
    settings: Settings,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly cipher: DataCipher,
    private readonly audit: AuditTrail,
    private readonly people: PeopleService,
    private readonly codes: PhoneCodesService,
    private readonly leaving: PrivacyLeaving,
  ) {
    this.links = new SignedLinks(settings, clock, 'guardian');
  }

  /** Only for a child who still has to ask; the number they sign in with is not their guardian's. */
  async sendCode(actor: SignedInActor, phone: string) {
    if (!actor.awaitsGuardian) throw noGuardianNeeded();
    if ((await this.people.withPhone(phone)) === actor.personId) throw ownPhone();
    return this.codes.send(phone, 'guardian', { askedBy: actor.personId });
  }

  sendCodeToGuardian(phone: string) {
    return this.codes.send(phone, 'guardian');
  }

  async agree(
    actor: SignedInActor,
    { id, name, relation, phone, code }: GuardianAgreesDto,
  ): Promise<SignedInActor> {
    const heldAlready = await this.database.query(
      'select 1 from privacy_guardian where id = ? and person_id = ?',
      [id, actor.personId],
    );
    // The answer was lost and the same is sent again: its code is used up, its consent holds.
    if (heldAlready.length > 0) return actor;
    if ((await this.people.withPhone(phone)) === actor.personId) throw ownPhone();
    if (!actor.awaitsGuardian) throw noGuardianNeeded();
    await this.codes.check(phone, code, 'guardian');
    const now = this.clock.now();
    await this.database.transaction(async (tx) => {
      await lockPerson(tx, actor.personId);
      const [child] = await tx.query<{ awaits: number }[]>(
        'select awaits_guardian as awaits from person where id = ?',
        [actor.personId],
      );
      if (Number(child?.awaits) !== 1) throw noGuardianNeeded();
      await tx.insert(PrivacyGuardian, {
        id,
        personId: actor.personId,
        sealedName: this.cipher.encrypt(name),
        relation,
        phoneIndex: this.indexOf(phone),
        sealedPhone: this.cipher.encrypt(phone),
        givenAt: now,
        openKey: actor.personId,
      });
      await tx.query('update person set awaits_guardian = 0 where id = ?', [actor.personId]);
      await this.audit.record(tx, {
        action: 'guardian.agree',
        actor: { personId: actor.personId, name: actor.name },
        subject: { type: 'person', id: actor.personId },
        aboutPersonId: actor.personId,
      });
    });
    return { ...actor, awaitsGuardian: false };
  }

  async of(personId: string): Promise<GuardianDto | null> {
    const [row] = await this.database.query<GuardianRow>(
      `select relation, sealed_phone as sealedPhone, given_at as givenAt from privacy_guardian where open_key = ?`,
      [personId],
    );
    if (row === undefined) return null;
    const phone = this.cipher.decrypt(row.sealedPhone);
    return {
      relation: row.relation,
      maskedPhone: maskedPhone(phone),
      givenAt: row.givenAt.toISOString(),
    };
  }

  /** Whom this number agreed for. A guardian has no account here; the code is all that is asked. */
  async childrenOf(phone: string, code: string): Promise<GuardedChildrenDto> {
    await this.codes.check(phone, code, 'guardian');
    const index = this.indexOf(phone);
    const items = await this.database.query<{ id: string; name: string; givenAt: Date }>(
      `select g.id, p.name, g.given_at as givenAt from privacy_guardian g join person p on p.id = g.person_id
        where g.phone_index = ? and g.open_key is not null order by g.given_at limit 20`,
      [index],
    );
    return {
      ticket: `${index}?${this.links.query(index)}`,
      items: items.map((item) => ({ ...item, givenAt: item.givenAt.toISOString() })),
    };
  }

  /** Ends the child's account at once; what they reported stays without them. */
  async withdraw(ticket: string, id: string): Promise<void> {
    const [index = '', query = ''] = ticket.split('?');
    const { expires, signature } = Object.fromEntries(new URLSearchParams(query));
    if (expires === undefined || signature === undefined) throw guardianTicketOver();
    if (!this.links.isGood(index, { expires, signature })) throw guardianTicketOver();
    const files = await this.database.transaction(async (tx) => {
      const [row] = await tx.query<{ personId: string; withdrawnAt: Date | null }[]>(
        `select person_id as personId, withdrawn_at as withdrawnAt from privacy_guardian
          where id = ? and phone_index = ? for update`,
        [id, index],
      );
      // The answer was lost and the same is sent again: with the child's account the consent went as well.
      if (row === undefined || row.withdrawnAt !== null) return [];
      await tx.query('update privacy_guardian set withdrawn_at = ?, open_key = null where id = ?', [
        this.clock.now(),
        id,
      ]);
      await this.audit.record(tx, {
        action: 'guardian.withdraw',
        actor: null,
        subject: { type: 'person', id: row.personId },
        aboutPersonId: row.personId,
      });
      return this.leaving.atOnce(tx, row.personId);
    });
    await this.leaving.remove(files);
  }

  private indexOf(phone: string): string {
    return this.cipher.blindIndex('guardian phone', phone);
  }
}
