import {
  ALL_PERMISSIONS,
  agreementHolds,
  everyoneMay,
  PRIVACY_NOTICE,
  ROLE_LABELS,
  roleMay,
} from '@linli/shared';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Settings } from '../../platform/config/settings.js';
import { isDuplicate } from '../../platform/database/database.errors.js';
import { Database } from '../../platform/database/database.js';
import { WechatClient } from '../../platform/wechat/wechat.client.js';
import { AreaQueries } from '../area/index.js';
import { OrganisationQueries } from '../organisation/index.js';
import {
  type AppointmentInForce,
  type AppointmentOnLeave,
  AppointmentsService,
} from './appointments.service.js';
import type { MeDto } from './dto/me.dto.js';
import { phoneTaken, sessionEnded } from './identity.errors.js';
import { Logins } from './logins.js';
import { maskedPhone } from './phone-number.js';
import { roleCounts } from './sign-in/sign-in.steps.js';

interface MeRow {
  name: string;
  noticeVersion: string | null;
  awaitsGuardian: number;
  secondStep: number;
}

/** What the signed-in person is told about themselves, and what they add to it. */
@Injectable()
export class MeService {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly appointments: AppointmentsService,
    private readonly areas: AreaQueries,
    private readonly organisations: OrganisationQueries,
    private readonly logins: Logins,
    private readonly wechat: WechatClient,
    private readonly clock: Clock,
  ) {}

  async of(personId: string, sessionId: string): Promise<MeDto> {
    const now = this.clock.now();
    const [[person], all, onLeave] = await Promise.all([
      this.database.query<MeRow>(
        `select p.name, p.notice_version as noticeVersion, p.awaits_guardian as awaitsGuardian,
                coalesce(s.second_step, 0) as secondStep
           from person p left join session s on s.id = ? where p.id = ?`,
        [sessionId, personId],
      ),
      this.appointments.inForce(personId, now),
      this.appointments.onLeave(personId, now),
    ]);
    if (person === undefined) throw sessionEnded();
    const session = { secondStep: Number(person.secondStep) === 1 };
    const inForce = all.filter(({ role }) => roleCounts(this.settings.secondStepRule, role, session));
    const held = [...inForce, ...onLeave];
    const areaIds = held.flatMap((a) => [a.areaId, a.communityId, a.gridId]).filter((id) => id !== null);
    const [names, estates, organisations] = await Promise.all([
      this.areas.names(areaIds),
      this.areas.estateNames(held.map((a) => a.estateId).filter((id) => id !== null)),
      this.organisations.byId(held.map((a) => a.organisationId).filter((id) => id !== null)),
    ]);
    const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
    const placed = (a: AppointmentInForce | AppointmentOnLeave) => ({
      id: a.id,
      role: a.role,
      roleLabel: ROLE_LABELS[a.role],
      areaId: a.areaId,
      areaName: nameOf(a.areaId),
      communityId: a.communityId,
      communityName: nameOf(a.communityId),
      gridId: a.gridId,
      gridName: nameOf(a.gridId),
      estateId: a.estateId,
      estateName: estates.get(a.estateId ?? '') ?? null,
      buildingId: a.buildingId,
      organisationId: a.organisationId,
      organisationName: organisations.get(a.organisationId ?? '')?.name ?? null,
    });
    return {
      id: personId,
      name: person.name,
      appointments: inForce.map((a) => ({
        ...placed(a),
        ...{ toAt: a.toAt?.toISOString() ?? null, standsIn: a.standInForId !== null },
      })),
      onLeave: onLeave.map((a) => ({
        ...placed(a),
        ...{ leaveUntil: a.leaveUntil.toISOString(), standInName: a.standInName },
      })),
      permissions: ALL_PERMISSIONS.filter((p) => everyoneMay(p) || inForce.some((a) => roleMay(a.role, p))),
      privacyNotice: {
        version: PRIVACY_NOTICE.version,
        agreed: agreementHolds(person.noticeVersion),
      },
      awaitsGuardian: Number(person.awaitsGuardian) === 1,
    };
  }

  /** Adds the phone that WeChat vouches for; adding one's own again changes nothing. */
  async addWechatPhone(personId: string, code: string): Promise<{ maskedPhone: string }> {
    const phone = await this.wechat.phoneOf(code);
    const login = this.logins.phone(phone);
    try {
      await this.database.transaction(async (tx) => {
        // WeChat was asked for a while: whoever left meanwhile gets no number back.
        const [person] = await tx.query<unknown[]>(
          'select 1 from person where id = ? and erased_at is null and merged_into_id is null for update',
          [personId],
        );
        if (person === undefined) throw sessionEnded();
        await this.logins.add(tx, personId, login);
      });
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      if ((await this.logins.personOf(login)) !== personId) throw phoneTaken();
    }
    return { maskedPhone: maskedPhone(phone) };
  }
}
