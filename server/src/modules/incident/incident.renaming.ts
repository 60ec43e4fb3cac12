import type { EntityManager } from 'typeorm';
import { ERASED_NAME } from '../identity/index.js';

/** Every case in which somebody had a part: as who reported or handled it, or by an entry of theirs. */
const THEIR_CASES = `(select id as caseId from incident where reporter_id = ?
  union select id from incident where handler_id = ?
  union select incident_id from incident_action where actor_person_id = ?) c`;

/** Who asked to hold, resolved, entered or handed on a case stands beside its columns and in what its entries brought. */
export async function moveInTimelines(tx: EntityManager, fromId: string, intoId: string): Promise<void> {
  const mine = [fromId, fromId, fromId];
  for (const column of ['resolver_id', 'hold_requested_by', 'entered_by_id'])
    await tx.query(
      `update incident i join ${THEIR_CASES} on c.caseId = i.id set i.${column} = ? where i.${column} = ?`,
      [...mine, intoId, fromId],
    );
  // An id is nothing else anywhere, so that what an entry brought need not be taken apart.
  await tx.query(
    `update incident_action a join ${THEIR_CASES} on c.caseId = a.incident_id
        set a.data = replace(a.data, ?, ?) where instr(a.data, ?) > 0`,
    [...mine, fromId, intoId, fromId],
  );
  // Whoever was given a case and did nothing in it stands only there.
  for (const column of ['from_person_id', 'to_person_id'])
    await tx.query(`update incident_action set data = replace(data, ?, ?) where ${column} = ?`, [
      fromId,
      intoId,
      fromId,
    ]);
}

/** The names that stand elsewhere than beside their own entries. A recording goes; its words stay. */
export async function eraseInTimelines(tx: EntityManager, personId: string): Promise<void> {
  const mine = [personId, personId, personId];
  await tx.query(
    `update incident i join ${THEIR_CASES} on c.caseId = i.id set i.entered_by_name = ? where i.entered_by_id = ?`,
    [...mine, ERASED_NAME, personId],
  );
  await tx.query(
    `update incident_action a join incident i on i.id = a.incident_id
        set a.data = json_set(a.data, '$.reporterName', ?)
      where i.reporter_id = ? and a.action = 'report' and instr(a.data, 'reporterName') > 0`,
    [ERASED_NAME, personId],
  );
  // The slip with the code shows a case as its reporter sees it.
  await tx.query('update incident set voice_id = null, follow_code = null where reporter_id = ?', [personId]);
  // A recording made for a caller belongs to whoever made it, and goes with them.
  await tx.query(
    'update incident i join voice_note v on v.incident_id = i.id set i.voice_id = null where v.owner_person_id = ?',
    [personId],
  );
}
