import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { newId } from '../../../platform/ids/new-id.js';
import { AppointmentsService } from '../appointments.service.js';
import { PeopleService } from '../people.service.js';
import { AccountsService } from './accounts.service.js';
import { accountPattern } from './dto/accounts.dto.js';

/** Two operators at once must not make two first ones. It is held until the connection ends: released any sooner, the other would look before this one is committed. */
const LOCK = 'linli first admin';
const LOCK_SECONDS = 10;

/** Somebody has to be the first who appoints, in a place where there is nobody yet, or nobody who could sign in any more. */
@Injectable()
export class FirstAdmin {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly appointments: AppointmentsService,
    private readonly accounts: AccountsService,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Null where somebody appoints already, or is going to: they open every further account. */
  async open(account: string, name: string): Promise<{ account: string; oneTimePassword: string } | null> {
    if (!accountPattern.test(account))
      throw new Error('the account name has 3 to 32 small letters and digits');
    const id = newId(this.clock.now());
    return this.database.transaction(async (tx) => {
      const [lock] = await tx.query<{ held: number }[]>('select get_lock(?, ?) as held', [
        LOCK,
        LOCK_SECONDS,
      ]);
      if (Number(lock?.held) !== 1) throw new Error('another first-admin is running');
      const [there] = await tx.query<unknown[]>(
        "select 1 from appointment where role = 'personnel_admin' and (to_at is null or to_at > ?) limit 1",
        [this.clock.now()],
      );
      if (there !== undefined) return null;
      const personId = newId(this.clock.now());
      await this.people.createPerson(tx, { id: personId, name });
      const appointmentId = await this.appointments.appoint(tx, { personId, role: 'personnel_admin' });
      await this.audit.record(tx, {
        action: 'appointment.make',
        actor: null,
        subject: { type: 'appointment', id: appointmentId, label: name },
        aboutPersonId: personId,
      });
      return this.accounts.createFirst(tx, personId, account, id);
    });
  }

  /**
   * For the only one who appoints, who lost password or phone: nobody else could help. Every session of theirs ends, the
   * second step is set up anew. Null where this is no account of somebody who appoints.
   */
  async restore(account: string): Promise<{ account: string; oneTimePassword: string } | null> {
    const now = this.clock.now();
    const [login] = await this.database.query<{ personId: string }>(
      `select l.person_id as personId from person_login l
         join appointment a on a.person_id = l.person_id and a.role = 'personnel_admin'
        where l.kind = 'password' and l.realm = '' and l.subject = ? and (a.to_at is null or a.to_at > ?) limit 1`,
      [account, now],
    );
    if (login === undefined) return null;
    await this.accounts.resetSecondStep(null, login.personId);
    return this.accounts.resetPassword(null, login.personId, newId(now));
  }
}
