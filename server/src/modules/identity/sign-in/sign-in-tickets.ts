import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { newId } from '../../../platform/ids/new-id.js';
import { ticketOver } from '../identity.errors.js';
import type { SignInStep } from './sign-in.steps.js';
import { SignInTicket } from './sign-in-ticket.entity.js';

/** Long enough to look for the phone, or to think of a password; too short to be found on a desk. */
const MINUTES: Record<SignInStep, number> = { second_step: 5, first_change: 15, enrol: 15 };
const TOKEN_BYTES = 32;

export interface TicketHolder {
  id: string;
  personId: string;
  loginId: string;
  secondStep: boolean;
}

/** What somebody holds between a right password and a session: good for one step, once, for minutes. */
@Injectable()
export class SignInTickets {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async issue(
    holder: { personId: string; loginId: string; secondStep: boolean },
    step: SignInStep,
  ): Promise<{ step: SignInStep; ticket: string; expiresAt: Date }> {
    const now = this.clock.now();
    const ticket = randomBytes(TOKEN_BYTES).toString('base64url');
    const expiresAt = new Date(now.getTime() + MINUTES[step] * 60_000);
    await this.database.transaction(async (tx) => {
      await tx.query('delete from sign_in_ticket where person_id = ? and expires_at < ?', [
        holder.personId,
        now,
      ]);
      await tx.insert(SignInTicket, {
        ...holder,
        id: newId(now),
        tokenHash: hashOf(ticket),
        step,
        createdAt: now,
        expiresAt,
      });
    });
    return { step, ticket, expiresAt };
  }

  /** Whose ticket this is, leaving it as it is. */
  async read(ticket: string, step: SignInStep): Promise<TicketHolder> {
    const [row] = await this.database.query<TicketHolder>(SELECT, [hashOf(ticket), step, this.clock.now()]);
    return held(row);
  }

  /** Held until the end of the transaction, so that of two who come at once one finds it used. */
  async lock(tx: EntityManager, ticket: string, step: SignInStep): Promise<TicketHolder> {
    const [row] = await tx.query<TicketHolder[]>(`${SELECT} for update`, [
      hashOf(ticket),
      step,
      this.clock.now(),
    ]);
    return held(row);
  }

  async use(tx: EntityManager, { id }: TicketHolder): Promise<void> {
    await tx.query('update sign_in_ticket set used_at = ? where id = ?', [this.clock.now(), id]);
  }

  /** The password or the second step changed, so what was proven with the old ones leads nowhere any more. */
  async voidAll(tx: EntityManager, personId: string): Promise<void> {
    await tx.query('update sign_in_ticket set used_at = ? where person_id = ? and used_at is null', [
      this.clock.now(),
      personId,
    ]);
  }
}

const SELECT = `select id, person_id as personId, login_id as loginId, second_step as secondStep from sign_in_ticket
  where token_hash = ? and step = ? and used_at is null and expires_at > ?`;

function held(row: TicketHolder | undefined): TicketHolder {
  if (row === undefined) throw ticketOver();
  return { ...row, secondStep: Boolean(Number(row.secondStep)) };
}

function hashOf(ticket: string): string {
  return createHash('sha256').update(ticket).digest('hex');
}
