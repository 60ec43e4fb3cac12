import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SignedInActor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { isDuplicate } from '../../platform/database/database.errors.js';
import { Database } from '../../platform/database/database.js';
import { requestHash } from '../../platform/idempotency/request-hash.js';
import { type DoneOnce, doneBefore } from '../../platform/idempotency/sent-before.js';

/** Does something once for each id of the client's, in one transaction; sent again, it has been done. */
@Injectable()
export class StaffActs {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async once(
    actor: SignedInActor,
    id: string,
    what: string,
    body: object,
    work: (tx: EntityManager, now: Date) => Promise<void>,
  ): Promise<void> {
    const hash = requestHash({ what, ...body });
    if (await this.wasDone(actor, id, hash)) return;
    try {
      await this.database.transaction(async (tx) => {
        const now = this.clock.now();
        // First of all: of several equal ones at once its key lets one through and holds the others back.
        await tx.query('insert into staff_act (id, actor_person_id, request_hash, at) values (?, ?, ?, ?)', [
          ...[id, actor.personId, hash, now],
        ]);
        await work(tx, now);
      });
    } catch (error) {
      if (isDuplicate(error) && (await this.wasDone(actor, id, hash))) return;
      throw error;
    }
  }

  private async wasDone(actor: SignedInActor, id: string, hash: string): Promise<boolean> {
    const [before] = await this.database.query<DoneOnce>(
      'select actor_person_id as actorPersonId, request_hash as requestHash from staff_act where id = ?',
      [id],
    );
    return doneBefore(before ?? null, actor.personId, hash);
  }
}
