import type { EntityManager } from 'typeorm';
import { moveRows } from './kept-rows.js';
import type { Moved } from './person-records.js';

/** Ways in and appointments become the survivor's; what the other had open ends, and who was merged into them before goes along. */
export async function moveIdentity(
  tx: EntityManager,
  fromId: string,
  intoId: string,
  now: Date,
): Promise<Moved[]> {
  await tx.query(
    "update session set ended_at = ?, ended_why = 'merged' where person_id = ? and ended_at is null",
    [now, fromId],
  );
  await tx.query('delete from sign_in_ticket where person_id = ?', [fromId]);
  // Only one of the two has a console account, and only who has one has a second step.
  const [kept] = await tx.query<{ personId: string }[]>(
    'select person_id as personId from second_step where person_id = ? for update',
    [intoId],
  );
  if (kept === undefined) {
    await tx.query('update second_step set person_id = ? where person_id = ?', [intoId, fromId]);
    await tx.query('update recovery_code set person_id = ? where person_id = ?', [intoId, fromId]);
  } else {
    await tx.query('delete from second_step where person_id = ?', [fromId]);
    await tx.query('delete from recovery_code where person_id = ?', [fromId]);
  }
  const rows = [
    { kind: 'identity.login', title: '登录方式', table: 'person_login', column: 'person_id' },
    { kind: 'identity.session', title: '登录过的设备', table: 'session', column: 'person_id' },
    { kind: 'identity.appointment', title: '任职', table: 'appointment', column: 'person_id' },
  ];
  const moved: Moved[] = [];
  for (const each of rows) moved.push(await moveRows(tx, each, fromId, intoId));
  await tx.query('update person set merged_into_id = ?, demo_key = null where id = ? or merged_into_id = ?', [
    intoId,
    fromId,
    fromId,
  ]);
  return moved.filter(({ count }) => count > 0);
}
