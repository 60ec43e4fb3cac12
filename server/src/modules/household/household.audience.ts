import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../../platform/database/database.js';

/** Whose homes lie there: in the whole community, or only in these grids or these buildings of it. */
export interface Whereabouts {
  communityId: string;
  gridIds?: readonly string[];
  buildingIds?: readonly string[];
}

export interface AudienceCount {
  /** Who can be told. */
  people: number;
  /** Of those the community knows, how many have never signed in: somebody has to knock at their door. */
  withoutAccount: number;
}

/**
 * Who is confirmed to belong to a home somewhere, owners who live elsewhere too. Without those who left or are somebody
 * else's second entry, and without children for whom no guardian has agreed.
 */
@Injectable()
export class HouseholdAudience {
  constructor(private readonly database: Database) {}

  async count(where: Whereabouts): Promise<AudienceCount> {
    const { sql, parameters } = membersAt(where);
    const [row] = await this.database.query<{ many: string; withAccount: string | null }>(
      `select count(*) as many, sum(${HAS_ACCOUNT}) as withAccount
         from (select distinct m.person_id ${sql}) member join person p on p.id = member.person_id
        where ${MAY_BE_TOLD}`,
      parameters,
    );
    const people = Number(row?.withAccount ?? 0);
    return { people, withoutAccount: Number(row?.many ?? 0) - people };
  }

  /** The next who can be told, in the order of their ids, after the one that was last. */
  async after(tx: EntityManager, where: Whereabouts, lastPersonId: string, limit: number): Promise<string[]> {
    const { sql, parameters } = membersAt(where);
    const rows = await tx.query<{ id: string }[]>(
      `select distinct m.person_id as id ${sql} and m.person_id > ?
          and exists (select 1 from person p where p.id = m.person_id and ${MAY_BE_TOLD} and ${HAS_ACCOUNT})
        order by m.person_id limit ?`,
      [...parameters, lastPersonId, limit],
    );
    return rows.map(({ id }) => id);
  }
}

const MAY_BE_TOLD = 'p.erased_at is null and p.merged_into_id is null and p.awaits_guardian = 0';
/** Demo people sign in without a login. */
const HAS_ACCOUNT = `(p.demo_key is not null
  or exists (select 1 from person_login l where l.person_id = p.id))`;

/** Along one index that holds all that is asked for. */
function membersAt({ communityId, gridIds, buildingIds }: Whereabouts) {
  const parameters: unknown[] = [communityId];
  let sql = `from household_member m force index (household_member_people)
              where m.community_id = ? and m.state = 'confirmed'`;
  if (gridIds !== undefined || buildingIds !== undefined) {
    const there = [];
    for (const [column, ids = []] of [
      ['grid_id', gridIds],
      ['building_id', buildingIds],
    ] as const) {
      if (ids.length === 0) continue;
      there.push(`m.${column} in (?)`);
      parameters.push(ids);
    }
    // Nowhere is nobody's home.
    sql += ` and (${there.join(' or ') || '1 = 0'})`;
  }
  return { sql, parameters };
}
