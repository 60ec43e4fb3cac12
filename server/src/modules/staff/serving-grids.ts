import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { GridWorkers } from '../area/index.js';
import { NOT_ON_LEAVE } from '../identity/index.js';

/** Beside each grid on the map stands whose it is. */
@Injectable()
export class ServingGrids implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly workers: GridWorkers,
  ) {}

  onModuleInit(): void {
    this.workers.join((gridIds) => this.of(gridIds));
  }

  private async of(gridIds: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
    const now = this.clock.now();
    const rows = await this.database.query<{ gridId: string; name: string }>(
      `select a.area_id as gridId, p.name from appointment a join person p on p.id = a.person_id
        where a.area_id in (?) and a.role = 'grid_worker' and a.from_at <= ? and (a.to_at is null or a.to_at > ?)
          and p.suspended_at is null ${NOT_ON_LEAVE}
        order by a.from_at, a.id`,
      [gridIds, now, now, now, now],
    );
    const names = new Map<string, string[]>();
    for (const { gridId, name } of rows) names.set(gridId, [...(names.get(gridId) ?? []), name]);
    return names;
  }
}
