import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { Settings } from '../../platform/config/settings.js';
import { Database } from '../../platform/database/database.js';
import { explained, Sweep } from '../../platform/lanes/sweep.js';
import type { ClockSubject } from './clock.entity.js';

/**
 * Does what has become due for one subject: under the subject's lock, from what is written there now, never from what the
 * sweep saw before. Another process may have been first, so finding nothing to do is normal. It leaves `next_sweep_at`
 * of all its subject's clocks in the future or null.
 */
export type ClockWatch = (tx: EntityManager, subjectId: string, now: Date) => Promise<void>;

interface DueSubject {
  subjectType: ClockSubject;
  subjectId: string;
}

const BATCH = 100;
/** What is left over after this many is for the next run. */
const BATCHES_A_RUN = 20;
const AFTER_A_FAILURE_SECONDS = 60;

/** Looks, every few seconds and in every process, for clocks on which something has become due. */
@Injectable()
export class ClockSweep extends Sweep {
  private readonly watches = new Map<ClockSubject, ClockWatch>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    settings: Settings,
  ) {
    super('ClockSweep', settings.sweepMs);
  }

  /** Says who sees to the clocks of one kind of subject; a module does so when it begins. */
  watch(subjectType: ClockSubject, watch: ClockWatch): void {
    if (this.watches.has(subjectType)) throw new Error(`the clocks of ${subjectType} are watched already`);
    this.watches.set(subjectType, watch);
  }

  protected async sweep(): Promise<void> {
    for (let batch = 0; batch < BATCHES_A_RUN; batch++) {
      const due = await this.due();
      const subjects = new Map(due.map((one) => [`${one.subjectType} ${one.subjectId}`, one]));
      for (const subject of shuffled([...subjects.values()])) {
        if (this.stopping) return;
        await this.attend(subject);
      }
      if (due.length < BATCH) return;
    }
  }

  private async due(): Promise<DueSubject[]> {
    const types = [...this.watches.keys()];
    if (types.length === 0) return [];
    return this.database.query<DueSubject>(
      `select subject_type as subjectType, subject_id as subjectId from clock
       where next_sweep_at <= ? and subject_type in (?) order by next_sweep_at limit ?`,
      [this.clock.now(), types, BATCH],
    );
  }

  private async attend({ subjectType, subjectId }: DueSubject): Promise<void> {
    const watch = this.watches.get(subjectType);
    try {
      await this.database.transaction(async (tx) => watch?.(tx, subjectId, this.clock.now()));
    } catch (error) {
      this.logger.error(`could not see to the clocks of ${subjectType} ${subjectId}`, explained(error));
      // Put off, so that one that cannot be helped does not stand before all others.
      const now = this.clock.now();
      await this.database.query(
        'update clock set next_sweep_at = ? where subject_type = ? and subject_id = ? and next_sweep_at <= ?',
        [new Date(now.getTime() + AFTER_A_FAILURE_SECONDS * 1_000), subjectType, subjectId, now],
      );
    }
  }
}

/** In another order in each process, so that they do not all wait for the same lock. */
function shuffled<T>(items: T[]): T[] {
  return items
    .map((item) => ({ item, key: Math.random() }))
    .sort((one, other) => one.key - other.key)
    .map(({ item }) => item);
}
