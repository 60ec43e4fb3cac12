import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** What others need to know of an order before they speak of it. */
@Injectable()
export class HotlineFacts {
  /** Whether its answer is still owed. */
  async isOwed(tx: EntityManager, id: string): Promise<boolean> {
    const rows = await tx.query<{ id: string }[]>(
      'select incident_id as id from hotline_order where incident_id = ? and reported_back_at is null',
      [id],
    );
    return rows.length > 0;
  }
}
