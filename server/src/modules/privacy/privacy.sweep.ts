import type { ErasureState } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Settings } from '../../platform/config/settings.js';
import { Database } from '../../platform/database/database.js';
import { Sweep } from '../../platform/lanes/sweep.js';
import { Retention } from '../../platform/retention/retention.js';
import { PrivacyLeaving } from './privacy.leaving.js';

/** That somebody asked is in the audit; the row only opens the link. */
const EXPORTS_KEPT_DAYS = 7;
const BATCH = 20;
/** One that fails is not tried again at once, so that it does not stand before all others. */
const AFTER_A_FAILURE_MS = 600_000;

/**
 * Looks, in every process, for leavings whose time has come. Each is one transaction under the person's lock: who is
 * killed in it has done nothing, and of two who see the same one the second finds it done.
 */
@Injectable()
export class PrivacySweep extends Sweep {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    settings: Settings,
    private readonly leaving: PrivacyLeaving,
    retention: Retention,
  ) {
    super('PrivacySweep', settings.sweepMs);
    retention.keep({ table: 'privacy_export', days: EXPORTS_KEPT_DAYS, onlyIf: 'expires_at < ?' });
  }

  protected async sweep(): Promise<void> {
    const due = await this.database.query<{ id: string; personId: string; state: ErasureState }>(
      'select id, person_id as personId, state from privacy_erasure where next_try_at <= ? order by next_try_at limit ?',
      [this.clock.now(), BATCH],
    );
    for (const { id, personId, state } of due) {
      if (this.stopping) return;
      try {
        if (state === 'done') await this.leaving.again(id, personId);
        else await this.leaving.whenDue(id, personId);
      } catch (error) {
        this.logger.error(`somebody could not leave: ${id}`, String(error));
        const now = this.clock.now();
        await this.database.query(
          'update privacy_erasure set next_try_at = ? where id = ? and next_try_at <= ?',
          [new Date(now.getTime() + AFTER_A_FAILURE_MS), id, now],
        );
      }
    }
  }
}
