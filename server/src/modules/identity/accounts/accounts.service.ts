import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import type { SignedInActor } from '../../../platform/auth/actor.js';
import { Clock } from '../../../platform/clock/clock.js';
import { isDuplicate } from '../../../platform/database/database.errors.js';
import { Database } from '../../../platform/database/database.js';
import { idUsedDifferently } from '../../../platform/idempotency/idempotency.errors.js';
import { hashPassword } from '../passwords.js';
import { PersonLogin } from '../person-login.entity.js';
import { SecondSteps } from '../second-step/second-steps.js';
import type { SessionEnd } from '../session.entity.js';
import { SessionsService } from '../sessions.service.js';
import { SignInAttempts } from '../sign-in/sign-in-attempts.js';
import { SignInTickets } from '../sign-in/sign-in-tickets.js';
import { type AccountLogin, AccountPasswords } from './account-passwords.js';
import {
  accountOfNone,
  accountOfSuspended,
  accountPersonUnknown,
  accountTaken,
  accountThere,
  accountYourOwn,
} from './accounts.errors.js';
import type { CreateAccountDto, GivenPasswordDto } from './dto/accounts.dto.js';

type Audited =
  | 'account.reset_password'
  | 'account.reset_second_step'
  | 'account.unlock'
  | 'account.end_sessions';

/** What administrators do about others' accounts. Each takes effect with the next request, and each is in the audit. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly database: Database,
    private readonly passwords: AccountPasswords,
    private readonly attempts: SignInAttempts,
    private readonly secondSteps: SecondSteps,
    private readonly tickets: SignInTickets,
    private readonly sessions: SessionsService,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Opens an account with a password for one sign-in. The id is the act's: sending it again shows the same password. */
  async create(actor: SignedInActor, { id, personId, account }: CreateAccountDto): Promise<GivenPasswordDto> {
    const { code } = this.passwords.oneTimeOf(id);
    const secretHash = await hashPassword(code);
    const login = await this.withAccountFree(() =>
      this.database.transaction(async (tx) => {
        const person = await this.lockPerson(tx, personId);
        if (person.suspendedAt !== null) throw accountOfSuspended();
        const there = await this.passwords.ofPerson(personId, tx);
        if (there !== null) {
          if (there.secretActionId === id && there.account === account) return there;
          throw accountThere();
        }
        return this.add(tx, { actor, id, personId, account, secretHash });
      }),
    );
    return this.given(login, id);
  }

  /** The first account of an empty place: there is nobody yet whose act it could be. */
  async createFirst(
    tx: EntityManager,
    personId: string,
    account: string,
    id: string,
  ): Promise<GivenPasswordDto> {
    const secretHash = await hashPassword(this.passwords.oneTimeOf(id).code);
    return this.given(await this.add(tx, { actor: null, id, personId, account, secretHash }), id);
  }

  /**
   * Takes the old password away at once, and with it every open session and everything half signed in.
   * @param actor null for whoever runs the machine
   */
  async resetPassword(
    actor: SignedInActor | null,
    personId: string,
    actionId: string,
  ): Promise<GivenPasswordDto> {
    const secretHash = await hashPassword(this.passwords.oneTimeOf(actionId).code);
    const login = await this.change(actor, personId, 'account.reset_password', async (tx, login) => {
      if (login.secretActionId === actionId) return false;
      await this.passwords.give(tx, login, { secretHash, actionId });
      await this.attempts.forget(login.account, tx);
      await this.leaveAll(tx, actor, personId, 'password_reset');
      return true;
    });
    return this.given(login, actionId);
  }

  /**
   * For who lost both phone and paper codes.
   * @param actor null for whoever runs the machine
   */
  async resetSecondStep(actor: SignedInActor | null, personId: string): Promise<void> {
    await this.change(actor, personId, 'account.reset_second_step', async (tx) => {
      if (!(await this.secondSteps.remove(tx, personId))) return false;
      await this.leaveAll(tx, actor, personId, 'second_step_reset');
      return true;
    });
  }

  async unlock(actor: SignedInActor, personId: string): Promise<void> {
    await this.change(actor, personId, 'account.unlock', async (tx, login) => {
      await this.attempts.forget(login.account, tx);
      return true;
    });
  }

  async endSessions(actor: SignedInActor, personId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const person = await this.lockPerson(tx, personId);
      const ended = await this.leaveAll(tx, actor, personId, 'ended_by_admin');
      await this.audit.record(tx, {
        action: 'account.end_sessions',
        actor: { personId: actor.personId, name: actor.name },
        subject: { type: 'person', id: personId, label: person.name },
        aboutPersonId: personId,
        details: { ended },
      });
    });
  }

  /** Somebody else's account, held while it is changed and written down; `work` says whether anything was left to do. */
  private change(
    actor: SignedInActor | null,
    personId: string,
    action: Audited,
    work: (tx: EntityManager, login: AccountLogin) => Promise<boolean>,
  ): Promise<AccountLogin> {
    if (personId === actor?.personId) throw accountYourOwn();
    return this.database.transaction(async (tx) => {
      const person = await this.lockPerson(tx, personId);
      if (action === 'account.reset_password' && person.suspendedAt !== null) throw accountOfSuspended();
      const login = await this.passwords.ofPerson(personId, tx);
      if (login === null) throw accountOfNone();
      if (!(await work(tx, login))) return login;
      await this.audit.record(tx, {
        action,
        actor: auditedActor(actor),
        subject: { type: 'account', id: login.id, label: login.account },
        aboutPersonId: personId,
      });
      return (await this.passwords.ofPerson(personId, tx)) ?? login;
    });
  }

  private async add(
    tx: EntityManager,
    given: { actor: SignedInActor | null; id: string; personId: string; account: string; secretHash: string },
  ): Promise<AccountLogin> {
    const { actor, id, personId, account, secretHash } = given;
    const now = this.clock.now();
    await tx.insert(PersonLogin, {
      id,
      personId,
      kind: 'password',
      realm: '',
      subject: account,
      secretHash,
      sealedPhone: null,
      createdAt: now,
      secretSetAt: now,
      changeDue: true,
      oneTimeUntil: this.passwords.oneTimeUntil(),
      secretActionId: id,
    });
    await this.audit.record(tx, {
      action: 'account.create',
      actor: auditedActor(actor),
      subject: { type: 'account', id, label: account },
      aboutPersonId: personId,
    });
    const login = await this.passwords.ofPerson(personId, tx);
    if (login === null) throw new Error('the account that was just opened is not there');
    return login;
  }

  private async leaveAll(
    tx: EntityManager,
    actor: SignedInActor | null,
    personId: string,
    why: SessionEnd,
  ): Promise<number> {
    await this.tickets.voidAll(tx, personId);
    return this.sessions.endAll(tx, personId, why, { by: actor?.personId ?? null });
  }

  private async lockPerson(
    tx: EntityManager,
    personId: string,
  ): Promise<{ name: string; suspendedAt: Date | null }> {
    const [person] = await tx.query<{ name: string; suspendedAt: Date | null }[]>(
      'select name, suspended_at as suspendedAt from person where id = ? and merged_into_id is null and erased_at is null for update',
      [personId],
    );
    if (person === undefined) throw accountPersonUnknown();
    return person;
  }

  private async withAccountFree<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (isDuplicate(error)) throw accountTaken(undefined, [{ field: 'account', message: '已经有人用了' }]);
      throw error;
    }
  }

  /** Once its owner has put their own in its place there is nothing left to show. */
  private given(login: AccountLogin, actionId: string): GivenPasswordDto {
    if (login.secretActionId !== actionId || login.oneTimeUntil === null) throw idUsedDifferently();
    return {
      personId: login.personId,
      account: login.account,
      oneTimePassword: this.passwords.oneTimeOf(actionId).shown,
      until: login.oneTimeUntil.toISOString(),
    };
  }
}

function auditedActor(actor: SignedInActor | null) {
  return actor === null ? null : { personId: actor.personId, name: actor.name };
}
