import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { AreaTies } from '../area/index.js';

/** Whom an organisation serves cannot be closed away from under it. */
@Injectable()
export class OrganisationsServingThere implements OnModuleInit {
  constructor(
    private readonly ties: AreaTies,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.ties.join(async (reading, { kind, id }) => {
      const [row] = await reading<{ many: string }>(
        `select count(*) as many from organisation
          where ${kind}_id = ? and (dissolved_at is null or dissolved_at > ?)`,
        [id, this.clock.now()],
      );
      return [{ count: Number(row?.many ?? 0), words: '个单位' }];
    });
  }
}
