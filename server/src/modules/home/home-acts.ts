import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { type SignedInActor, scopeCovers, scopeOf } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { isUuidV7 } from '../../platform/http/validators.js';
import { requestHash } from '../../platform/idempotency/request-hash.js';
import { doneBefore, withIdsUsedOnce } from '../../platform/idempotency/sent-before.js';
import { homeNotFound } from './home.errors.js';
import { HomeQueries, type HomeRow, homeLabel } from './home.queries.js';
import { type HomeAction, HomeActionRow } from './home-action.entity.js';

/** How staff change a home by hand: lock it, decide, write, record; sent twice it is one. */
@Injectable()
export class HomeActs {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly queries: HomeQueries,
    private readonly audit: AuditTrail,
  ) {}

  async homeOf(actor: SignedInActor, homeId: string, tx?: EntityManager): Promise<HomeRow> {
    const home = await this.queries.home(homeId, tx);
    if (home === null || !scopeCovers(scopeOf(actor, 'home.register'), home)) throw homeNotFound();
    return home;
  }

  async once<Body extends { actionId: string }>(
    actor: SignedInActor,
    homeId: string,
    action: HomeAction,
    body: Body,
    change: (tx: EntityManager, home: HomeRow, now: Date) => Promise<void>,
  ): Promise<void> {
    if (!isUuidV7(homeId)) throw homeNotFound();
    const hash = requestHash({ homeId, action, ...body });
    await withIdsUsedOnce(() =>
      this.database.transaction(async (tx) => {
        await tx.query('select id from home where id = ? for update', [homeId]);
        const home = await this.homeOf(actor, homeId, tx);
        const before = await tx.findOneBy(HomeActionRow, { id: body.actionId });
        if (doneBefore(before, actor.personId, hash)) return;
        const now = this.clock.now();
        await change(tx, home, now);
        await tx.insert(HomeActionRow, {
          ...{ id: body.actionId, homeId, action, actorPersonId: actor.personId, actorName: actor.name },
          ...{ at: now, requestHash: hash },
        });
        await this.audit.record(tx, {
          action: action === 'describe' ? 'home.describe' : 'home_owner.change',
          actor: { personId: actor.personId, name: actor.name },
          subject: { type: 'home', id: homeId, label: homeLabel(home) },
          ...{ communityId: home.communityId, details: { how: action } },
        });
      }),
    );
  }
}
