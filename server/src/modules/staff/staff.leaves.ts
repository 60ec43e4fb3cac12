import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import type { SignedInActor } from '../../platform/auth/actor.js';
import { isUuidV7 } from '../../platform/http/validators.js';
import { AppointmentsService } from '../identity/index.js';
import type { LeaveDto, StaffActDto } from './dto/appoint.dto.js';
import {
  appointmentNotFound,
  leaveNotFound,
  leaveOutside,
  leaveOverlaps,
  ownAppointment,
  standInUnfit,
} from './staff.errors.js';
import { StaffNews } from './staff.news.js';
import { officeOf, StaffRecords } from './staff.records.js';
import { overlap } from './staff.rules.js';
import { StaffService } from './staff.service.js';
import { StaffSettling } from './staff.settling.js';
import { StaffActs } from './staff-acts.js';

interface LeaveRow {
  id: string;
  appointmentId: string;
  fromAt: Date;
  toAt: Date;
}

/** Leave and who stands in: for that time the one holds nothing from the appointment, and the other the same. */
@Injectable()
export class StaffLeaves {
  constructor(
    private readonly acts: StaffActs,
    private readonly records: StaffRecords,
    private readonly staff: StaffService,
    private readonly settling: StaffSettling,
    private readonly appointments: AppointmentsService,
    private readonly news: StaffNews,
    private readonly audit: AuditTrail,
  ) {}

  async take(actor: SignedInActor, appointmentId: string, body: LeaveDto): Promise<void> {
    if (!isUuidV7(appointmentId)) throw appointmentNotFound();
    await this.acts.once(actor, body.id, 'leave', { appointmentId, ...body }, async (tx, now) => {
      const { standInId } = body;
      const others = standInId === undefined ? [] : [standInId];
      const record = await this.records.hold(tx, actor, appointmentId, ...others);
      if (standInId === record.personId) throw standInUnfit();
      if (standInId === actor.personId || record.personId === actor.personId) throw ownAppointment();
      const fromAt = new Date(Math.max(now.getTime(), Date.parse(body.fromAt)));
      const toAt = new Date(body.toAt);
      const beyond = record.toAt !== null && toAt > record.toAt;
      if (toAt <= fromAt || fromAt < record.fromAt || beyond || record.standInForId !== null)
        throw leaveOutside();
      const leaves = await tx.query<LeaveRow[]>(
        'select id, from_at as fromAt, to_at as toAt from appointment_leave where appointment_id = ?',
        [appointmentId],
      );
      if (leaves.some((leave) => overlap(leave, { fromAt, toAt }))) throw leaveOverlaps();
      if (record.role === 'personnel_admin') await this.records.assertOthersAppoint(tx, record.personId, now);
      await tx.query(
        'insert into appointment_leave (id, appointment_id, from_at, to_at) values (?, ?, ?, ?)',
        [...[body.id, appointmentId, fromAt, toAt]],
      );
      const news = { id: appointmentId, actor, communityId: record.placeCommunityId, now };
      await this.news.leave(tx, news, { fromAt, toAt, covered: standInId !== undefined });
      if (standInId !== undefined) {
        await this.records.assertNotSuspended(tx, standInId);
        const { role, areaId, subdistrictId, communityId, gridId, estateId, buildingId, organisationId } =
          record;
        const ids = { areaId, subdistrictId, communityId, gridId, estateId, buildingId, organisationId };
        const wanted = { personId: standInId, role, ...ids, fromAt, toAt };
        if (role !== 'building_captain') await this.staff.assertFree(tx, wanted, now);
        const standIn = await this.appointments.appoint(tx, { ...wanted, standInForId: appointmentId });
        await this.news.made(tx, { ...news, id: standIn }, { fromAt, toAt });
      }
      await this.audit.record(tx, {
        action: 'appointment.leave',
        actor,
        subject: { type: 'appointment', id: appointmentId },
        aboutPersonId: record.personId,
        communityId: record.placeCommunityId,
        details: {
          ...officeOf(record),
          from: fromAt.toISOString(),
          to: toAt.toISOString(),
          ...(standInId === undefined ? {} : { standInId }),
        },
      });
    });
    await this.settling.run();
  }

  /** They are back before the time: what was stood in for is theirs again. */
  async end(actor: SignedInActor, leaveId: string, body: StaffActDto): Promise<void> {
    if (!isUuidV7(leaveId)) throw leaveNotFound();
    await this.acts.once(actor, body.actionId, 'leave-end', { leaveId }, async (tx, now) => {
      const [leave] = await tx.query<LeaveRow[]>(
        `select id, appointment_id as appointmentId, from_at as fromAt, to_at as toAt
           from appointment_leave where id = ?`,
        [leaveId],
      );
      if (leave === undefined) throw leaveNotFound();
      const record = await this.records.hold(tx, actor, leave.appointmentId);
      if (record.personId === actor.personId) throw ownAppointment();
      if (leave.toAt <= now) return;
      // What was called off before it began ends before it begins, and has no moment.
      await tx.query('update appointment_leave set to_at = ? where id = ?', [now, leaveId]);
      const news = { id: leave.appointmentId, actor, communityId: record.placeCommunityId, now };
      await this.news.leaveEnded(tx, news, leave.fromAt);
      await this.staff.endStandIns(tx, news, now, leave.fromAt);
      await this.audit.record(tx, {
        action: 'appointment.leave_end',
        actor,
        subject: { type: 'appointment', id: leave.appointmentId },
        aboutPersonId: record.personId,
        communityId: record.placeCommunityId,
        details: officeOf(record),
      });
    });
    await this.settling.run();
  }
}
