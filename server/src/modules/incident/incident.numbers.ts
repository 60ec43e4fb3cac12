import type { EntityManager } from 'typeorm';
import { shanghaiDay } from '../../platform/clock/shanghai-day.js';
import { send } from '../../platform/database/statements.js';

/**
 * The next number of the community's day, such as AL-1120-017. The counter's row stays locked until the transaction
 * ends, so ask for it last; a transaction that fails leaves no gap.
 */
export async function nextIncidentNumber(
  tx: EntityManager,
  community: { id: string; shortCode: string },
  at: Date,
): Promise<string> {
  const day = shanghaiDay(at);
  await send(
    tx,
    `insert into incident_number (community_id, day, last) values (?, ?, 1)
     on duplicate key update last = last + 1`,
    [community.id, day],
  );
  const [row] = await send<{ last: number }>(
    tx,
    'select last from incident_number where community_id = ? and day = ?',
    [community.id, day],
  );
  const last = String(row?.last ?? 0).padStart(3, '0');
  return `${community.shortCode}-${day.slice(5, 7)}${day.slice(8)}-${last}`;
}
