import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import type { LoginMethod } from '../session.entity.js';
import { REFRESH_DAYS } from '../sessions.service.js';

/** More than anybody has devices; what lies further back nobody would recognise. */
const MOST = 50;

export interface OpenSession {
  id: string;
  device: string;
  method: LoginMethod;
  secondStep: boolean;
  createdAt: Date;
  lastSeenAt: Date;
}

/** Where a person is signed in now. */
@Injectable()
export class SessionList {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async of(personId: string): Promise<OpenSession[]> {
    const rows = await this.database.query<Omit<OpenSession, 'secondStep'> & { secondStep: number }>(
      `select id, coalesce(device, '认不出的设备') as device, method, second_step as secondStep, created_at as createdAt,
              coalesce(last_seen_at, created_at) as lastSeenAt
         from session where person_id = ? and ended_at is null and coalesce(last_seen_at, created_at) > ?
        order by lastSeenAt desc, id desc limit ${MOST}`,
      [personId, this.stillRenewable()],
    );
    return rows.map((row) => ({ ...row, secondStep: Number(row.secondStep) === 1 }));
  }

  /** Whoever was away for longer cannot renew and has to sign in again. */
  private stillRenewable(): Date {
    return new Date(this.clock.now().getTime() - REFRESH_DAYS * 86_400_000);
  }
}
