import type { SignedInActor } from '../../platform/auth/actor.js';

/** Where somebody merges people: the personnel admin everywhere, a secretary among those known in their community. */
export type MergeReach = 'everywhere' | readonly string[];

export function reachOf({ appointments }: SignedInActor): MergeReach {
  if (appointments.some(({ role }) => role === 'personnel_admin')) return 'everywhere';
  return [
    ...new Set(
      appointments
        .filter(({ role }) => role === 'community_secretary')
        .flatMap(({ communityId }) => communityId ?? []),
    ),
  ];
}

/** Known in a community is who has a home, an office or a report there. */
export function seenIn(reach: MergeReach, person: string): { sql: string; parameters: unknown[] } {
  if (reach === 'everywhere') return { sql: 'true', parameters: [] };
  if (reach.length === 0) return { sql: 'false', parameters: [] };
  return {
    sql: `(exists (select 1 from household_member m where m.person_id = ${person}.id and m.community_id in (?))
       or exists (select 1 from appointment a left join organisation o on o.id = a.organisation_id
                   where a.person_id = ${person}.id and (a.community_id in (?) or o.community_id in (?)))
       or exists (select 1 from incident i where i.reporter_id = ${person}.id and i.community_id in (?)))`,
    parameters: [reach, reach, reach, reach],
  };
}
