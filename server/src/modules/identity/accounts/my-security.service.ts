import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import type { SignedInActor } from '../../../platform/auth/actor.js';
import { Settings } from '../../../platform/config/settings.js';
import { Database } from '../../../platform/database/database.js';
import { type Enrolment, SecondSteps } from '../second-step/second-steps.js';
import { SessionsService } from '../sessions.service.js';
import { PasswordSignIn } from '../sign-in/password-sign-in.js';
import { SessionList } from '../sign-in/session-list.js';
import { SignInAttempts } from '../sign-in/sign-in-attempts.js';
import { SignInTickets } from '../sign-in/sign-in-tickets.js';
import { type AccountLogin, AccountPasswords } from './account-passwords.js';
import {
  accountNone,
  codeWrongHere,
  passwordWrongHere,
  secondStepNeeded,
  sessionUnknown,
} from './accounts.errors.js';
import type { MySecurityDto, MySessionDto } from './dto/my-security.dto.js';

/** What people do about their own way in: password, second step, the devices they are signed in on. */
@Injectable()
export class MySecurity {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly passwords: AccountPasswords,
    private readonly attempts: SignInAttempts,
    private readonly secondSteps: SecondSteps,
    private readonly tickets: SignInTickets,
    private readonly signIn: PasswordSignIn,
    private readonly sessions: SessionsService,
    private readonly list: SessionList,
    private readonly audit: AuditTrail,
  ) {}

  async of(personId: string): Promise<MySecurityDto> {
    const [login, secondStep, asked] = await Promise.all([
      this.passwords.ofPerson(personId),
      this.secondSteps.of(personId),
      this.signIn.isAsked(personId),
    ]);
    return {
      account: login?.account ?? null,
      passwordSetAt: login?.secretSetAt?.toISOString() ?? null,
      secondStepSince: secondStep?.sinceAt.toISOString() ?? null,
      recoveryLeft: secondStep?.recoveryLeft ?? 0,
      secondStepAsked: asked,
      demo: this.settings.demo,
    };
  }

  async sessionsOf(personId: string, sessionId: string): Promise<MySessionDto[]> {
    const open = await this.list.of(personId);
    return open.map(({ createdAt, lastSeenAt, ...session }) => ({
      ...session,
      createdAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      current: session.id === sessionId,
    }));
  }

  async endSession(actor: SignedInActor, sessionId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      if (!(await this.sessions.endOne(tx, actor.personId, sessionId, 'ended_by_self')))
        throw sessionUnknown();
      await this.record(tx, actor, 'session.end', { type: 'session', id: sessionId });
    });
  }

  async endSessions(actor: SignedInActor, sessionId: string, keepThis: boolean): Promise<void> {
    await this.database.transaction(async (tx) => {
      const ended = await this.sessions.endAll(tx, actor.personId, 'ended_by_self', {
        by: actor.personId,
        ...(keepThis ? { except: sessionId } : {}),
      });
      await this.record(tx, actor, 'session.end_all', { type: 'person', id: actor.personId }, { ended });
    });
  }

  /** The old one is asked for, and every other device has to sign in with the new one. */
  async changePassword(
    actor: SignedInActor,
    sessionId: string,
    current: string,
    chosen: string,
  ): Promise<void> {
    const login = await this.proven(actor, current, 'currentPassword');
    const secretHash = await this.passwords.hashOfGood(login, chosen, 'newPassword');
    await this.database.transaction(async (tx) => {
      await this.passwords.replaceByChosen(tx, login, secretHash);
      await this.tickets.voidAll(tx, actor.personId);
      await this.sessions.endAll(tx, actor.personId, 'password_changed', {
        by: actor.personId,
        except: sessionId,
      });
      await this.record(tx, actor, 'password.change', {
        type: 'account',
        id: login.id,
        label: login.account,
      });
    });
  }

  /** A device left open must not be enough to put another's phone in place of mine: password, and the code there is. */
  async beginSecondStep(
    actor: SignedInActor,
    password: string,
    code: string | undefined,
  ): Promise<Enrolment> {
    const login = await this.proven(actor, password, 'password');
    if ((await this.secondSteps.of(actor.personId)) !== null) await this.takeCode(actor, login, code);
    return this.secondSteps.begin(actor.personId, login.account);
  }

  async confirmSecondStep(actor: SignedInActor, sessionId: string, code: string): Promise<string[]> {
    const codes = await this.database.transaction(async (tx) => {
      const confirmed = await this.secondSteps.confirm(tx, actor.personId, code);
      if (confirmed === null) return null;
      await this.tickets.voidAll(tx, actor.personId);
      await this.sessions.proveSecondStep(tx, sessionId);
      await this.record(tx, actor, 'second_step.turn_on', { type: 'person', id: actor.personId });
      return confirmed;
    });
    if (codes === null) throw codeWrongHere(undefined, CODE_WRONG);
    return codes;
  }

  async removeSecondStep(actor: SignedInActor, password: string, code: string): Promise<void> {
    if (await this.signIn.isAsked(actor.personId)) throw secondStepNeeded();
    const login = await this.proven(actor, password, 'password');
    await this.takeCode(actor, login, code);
    await this.database.transaction(async (tx) => {
      await this.secondSteps.remove(tx, actor.personId);
      await this.record(tx, actor, 'second_step.turn_off', { type: 'person', id: actor.personId });
    });
  }

  async renewRecoveryCodes(actor: SignedInActor, code: string): Promise<string[]> {
    const login = await this.passwords.ofPerson(actor.personId);
    if (login === null) throw accountNone();
    await this.takeCode(actor, login, code);
    return this.database.transaction(async (tx) => {
      await this.record(tx, actor, 'second_step.new_codes', { type: 'person', id: actor.personId });
      return this.secondSteps.newRecoveryCodes(tx, actor.personId);
    });
  }

  /** Guesses at a password from inside count like those at the door; the session they come from stays open. */
  private async proven(actor: SignedInActor, password: string, field: string): Promise<AccountLogin> {
    const login = await this.passwords.ofPerson(actor.personId);
    if (login === null) throw accountNone();
    const attempt = await this.attempts.count(login.account);
    if (!(await this.passwords.matches(login, password))) {
      await this.attempts.wasWrong(attempt, login.personId, actor);
      throw passwordWrongHere(undefined, [{ field, message: '密码不对' }]);
    }
    await this.attempts.takeBack(attempt);
    return login;
  }

  private async takeCode(actor: SignedInActor, login: AccountLogin, code: string | undefined): Promise<void> {
    const attempt = await this.attempts.count(login.account);
    const way = await this.database.transaction((tx) =>
      this.secondSteps.take(tx, login.personId, code ?? ''),
    );
    if (way === null) {
      await this.attempts.wasWrong(attempt, login.personId, actor);
      throw codeWrongHere(undefined, CODE_WRONG);
    }
    await this.attempts.takeBack(attempt);
  }

  private record(
    tx: EntityManager,
    actor: SignedInActor,
    action: Parameters<AuditTrail['record']>[1]['action'],
    subject: Parameters<AuditTrail['record']>[1]['subject'],
    details: Record<string, number> = {},
  ): Promise<void> {
    return this.audit.record(tx, {
      action,
      actor: { personId: actor.personId, name: actor.name },
      subject,
      aboutPersonId: actor.personId,
      details,
    });
  }
}

const CODE_WRONG = [{ field: 'code', message: '验证码不对，或者已经用过了' }];
