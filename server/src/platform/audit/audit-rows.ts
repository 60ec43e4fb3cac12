/** The columns a seal covers, of the entry called `e`. */
export const SEALED_COLUMNS = `e.id, e.at, e.action, e.actor_id as actorId, e.subject_type as subjectType,
  e.subject_id as subjectId, e.about_person_id as aboutPersonId, e.community_id as communityId, e.details`;

const SHANGHAI_MS = 8 * 3_600_000;

/** Which day of the neighbourhood's a moment belongs to, such as 2026-11-22. */
export function dayOf(moment: Date): string {
  return new Date(moment.getTime() + SHANGHAI_MS).toISOString().slice(0, 10);
}
