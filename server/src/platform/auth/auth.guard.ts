import type { Permission } from '@linli/shared';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { AccessTokens } from './access-tokens.js';
import { type Actor, actorMay, NOBODY } from './actor.js';
import { ActorLoader } from './appointments.port.js';
import { guardianNeeded, noticeNeeded, notPermitted, signInNeeded, tokenInvalid } from './auth.errors.js';
import { PERMISSION_KEY } from './can.decorator.js';
import { TOKEN_IGNORED_KEY } from './token-ignored.decorator.js';

type Recognised = FastifyRequest & { actor?: Actor; sessionId?: string };

/** Stands before every route: finds out who asks and whether they may ask this at all. Where they may is the query's business. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: AccessTokens,
    private readonly actors: ActorLoader,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    const permission = this.reflector.getAllAndOverride<Permission | 'public' | undefined>(
      PERMISSION_KEY,
      targets,
    );
    if (permission === undefined) {
      throw new Error(`${context.getClass().name}.${context.getHandler().name} declares no permission`);
    }
    const request = context.switchToHttp().getRequest<Recognised>();
    if (this.reflector.getAllAndOverride<boolean | undefined>(TOKEN_IGNORED_KEY, targets)) {
      request.actor = NOBODY;
      return true;
    }
    request.actor = await this.actorOf(request);
    if (permission === 'public') return true;
    if (request.actor.personId === null) throw signInNeeded();
    if (!actorMay(request.actor, permission)) throw notPermitted();
    // Reading, and what concerns one's own sign-in and privacy, which is how somebody comes to agree.
    const onlyLooks = request.method === 'GET' || permission === 'session.self';
    if (request.actor.awaitsGuardian && !onlyLooks) throw guardianNeeded();
    // Staff work under their office's rules; what a resident sends is theirs, and kept only once they know what becomes of it.
    if (request.actor.owesAgreement && request.actor.appointments.length === 0 && !onlyLooks)
      throw noticeNeeded();
    return true;
  }

  /** A token that is there but no good is refused even on a public route, so that the client refreshes instead of seeing less. */
  private async actorOf(request: Recognised): Promise<Actor> {
    const header = request.headers.authorization;
    if (header === undefined) return NOBODY;
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(header)?.[1];
    const claims = token === undefined ? null : this.tokens.read(token);
    const actor = claims === null ? null : await this.actors.load(claims.sub, claims.sid);
    if (claims === null || actor === null) throw tokenInvalid();
    request.sessionId = claims.sid;
    return actor;
  }
}
