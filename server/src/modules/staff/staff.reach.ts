import type { SignedInActor } from '../../platform/auth/actor.js';
import type { AppointReach } from './staff.rules.js';

/** A part of a where clause. */
interface Condition {
  sql: string;
  parameters: unknown[];
}

/** The appointments that lie where this person appoints, over `appointment a left join organisation o`. */
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

/** The places in this reach, where `table` has both ids. */
export function placeCondition(
  reach: AppointReach,
  table: 'a' | 'c' | 'o',
  communityColumn = 'community_id',
): Condition {
  if (reach === 'everywhere') return { sql: 'true', parameters: [] };
  const parts: Condition[] = [];
  const { subdistrictIds, communityIds } = reach;
  if (subdistrictIds.length > 0)
    parts.push({ sql: `${table}.subdistrict_id in (?)`, parameters: [subdistrictIds] });
  if (communityIds.length > 0)
    parts.push({ sql: `${table}.${communityColumn} in (?)`, parameters: [communityIds] });
  if (parts.length === 0) return { sql: 'false', parameters: [] };
  return {
    sql: `(${parts.map(({ sql }) => sql).join(' or ')})`,
    parameters: parts.flatMap((part) => part.parameters),
  };
}
