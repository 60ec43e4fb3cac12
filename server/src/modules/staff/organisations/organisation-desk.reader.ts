import { OPEN_TASK_STATES, ROLE_LABELS, type Role } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { SignedInActor } from '../../../platform/auth/actor.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { containing, rowsOf } from '../../../platform/database/listing.js';
import { isUuidV7 } from '../../../platform/http/validators.js';
import { placeCondition } from '../staff.reach.js';
import { appointReach } from '../staff.rules.js';
import type {
  OrganisationDeskDto,
  OrganisationDeskQueryDto,
  OrganisationDetailDto,
  OrganisationEstateDto,
  OrganisationPersonDto,
  OrganisationPlaceDto,
  OrganisationRowDto,
} from './dto/organisation-desk.dto.js';
import { organisationNotFound } from './organisation-desk.errors.js';

const MOST_PEOPLE = 200;
const MOST_ESTATES = 1_000;
const MOST_PLACES = 2_000;

type Row = Omit<OrganisationRowDto, 'createdAt' | 'dissolvedAt' | 'estateNames'> & {
  createdAt: Date;
  dissolvedAt: Date | null;
};

const COLUMNS = `o.id, o.name, o.kind, coalesce(c.name, concat(s.name, '全街道')) as serves,
  (select count(*) from appointment a where a.organisation_id = o.id and (a.to_at is null or a.to_at > ?)) as people,
  (select count(*) from task t where t.organisation_id = o.id and t.state in (?)) as openTasks,
  o.created_at as createdAt, o.dissolved_at as dissolvedAt`;
const TABLES = `organisation o join area s on s.id = o.subdistrict_id left join area c on c.id = o.community_id`;

/** Organisations as those see them who keep them: where somebody appoints helpers, they keep the organisations too. */
@Injectable()
export class OrganisationDeskReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list(actor: SignedInActor, query: OrganisationDeskQueryDto): Promise<OrganisationDeskDto> {
    const now = this.clock.now();
    const { limit, offset } = rowsOf(query);
    const conditions = [
      reachOf(actor),
      query.when === 'dissolved'
        ? { sql: 'o.dissolved_at <= ?', parameters: [now] }
        : { sql: '(o.dissolved_at is null or o.dissolved_at > ?)', parameters: [now] },
      ...(query.kind === undefined ? [] : [{ sql: 'o.kind = ?', parameters: [query.kind] }]),
      ...(query.q ? [{ sql: 'o.name like ?', parameters: [containing(query.q)] }] : []),
    ];
    const where = conditions.map(({ sql }) => sql).join(' and ');
    const parameters = conditions.flatMap((condition) => condition.parameters);
    const [counted, rows] = await Promise.all([
      this.database.query<{ total: string }>(
        `select count(*) as total from organisation o where ${where}`,
        parameters,
      ),
      this.database.query<Row>(
        `select ${COLUMNS} from ${TABLES} where ${where}
          order by s.sort, c.sort is null desc, c.sort, o.created_at, o.id limit ? offset ?`,
        [now, OPEN_TASK_STATES, ...parameters, limit, offset],
      ),
    ]);
    const estates = await this.estatesOf(rows.map(({ id }) => id));
    return {
      items: rows.map((row) => rowOf(row, estates.get(row.id) ?? [])),
      total: Number(counted[0]?.total ?? 0),
    };
  }

  async one(actor: SignedInActor, id: string): Promise<OrganisationDetailDto> {
    if (!isUuidV7(id)) throw organisationNotFound();
    const now = this.clock.now();
    const reach = reachOf(actor);
    const [row] = await this.database.query<Row>(
      `select ${COLUMNS} from ${TABLES} where o.id = ? and ${reach.sql}`,
      [now, OPEN_TASK_STATES, id, ...reach.parameters],
    );
    if (row === undefined) throw organisationNotFound();
    const [appointed, estates, estateChoices] = await Promise.all([
      this.appointed(id, now),
      this.database.query<OrganisationEstateDto>(
        `select e.id, concat(c.name, ' ', e.name) as label
           from organisation_estate x join estate e on e.id = x.estate_id join area c on c.id = e.community_id
          where x.organisation_id = ? and e.closed_at is null order by c.sort, e.sort, e.id limit ${MOST_ESTATES}`,
        [id],
      ),
      this.database.query<OrganisationEstateDto>(
        `select e.id, concat(c.name, ' ', e.name) as label
           from organisation o join area c on c.subdistrict_id = o.subdistrict_id and c.kind = 'community'
            and (o.community_id is null or c.id = o.community_id)
           join estate e on e.community_id = c.id and e.closed_at is null
          where o.id = ? order by c.sort, e.sort, e.id limit ${MOST_ESTATES}`,
        [id],
      ),
    ]);
    const estateNames = (await this.estatesOf([id])).get(id) ?? [];
    return { ...rowOf(row, estateNames), appointed, estates, estateChoices };
  }

  private async estatesOf(ids: readonly string[]): Promise<Map<string, string[]>> {
    const names = new Map<string, string[]>();
    if (ids.length === 0) return names;
    const rows = await this.database.query<{ id: string; name: string }>(
      `select x.organisation_id as id, e.name
         from organisation_estate x join estate e on e.id = x.estate_id join area c on c.id = e.community_id
        where x.organisation_id in (?) and e.closed_at is null
        order by c.sort, e.sort, e.id limit ${MOST_ESTATES}`,
      [ids],
    );
    for (const { id, name } of rows) names.set(id, [...(names.get(id) ?? []), name]);
    return names;
  }

  /** Where the reader may add one: communities, and whole subdistricts. */
  places(actor: SignedInActor): Promise<OrganisationPlaceDto[]> {
    const reach = appointReach(actor.appointments, 'co_helper');
    const { sql, parameters } = placeCondition(reach, 'a');
    return this.database.query<OrganisationPlaceDto>(
      `select a.kind, a.id, if(a.kind = 'subdistrict', concat(a.name, '全街道'), a.name) as label
         from area a where a.kind in ('subdistrict', 'community') and a.closed_at is null and ${sql}
        order by a.kind = 'community' desc, a.sort, a.id limit ${MOST_PLACES}`,
      parameters,
    );
  }

  private async appointed(id: string, now: Date): Promise<OrganisationPersonDto[]> {
    const rows = await this.database.query<{
      id: string;
      personId: string;
      name: string;
      role: Role;
      fromAt: Date;
      toAt: Date | null;
    }>(
      `select a.id, p.id as personId, p.name, a.role, a.from_at as fromAt, a.to_at as toAt
         from appointment a join person p on p.id = a.person_id
        where a.organisation_id = ? and (a.to_at is null or a.to_at > ?)
        order by a.from_at, a.id limit ${MOST_PEOPLE}`,
      [id, now],
    );
    return rows.map(({ role, fromAt, toAt, ...row }) => ({
      ...row,
      roleLabel: ROLE_LABELS[role],
      fromAt: fromAt.toISOString(),
      toAt: toAt?.toISOString() ?? null,
    }));
  }
}

function reachOf(actor: SignedInActor) {
  return placeCondition(appointReach(actor.appointments, 'co_helper'), 'o');
}

function rowOf(
  { people, openTasks, createdAt, dissolvedAt, ...row }: Row,
  estateNames: string[],
): OrganisationRowDto {
  return {
    ...row,
    estateNames,
    people: Number(people),
    openTasks: Number(openTasks),
    createdAt: createdAt.toISOString(),
    dissolvedAt: dissolvedAt?.toISOString() ?? null,
  };
}
