import type { Role } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/ids/new-id.js';
import { Appointment } from './appointment.entity.js';

export interface NewAppointment {
  personId: string;
  role: Role;
  /** The area the role is for, and the communities and grids it lies in as of now; all absent for a platform admin. */
  areaId?: string | null;
  subdistrictId?: string | null;
  communityId?: string | null;
  gridId?: string | null;
  /** Now when absent. */
  fromAt?: Date;
  toAt?: Date | null;
}

export interface AppointmentInForce {
  id: string;
  personId: string;
  role: Role;
  areaId: string | null;
  subdistrictId: string | null;
  communityId: string | null;
  gridId: string | null;
}

/** Who is appointed to what, from when to when. Ending one takes effect with the next request. */
@Injectable()
export class AppointmentsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async appoint(tx: EntityManager, appointment: NewAppointment): Promise<string> {
    const now = this.clock.now();
    const id = newId(now);
    await tx.insert(Appointment, {
      id,
      personId: appointment.personId,
      role: appointment.role,
      areaId: appointment.areaId ?? null,
      subdistrictId: appointment.subdistrictId ?? null,
      communityId: appointment.communityId ?? null,
      gridId: appointment.gridId ?? null,
      fromAt: appointment.fromAt ?? now,
      toAt: appointment.toAt ?? null,
      createdAt: now,
    });
    return id;
  }

  /** Ends an appointment; one that has ended keeps its first end. */
  async end(tx: EntityManager, appointmentId: string, at: Date = this.clock.now()): Promise<void> {
    await tx.query('update appointment set to_at = ? where id = ? and (to_at is null or to_at > ?)', [
      at,
      appointmentId,
      at,
    ]);
  }

  inForce(personId: string, at: Date): Promise<AppointmentInForce[]> {
    return this.database.query<AppointmentInForce>(
      `select id, person_id as personId, role, area_id as areaId, subdistrict_id as subdistrictId,
              community_id as communityId, grid_id as gridId
         from appointment
        where person_id = ? and from_at <= ? and (to_at is null or to_at > ?)
        order by from_at, id`,
      [personId, at, at],
    );
  }
}
