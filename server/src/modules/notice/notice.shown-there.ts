import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { AreaTies } from '../area/index.js';

/** Whoever lives there would lose what they are being told, or what they were about to be told. */
@Injectable()
export class NoticesShownThere implements OnModuleInit {
  constructor(
    private readonly ties: AreaTies,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.ties.join(async (reading, { kind, id }) => {
      if (kind !== 'community') return [];
      const rows = await reading<{ state: string; many: string }>(
        `select state, count(*) as many from notice
          where community_id = ? and (state = 'waiting' or (state = 'published' and over_at > ?)) group by state`,
        [id, this.clock.now()],
      );
      const many = (state: string) => Number(rows.find((row) => row.state === state)?.many ?? 0);
      return [
        { count: many('published'), words: '条没过期的通知' },
        { count: many('waiting'), words: '条等放行的通知' },
      ];
    });
  }
}
