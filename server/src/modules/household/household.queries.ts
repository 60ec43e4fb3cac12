import { MEMBER_STATES, type MemberState } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { Scope } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { labelMeans } from '../../platform/database/label-means.js';
import { containing, countByState } from '../../platform/database/listing.js';
import { type Cursor, encodeCursor } from '../../platform/http/cursor.js';
import {
  inScope,
  MEMBER_COLUMNS,
  type MemberActionLine,
  type MemberRow,
  PROOF_COLUMNS,
  type ProvedRow,
} from './household.rows.js';

/** Nobody belongs to more homes than this; a list has to end somewhere. */
const MOST_HOMES = 50;
const MOST_MATES = 200;
/** Waiting claims are counted no further: screens say 99+. */
const MOST_COUNTED = 100;

export interface DeskRequest {
  scope: Scope;
  state: MemberState | undefined;
  buildingId: string | undefined;
  q: string | undefined;
  offset: number;
  limit: number;
}

type StateCounts = Record<MemberState, number>;

/** Everything that is read of memberships, one query each. */
@Injectable()
export class HouseholdQueries {
  constructor(private readonly database: Database) {}

  async one(id: string): Promise<ProvedRow | null> {
    const [row] = await this.database.query<ProvedRow>(
      `select ${MEMBER_COLUMNS}, ${PROOF_COLUMNS} from household_member m where m.id = ?`,
      [id],
    );
    return row ?? null;
  }

  /** The newest first. */
  ofPerson(personId: string): Promise<MemberRow[]> {
    return this.database.query<MemberRow>(
      `select ${MEMBER_COLUMNS} from household_member m where m.person_id = ?
        order by m.claimed_at desc, m.id desc limit ${MOST_HOMES}`,
      [personId],
    );
  }

  /** The homes that somebody owns by the register now. */
  async ownedHomes(personId: string): Promise<Set<string>> {
    const rows = await this.database.query<{ homeId: string }>(
      `select home_id as homeId from home_owner where person_id = ? and to_at is null limit ${MOST_MATES}`,
      [personId],
    );
    return new Set(rows.map(({ homeId }) => homeId));
  }

  /** Who is confirmed in these homes, the longest first. */
  async mates(homeIds: readonly string[]): Promise<MemberRow[]> {
    if (homeIds.length === 0) return [];
    return this.database.query<MemberRow>(
      `select ${MEMBER_COLUMNS} from household_member m where m.home_id in (?) and m.state = 'confirmed'
        order by m.from_at, m.id limit ${MOST_MATES}`,
      [[...new Set(homeIds)]],
    );
  }

  /** The longest waiting first; one's own waits for somebody else. */
  async waiting(
    scope: Scope,
    personId: string,
    limit: number,
    cursor: Cursor | null,
  ): Promise<{ rows: ProvedRow[]; nextCursor: string | null }> {
    const covered = inScope(scope);
    if (covered === null) return { rows: [], nextCursor: null };
    const where = [covered.sql, "m.state = 'claimed'", 'm.person_id <> ?'];
    const parameters = [...covered.parameters, personId];
    if (cursor !== null) {
      where.push('m.claimed_at >= ? and (m.claimed_at > ? or m.id > ?)');
      parameters.push(cursor.moments[0], cursor.moments[0], cursor.id);
    }
    // One row more than asked for tells whether there is a next page.
    const found = await this.database.query<ProvedRow>(
      `select ${MEMBER_COLUMNS}, ${PROOF_COLUMNS} from household_member m where ${where.join(' and ')}
        order by m.claimed_at, m.id limit ?`,
      [...parameters, limit + 1],
    );
    const rows = found.slice(0, limit);
    const last = rows.at(-1);
    const more = found.length > limit && last !== undefined;
    return { rows, nextCursor: more ? encodeCursor({ moments: [last.claimedAt], id: last.id }) : null };
  }

  async waitingCount(scope: Scope, personId: string): Promise<number> {
    const covered = inScope(scope);
    if (covered === null) return 0;
    const [row] = await this.database.query<{ many: string }>(
      `select count(*) as many from (select 1 from household_member m
        where ${covered.sql} and m.state = 'claimed' and m.person_id <> ? limit ${MOST_COUNTED}) as some`,
      [...covered.parameters, personId],
    );
    return Number(row?.many ?? 0);
  }

  /** The newest first; how many there are of each state, under the same other filters. */
  async desk(request: DeskRequest): Promise<{ rows: ProvedRow[]; counts: StateCounts }> {
    const covered = inScope(request.scope);
    const where = [covered?.sql ?? 'false'];
    const parameters = [...(covered?.parameters ?? [])];
    if (request.buildingId !== undefined) {
      where.push('m.building_id = ?');
      parameters.push(request.buildingId);
    }
    if (request.q) {
      const there = labelMeans('m.home_label', request.q, 'door');
      where.push(`(m.name like ? or ${there.sql})`);
      parameters.push(containing(request.q), ...there.parameters);
    }
    const counts = await countByState(
      this.database,
      MEMBER_STATES,
      'm.state',
      `household_member m where ${where.join(' and ')}`,
      parameters,
    );
    if (request.state !== undefined) {
      where.push('m.state = ?');
      parameters.push(request.state);
    }
    const rows = await this.database.query<ProvedRow>(
      `select ${MEMBER_COLUMNS}, ${PROOF_COLUMNS} from household_member m where ${where.join(' and ')}
        order by m.claimed_at desc, m.id desc limit ? offset ?`,
      [...parameters, request.limit, request.offset],
    );
    return { rows, counts };
  }

  timeline(memberId: string): Promise<MemberActionLine[]> {
    return this.database.query<MemberActionLine>(
      `select id, action, actor_name as actorName, at, reason from household_member_action
        where member_id = ? order by seq`,
      [memberId],
    );
  }
}
