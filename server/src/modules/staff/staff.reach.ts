import type { SignedInActor } from '../../platform/auth/actor.js';

/** A part of a where clause over `appointment a left join organisation o`. */
interface Condition {
  sql: string;
  parameters: unknown[];
}

/** The appointments that lie where this person appoints. */
export function reachCondition({ appointments }: SignedInActor): Condition {
  if (appointments.some(({ role }) => role === 'personnel_admin')) return { sql: 'true', parameters: [] };
  const parts: Condition[] = [];
  for (const { role, communityId, subdistrictId } of appointments) {
    if (role === 'community_secretary' && communityId !== null)
      parts.push({ sql: 'a.community_id = ? or o.community_id = ?', parameters: [communityId, communityId] });
    if (role === 'subdistrict_officer' && subdistrictId !== null)
      parts.push({
        sql: 'a.subdistrict_id = ? or o.subdistrict_id = ?',
        parameters: [subdistrictId, subdistrictId],
      });
  }
  if (parts.length === 0) return { sql: 'false', parameters: [] };
  return {
    sql: parts.map(({ sql }) => sql).join(' or '),
    parameters: parts.flatMap((part) => part.parameters),
  };
}
