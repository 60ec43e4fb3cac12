import type { OrganisationKind } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { AreaQueries, type Reading, readingIn } from '../area/index.js';
import { OrganisationPeople } from './organisation-people.js';

export interface OrganisationRow {
  id: string;
  kind: OrganisationKind;
  name: string;
}

/** One that can be asked to help, and whether anybody is there to be asked. */
export interface ServingOrganisation extends OrganisationRow {
  hasPeople: boolean;
}

const COLUMNS = 'o.id, o.kind, o.name';
const MOST = 200;

/** Everything that is read of organisations. */
@Injectable()
export class OrganisationQueries {
  constructor(
    private readonly database: Database,
    private readonly areas: AreaQueries,
    private readonly clock: Clock,
    private readonly people: OrganisationPeople,
  ) {}

  /** Those that serve a community: its own and its subdistrict's, while they are there. */
  async serving(communityId: string): Promise<ServingOrganisation[]> {
    const { subdistrictId } = await this.areas.community(communityId);
    const now = this.clock.now();
    const rows = await this.database.query<OrganisationRow>(
      `select ${COLUMNS} from organisation o
       where o.subdistrict_id = ? and (o.community_id = ? or o.community_id is null)
         and (o.dissolved_at is null or o.dissolved_at > ?)
       order by o.community_id is null, o.created_at, o.id limit ${MOST}`,
      [subdistrictId, communityId, now],
    );
    return this.withPeople((sql, parameters) => this.database.query(sql, parameters), rows, now);
  }

  /**
   * Which of these serve the community at this moment, and hold until the transaction ends that they are not dissolved.
   * In id order, so that two transactions that name the same ones wait instead of locking each other out.
   */
  async holdServing(
    tx: EntityManager,
    ids: readonly string[],
    communityId: string,
    now: Date,
  ): Promise<Map<string, ServingOrganisation>> {
    if (ids.length === 0) return new Map();
    const rows: OrganisationRow[] = await tx.query(
      `select ${COLUMNS} from organisation o
       where o.id in (?) and o.subdistrict_id = (select c.subdistrict_id from area c where c.id = ?) and (o.community_id = ? or o.community_id is null)
         and (o.dissolved_at is null or o.dissolved_at > ?)
       order by o.id lock in share mode`,
      [[...new Set(ids)], communityId, communityId, now],
    );
    const serving = await this.withPeople(readingIn(tx), rows, now);
    return new Map(serving.map((row) => [row.id, row]));
  }

  private async withPeople(
    reading: Reading,
    rows: readonly OrganisationRow[],
    now: Date,
  ): Promise<ServingOrganisation[]> {
    const ids = rows.map(({ id }) => id);
    const inhabited = await this.people.inhabited(reading, ids, now);
    return rows.map((row) => ({ ...row, hasPeople: inhabited.has(row.id) }));
  }

  /** Organisations by id, dissolved ones too: what they did keeps their name. */
  async byId(ids: Iterable<string>): Promise<Map<string, OrganisationRow>> {
    const wanted = [...new Set(ids)];
    if (wanted.length === 0) return new Map();
    const rows = await this.database.query<OrganisationRow>(
      `select ${COLUMNS} from organisation o where o.id in (?)`,
      [wanted],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}
