import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Settings } from '../../platform/config/settings.js';
import { Database } from '../../platform/database/database.js';
import { explained, Sweep } from '../../platform/lanes/sweep.js';
import { PersonRecords } from '../identity/index.js';

const AGAIN_AFTER_MS = 60_000;
/** Longer than any request lives that was let in before the merge. */
const AGAIN_FOR_MS = 10 * 60_000;
const BATCH = 100;

/** When what came late is moved next; null when nothing can come any more. */
export function nextMove(mergedAt: Date, now: Date): Date | null {
  const next = now.getTime() + AGAIN_AFTER_MS;
  return next > mergedAt.getTime() + AGAIN_FOR_MS ? null : new Date(next);
}

interface Merge {
  id: string;
  fromId: string;
  /** Who they are by now: the survivor may have been merged since. */
  intoId: string;
  at: Date;
}

/**
 * A request that was let in as somebody a moment before they were merged may still write under who they were. For some minutes
 * what lies there is moved once more, which changes nothing where there is nothing.
 */
@Injectable()
export class MergeStragglers extends Sweep {
  constructor(
    private readonly database: Database,
    private readonly records: PersonRecords,
    private readonly clock: Clock,
    settings: Settings,
  ) {
    super('MergeStragglers', settings.sweepMs);
  }

  protected async sweep(): Promise<void> {
    const merges = await this.database.query<Merge>(
      `select m.id, m.from_person_id as fromId, p.merged_into_id as intoId, m.at
         from person_merge m join person p on p.id = m.from_person_id
        where m.next_move_at <= ? and p.merged_into_id is not null order by m.next_move_at limit ${BATCH}`,
      [this.clock.now()],
    );
    for (const merge of merges) {
      try {
        await this.moveAgain(merge);
      } catch (error) {
        // One that cannot be moved keeps nobody else's back.
        this.logger.error('could not move what came late after a merge', explained(error));
      }
    }
  }

  /** Put off first, so that one that fails waits its turn as well. */
  private async moveAgain({ id, fromId, intoId, at }: Merge): Promise<void> {
    const now = this.clock.now();
    await this.database.query('update person_merge set next_move_at = ? where id = ?', [
      nextMove(at, now),
      id,
    ]);
    await this.database.transaction((tx) => this.records.move(tx, fromId, intoId, now));
  }
}
