import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { PersonRecords } from '../identity/index.js';

const EVERY_MS = 60_000;
/** Longer than any request lives that was let in before the merge. */
const BACK_MS = 10 * 60_000;

/**
 * A request that was let in as somebody a moment before they were merged may still write under who they were. For some minutes
 * what lies there is moved once more, which changes nothing where there is nothing.
 */
@Injectable()
export class MergeStragglers implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('MergeStragglers');
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly records: PersonRecords,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    const sweep = () => this.sweep().catch((error: unknown) => this.sayFailed(error));
    this.timer = setInterval(sweep, EVERY_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private sayFailed(error: unknown): void {
    this.logger.error('could not move what came late after a merge', String(error));
  }

  private async sweep(): Promise<void> {
    const now = this.clock.now();
    const merges = await this.database.query<{ fromId: string; intoId: string }>(
      `select m.from_person_id as fromId, p.merged_into_id as intoId
         from person_merge m join person p on p.id = m.from_person_id
        where m.at > ? and p.merged_into_id is not null order by m.at limit 100`,
      [new Date(now.getTime() - BACK_MS)],
    );
    // One that cannot be moved keeps nobody else's back.
    for (const { fromId, intoId } of merges)
      await this.database
        .transaction((tx) => this.records.move(tx, fromId, intoId, now))
        .catch((error: unknown) => this.sayFailed(error));
  }
}
