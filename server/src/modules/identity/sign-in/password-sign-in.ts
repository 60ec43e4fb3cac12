import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Settings } from '../../../platform/config/settings.js';
import { Database } from '../../../platform/database/database.js';
import { type AccountLogin, AccountPasswords } from '../accounts/account-passwords.js';
import { AppointmentsService } from '../appointments.service.js';
import { oneTimePasswordOver, secondStepWrong, ticketOver } from '../identity.errors.js';
import { type Enrolment, SecondSteps } from '../second-step/second-steps.js';
import { SessionsService, type SessionTokens } from '../sessions.service.js';
import { nextStep, type SignInStep, secondStepAsked } from './sign-in.steps.js';
import { type Attempt, SignInAttempts } from './sign-in-attempts.js';
import { SignInTickets } from './sign-in-tickets.js';

export type Onward =
  | { session: SessionTokens }
  | { next: { step: SignInStep; ticket: string; expiresAt: Date } };

/** Account and password, for the console, and what may stand between them and a session. */
@Injectable()
export class PasswordSignIn {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly passwords: AccountPasswords,
    private readonly attempts: SignInAttempts,
    private readonly tickets: SignInTickets,
    private readonly secondSteps: SecondSteps,
    private readonly appointments: AppointmentsService,
    private readonly sessions: SessionsService,
    private readonly clock: Clock,
  ) {}

  async begin(account: string, password: string, device: string): Promise<Onward> {
    const { login, attempt } = await this.passwords.proven(account, password);
    return this.onward(login, false, device, attempt);
  }

  async takeSecondStep(ticket: string, code: string, device: string): Promise<Onward> {
    const login = await this.loginOf(ticket, 'second_step');
    const attempt = await this.attempts.count(login.account);
    const taken = await this.database.transaction(async (tx) => {
      const holder = await this.tickets.lock(tx, ticket, 'second_step');
      const way = await this.secondSteps.take(tx, holder.personId, code);
      if (way !== null) await this.tickets.use(tx, holder);
      return way !== null;
    });
    if (!taken) {
      await this.attempts.wasWrong(attempt, login.personId);
      throw secondStepWrong();
    }
    return this.onward(login, true, device, attempt);
  }

  async changeFirst(ticket: string, chosen: string, device: string): Promise<Onward> {
    const login = await this.loginOf(ticket, 'first_change');
    const secretHash = await this.passwords.hashOfGood(login, chosen, 'password');
    const secondStep = await this.database.transaction(async (tx) => {
      await this.passwords.replaceByChosen(tx, login, secretHash);
      const holder = await this.tickets.lock(tx, ticket, 'first_change');
      await this.tickets.use(tx, holder);
      return holder.secondStep;
    });
    return this.onward({ ...login, secretHash, changeDue: false, oneTimeUntil: null }, secondStep, device);
  }

  async beginEnrolment(ticket: string): Promise<Enrolment> {
    const login = await this.loginOf(ticket, 'enrol');
    return this.secondSteps.begin(login.personId, login.account);
  }

  async confirmEnrolment(
    ticket: string,
    code: string,
    device: string,
  ): Promise<{ session: SessionTokens; recoveryCodes: string[] }> {
    const login = await this.loginOf(ticket, 'enrol');
    const recoveryCodes = await this.database.transaction(async (tx) => {
      const holder = await this.tickets.lock(tx, ticket, 'enrol');
      const codes = await this.secondSteps.confirm(tx, holder.personId, code);
      if (codes !== null) await this.tickets.use(tx, holder);
      return codes;
    });
    if (recoveryCodes === null) throw secondStepWrong();
    return { session: await this.open(login, true, device), recoveryCodes };
  }

  /** Whether this person's roles of now leave the second step no choice. */
  async isAsked(personId: string): Promise<boolean> {
    const inForce = await this.appointments.inForce(personId, this.clock.now());
    return secondStepAsked(
      this.settings.secondStepRule,
      inForce.map(({ role }) => role),
    );
  }

  private async onward(
    login: AccountLogin,
    secondStepTaken: boolean,
    device: string,
    attempt?: Attempt,
  ): Promise<Onward> {
    if (login.oneTimeUntil !== null && login.oneTimeUntil <= this.clock.now()) throw oneTimePasswordOver();
    const [secondStep, asked] = await Promise.all([
      this.secondSteps.of(login.personId),
      this.isAsked(login.personId),
    ]);
    const { changeDue, personId, id: loginId } = login;
    const step = nextStep({ changeDue, enrolled: secondStep !== null, secondStepTaken, asked });
    if (attempt !== undefined) {
      // While the code is still to come a right password must not give fresh tries at it.
      if (step === 'second_step') await this.attempts.takeBack(attempt);
      else await this.attempts.forget(login.account);
    }
    if (step === null) return { session: await this.open(login, secondStepTaken, device) };
    return { next: await this.tickets.issue({ personId, loginId, secondStep: secondStepTaken }, step) };
  }

  private open(login: AccountLogin, secondStep: boolean, device: string): Promise<SessionTokens> {
    // Whoever resets the password holds its row: a sign-in that read the old one comes before, and is ended, or is refused.
    return this.sessions.open(login.personId, 'password', {
      device,
      secondStep,
      stillRight: (tx) => this.passwords.lockUnchanged(tx, login),
    });
  }

  private async loginOf(ticket: string, step: SignInStep): Promise<AccountLogin> {
    const holder = await this.tickets.read(ticket, step);
    const login = await this.passwords.byId(holder.loginId);
    if (login === null) throw ticketOver();
    return login;
  }
}
