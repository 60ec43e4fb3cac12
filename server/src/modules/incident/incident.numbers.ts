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
  const [number] = await nextIncidentNumbers(tx, community, at, 1);
  return number as string;
}

/** The same for so many at once, in their order. */
export async function nextIncidentNumbers(
  tx: EntityManager,
  community: { id: string; shortCode: string },
  at: Date,
  many: number,
): Promise<string[]> {
  const day = shanghaiDay(at);
  await send(
    tx,
    `insert into incident_number (community_id, day, last) values (?, ?, ?)
     on duplicate key update last = last + ?`,
    [community.id, day, many, many],
  );
  const [row] = await send<{ last: number }>(
    tx,
    'select last from incident_number where community_id = ? and day = ?',
    [community.id, day],
  );
  const first = (row?.last ?? 0) - many + 1;
  return Array.from({ length: many }, (_, index) => {
    const number = String(first + index).padStart(3, '0');
    return `${community.shortCode}-${day.slice(5, 7)}${day.slice(8)}-${number}`;
  });
}
