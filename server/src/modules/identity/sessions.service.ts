import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { AccessTokens } from '../../platform/auth/access-tokens.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/ids/new-id.js';
import { personSuspended, sessionEnded } from './identity.errors.js';
import { RefreshToken } from './refresh-token.entity.js';
import { type LoginMethod, Session, type SessionEnd } from './session.entity.js';

export const REFRESH_DAYS = 30;
/** A phone that lost the answer asks again with the old token; within this time that is no theft. */
const RETRY_GRACE_MS = 20_000;
const TOKEN_BYTES = 32;

export interface SessionTokens {
  personId: string;
  sessionId: string;
  accessToken: string;
  accessExpiresAt: Date;
  refreshToken: string;
  refreshExpiresAt: Date;
}

export interface SessionBegin {
  /** In words, for the list of one's own devices. */
  device: string;
  secondStep?: boolean;
  /** Refuses, in the transaction that opens the session, when what was proven holds no longer. */
  stillRight?: (tx: EntityManager) => Promise<void>;
}

interface TokenRow {
  id: string;
  sessionId: string;
  expiresAt: Date;
  rotatedAt: Date | null;
}

interface SessionRow {
  personId: string;
  name: string;
  endedAt: Date | null;
  suspendedAt: Date | null;
}

/** Sign-ins and their refresh tokens: each is good once, and one that comes back later ends its whole family. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly database: Database,
    private readonly tokens: AccessTokens,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  async open(
    personId: string,
    method: LoginMethod,
    { device, secondStep = false, stillRight }: SessionBegin,
  ): Promise<SessionTokens> {
    const now = this.clock.now();
    const sessionId = newId(now);
    const refresh = await this.database.transaction(async (tx) => {
      // Held until it is open: who leaves at this moment leaves before it or takes it along.
      const [person] = await tx.query<{ name: string; suspendedAt: Date | null }[]>(
        'select name, suspended_at as suspendedAt from person where id = ? and merged_into_id is null and erased_at is null for update',
        [personId],
      );
      if (person === undefined || person.suspendedAt !== null) throw personSuspended();
      await stillRight?.(tx);
      await tx.insert(Session, {
        id: sessionId,
        personId,
        method,
        device,
        secondStep,
        createdAt: now,
        lastSeenAt: now,
      });
      await this.audit.record(tx, {
        action: 'session.sign_in',
        actor: { personId, name: person.name },
        subject: { type: 'session', id: sessionId },
        aboutPersonId: personId,
        details: { method, secondStep },
      });
      return this.issueRefresh(tx, sessionId, now);
    });
    return this.tokensFor(personId, sessionId, refresh);
  }

  async refresh(refreshToken: string): Promise<SessionTokens> {
    const now = this.clock.now();
    // What ends a family must be kept although the request is refused, so the refusal comes after the transaction.
    const renewed = await this.database.transaction(async (tx) => {
      const token = await this.lockedToken(tx, refreshToken);
      if (token === null || token.session.endedAt !== null || token.session.suspendedAt !== null) return null;
      if (token.expiresAt <= now) return null;
      if (token.rotatedAt !== null && now.getTime() - token.rotatedAt.getTime() > RETRY_GRACE_MS) {
        await this.end(tx, token.sessionId, 'token_reused', now);
        await this.audit.record(tx, {
          action: 'session.token_reused',
          actor: null,
          subject: { type: 'session', id: token.sessionId },
          aboutPersonId: token.session.personId,
        });
        return null;
      }
      if (token.rotatedAt === null) {
        await tx.query('update refresh_token set rotated_at = ? where id = ?', [now, token.id]);
      }
      await tx.query('update session set last_seen_at = ? where id = ?', [now, token.sessionId]);
      const refresh = await this.issueRefresh(tx, token.sessionId, now);
      return { personId: token.session.personId, sessionId: token.sessionId, refresh };
    });
    if (renewed === null) throw sessionEnded();
    return this.tokensFor(renewed.personId, renewed.sessionId, renewed.refresh);
  }

  /** Ends the session of this token; a token nobody knows has nothing to end. */
  async signOut(refreshToken: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const token = await this.lockedToken(tx, refreshToken);
      if (token === null || token.session.endedAt !== null) return;
      const { personId, name } = token.session;
      await this.end(tx, token.sessionId, 'signed_out', this.clock.now());
      await this.audit.record(tx, {
        action: 'session.sign_out',
        actor: { personId, name },
        subject: { type: 'session', id: token.sessionId },
        aboutPersonId: personId,
      });
    });
  }

  /** Ends one session of this person with the next request; false when it is not theirs or has ended. */
  async endOne(tx: EntityManager, personId: string, sessionId: string, why: SessionEnd): Promise<boolean> {
    return (await this.endThose(tx, 'id = ? and person_id = ?', [sessionId, personId], why, personId)) > 0;
  }

  /** Ends all of a person's sessions with the next request, but the one that is named; gives back how many. */
  endAll(
    tx: EntityManager,
    personId: string,
    why: SessionEnd,
    { by, except = '' }: { by: string | null; except?: string },
  ): Promise<number> {
    return this.endThose(tx, 'person_id = ? and id <> ?', [personId, except], why, by);
  }

  /** The authenticator app has just been proven in this session, so that it need not be left and entered again. */
  async proveSecondStep(tx: EntityManager, sessionId: string): Promise<void> {
    await tx.query('update session set second_step = 1 where id = ?', [sessionId]);
  }

  private async endThose(
    tx: EntityManager,
    which: string,
    parameters: string[],
    why: SessionEnd,
    by: string | null,
  ): Promise<number> {
    const { affectedRows } = await tx.query<{ affectedRows: number }>(
      `update session set ended_at = ?, ended_why = ?, ended_by_id = ? where ${which} and ended_at is null`,
      [this.clock.now(), why, by, ...parameters],
    );
    return affectedRows;
  }

  /** The session's row is the lock: two refreshes of one family go one after the other. */
  private async lockedToken(tx: EntityManager, refreshToken: string) {
    const hash = hashOf(refreshToken);
    const select = `select id, session_id as sessionId, expires_at as expiresAt, rotated_at as rotatedAt
                      from refresh_token where token_hash = ?`;
    const [found] = await tx.query<TokenRow[]>(select, [hash]);
    if (found === undefined) return null;
    const [session] = await tx.query<SessionRow[]>(
      `select s.person_id as personId, s.ended_at as endedAt,
              (select p.name from person p where p.id = s.person_id) as name,
              (select p.suspended_at from person p where p.id = s.person_id) as suspendedAt
         from session s where s.id = ? for update`,
      [found.sessionId],
    );
    // Read again under the lock: another request may have rotated it in between.
    const [token] = await tx.query<TokenRow[]>(select, [hash]);
    return session === undefined || token === undefined ? null : { ...token, session };
  }

  private async end(tx: EntityManager, sessionId: string, why: SessionEnd, now: Date): Promise<void> {
    await tx.query('update session set ended_at = ?, ended_why = ? where id = ? and ended_at is null', [
      now,
      why,
      sessionId,
    ]);
  }

  private async issueRefresh(tx: EntityManager, sessionId: string, now: Date) {
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const expiresAt = new Date(now.getTime() + REFRESH_DAYS * 86_400_000);
    await tx.insert(RefreshToken, {
      id: newId(now),
      sessionId,
      tokenHash: hashOf(token),
      issuedAt: now,
      expiresAt,
    });
    return { token, expiresAt };
  }

  private async tokensFor(
    personId: string,
    sessionId: string,
    refresh: { token: string; expiresAt: Date },
  ): Promise<SessionTokens> {
    const access = this.tokens.issue({ sub: personId, sid: sessionId });
    return {
      personId,
      sessionId,
      accessToken: access.token,
      accessExpiresAt: access.expiresAt,
      refreshToken: refresh.token,
      refreshExpiresAt: refresh.expiresAt,
    };
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
