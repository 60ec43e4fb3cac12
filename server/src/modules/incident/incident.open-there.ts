import { OPEN_INCIDENT_STATES } from '@linli/shared';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AreaTies } from '../area/index.js';

/** What is resolved may come back as well: its reporter has days to say that nothing was done. */
const NOT_OVER = [...OPEN_INCIDENT_STATES, 'resolved'];

/** A community with matters that are not over stays open. */
@Injectable()
export class IncidentsOpenThere implements OnModuleInit {
  constructor(private readonly ties: AreaTies) {}

  onModuleInit(): void {
    this.ties.join(async (reading, { kind, id }) => {
      // A subdistrict with communities stays open as it is.
      if (kind !== 'community') return [];
      const [row] = await reading<{ many: string }>(
        'select count(*) as many from incident where community_id = ? and state in (?)',
        [id, NOT_OVER],
      );
      return [{ count: Number(row?.many ?? 0), words: '件没办结的事' }];
    });
  }
}
