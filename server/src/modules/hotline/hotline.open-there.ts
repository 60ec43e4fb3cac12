import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AreaTies } from '../area/index.js';

/** A community that still owes the hotline an answer stays open. */
@Injectable()
export class OrdersOpenThere implements OnModuleInit {
  constructor(private readonly ties: AreaTies) {}

  onModuleInit(): void {
    this.ties.join(async (reading, { kind, id }) => {
      if (kind !== 'community') return [];
      const [row] = await reading<{ many: string }>(
        "select count(*) as many from hotline_order where community_id = ? and state <> 'reported_back'",
        [id],
      );
      return [{ count: Number(row?.many ?? 0), words: '张没交回的热线工单' }];
    });
  }
}
