import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { type SignedInActor, scopeCovers, scopeOf } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { AreaQueries } from '../area/index.js';
import { changedMeanwhile, dutyPhoneNotYours } from './contact.errors.js';
import type { DutyPhoneDto, SetDutyPhoneDto } from './dto/duty-phone.dto.js';

const DUTY_PHONE = 'select phone, version from duty_phone where community_id = ?';

/** The number on which a community answers: everybody may read it, its secretary sets it. */
@Injectable()
export class DutyPhones {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly areas: AreaQueries,
    private readonly audit: AuditTrail,
  ) {}

  async of(communityId: string): Promise<DutyPhoneDto> {
    const community = await this.areas.community(communityId);
    const [row] = await this.database.query<DutyPhoneDto>(DUTY_PHONE, [community.id]);
    return row ?? { phone: null, version: 0 };
  }

  /** A change is made by who saw what it changes, so that neither two secretaries nor a late request undo each other. */
  async set(
    actor: SignedInActor,
    communityId: string,
    { phone, version }: SetDutyPhoneDto,
  ): Promise<DutyPhoneDto> {
    if (!scopeCovers(scopeOf(actor, 'duty_phone.configure'), { communityId, gridId: null }))
      throw dutyPhoneNotYours();
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      await tx.query(
        `insert into duty_phone (community_id, phone, version, changed_by, changed_at) values (?, null, 0, ?, ?)
         on duplicate key update community_id = community_id`,
        [communityId, actor.personId, now],
      );
      const [row] = await tx.query<DutyPhoneDto[]>(`${DUTY_PHONE} for update`, [communityId]);
      if (row === undefined) throw changedMeanwhile();
      if (row.version === version + 1 && row.phone === phone) return row;
      if (row.version !== version) throw changedMeanwhile();
      const next = version + 1;
      await tx.query(
        'update duty_phone set phone = ?, version = ?, changed_by = ?, changed_at = ? where community_id = ?',
        [phone, next, actor.personId, now, communityId],
      );
      await this.audit.record(tx, {
        action: 'duty_phone.set',
        actor,
        subject: { type: 'duty_phone', id: communityId },
        communityId,
        details: { given: phone !== null, version: next },
      });
      return { phone, version: next };
    });
  }
}
