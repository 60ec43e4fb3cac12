import { ROLE_LABELS, type Role } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import type { SignedInActor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { isUuidV7 } from '../../platform/http/validators.js';
import type { Reading } from '../area/index.js';
import { PeopleService, PersonRecords } from '../identity/index.js';
import type { ComparedPersonDto, FindDuplicateDto, MergePreviewDto } from './dto/people-merge.dto.js';
import { personNotFound, samePerson } from './people-merge.errors.js';
import { type MergingPerson, refusalsOf } from './people-merge.limits.js';
import { reachOf, seenIn } from './people-merge.reach.js';

const WAYS: Record<string, string> = { wechat: '微信', phone: '手机号', password: '工作台账号' };
/** Whoever has more in common than this is found by their phone. */
const MOST_FOUND = 20;
/** As many homes and offices of one person as help to know them again. */
const MOST_SHOWN = 5;

interface PersonRow extends MergingPerson {
  createdAt: Date;
}

/** Finds who else somebody might be, and lays two people side by side. Each look is kept in the audit. */
@Injectable()
export class PeopleMergeReader {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly records: PersonRecords,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  /** By the whole number or the whole name; numbers go in a body, so that no log keeps them. */
  async find(actor: SignedInActor, { phone, name }: FindDuplicateDto): Promise<ComparedPersonDto[]> {
    const rows =
      phone === undefined
        ? await this.rowsWhere(actor, 'p.name = ?', name ?? '')
        : await this.rowsWhere(actor, 'p.id = ?', (await this.people.withPhone(phone)) ?? '');
    const found: ComparedPersonDto[] = [];
    for (const row of rows) {
      await this.audit.recordRead({
        ...{ action: 'person.compare', actor, aboutPersonId: row.id },
        subject: { type: 'person', id: row.id, label: row.name },
      });
      found.push(await this.compared(row));
    }
    return found;
  }

  async preview(actor: SignedInActor, fromId: string, intoId: string): Promise<MergePreviewDto> {
    if (fromId === intoId) throw samePerson();
    const [from, into] = [await this.seen(actor, fromId), await this.seen(actor, intoId)];
    for (const { id, name } of [from, into])
      await this.audit.recordRead({
        ...{ action: 'person.compare', actor, aboutPersonId: id },
        subject: { type: 'person', id, label: name },
      });
    const read: Reading = (sql, parameters) => this.database.query(sql, parameters);
    const held = await this.records.holdings(read, fromId);
    return {
      from: await this.compared(from),
      into: await this.compared(into),
      moves: held
        .filter(({ kind }) => !STAYS.some((one) => kind.startsWith(one)))
        .map(({ title, count }) => ({ title, count })),
      conflicts: await this.database.transaction(async (tx) => [
        ...(await refusalsOf(tx, actor, [from, into], this.clock.now())).map(({ code, title }) => ({
          kind: code,
          words: `${title}。`,
        })),
        ...(await this.records.conflicts(tx, fromId, intoId)),
      ]),
    };
  }

  private async seen(actor: SignedInActor, id: string): Promise<PersonRow> {
    const [row] = isUuidV7(id) ? await this.rowsWhere(actor, 'p.id = ?', id) : [];
    if (row === undefined) throw personNotFound();
    return row;
  }

  /** Of those within reach alone: of the most common names there are hundreds elsewhere. */
  private rowsWhere(
    actor: SignedInActor,
    condition: 'p.id = ?' | 'p.name = ?',
    value: string,
  ): Promise<PersonRow[]> {
    const seen = seenIn(reachOf(actor), 'p');
    return this.database.query<PersonRow>(
      `select p.id, p.name, p.created_at as createdAt, p.suspended_at as suspendedAt, p.merged_into_id as mergedIntoId
         from person p
        where ${condition} and p.merged_into_id is null and p.erased_at is null and ${seen.sql}
        order by p.id limit ${MOST_FOUND}`,
      [value, ...seen.parameters],
    );
  }

  private async compared({ id, name, createdAt }: PersonRow): Promise<ComparedPersonDto> {
    const now = this.clock.now();
    const [maskedPhones, ways, homes, offices, [reports]] = await Promise.all([
      this.people.everyMaskedPhoneOf(id),
      this.database.query<{ kind: string }>(
        'select distinct kind from person_login where person_id = ? order by kind desc',
        [id],
      ),
      this.database.query<{ label: string }>(
        `select home_label as label from household_member where person_id = ? and open_key is not null
          order by claimed_at limit ${MOST_SHOWN}`,
        [id],
      ),
      this.database.query<{ role: Role; place: string | null }>(
        `select a.role, coalesce(o.name, e.name, ar.name) as place from appointment a
           left join organisation o on o.id = a.organisation_id
           left join estate e on e.id = a.estate_id
           left join area ar on ar.id = a.area_id
          where a.person_id = ? and (a.to_at is null or a.to_at > ?) order by a.from_at, a.id limit ${MOST_SHOWN}`,
        [id, now],
      ),
      this.database.query<{ count: number }>('select count(*) as count from incident where reporter_id = ?', [
        id,
      ]),
    ]);
    return {
      ...{ id, name, maskedPhones, since: createdAt.toISOString() },
      waysIn: ways.map(({ kind }) => WAYS[kind] ?? kind),
      homes: homes.map(({ label }) => label),
      appointments: offices.map(({ role, place }) => [ROLE_LABELS[role], place].filter(Boolean).join(' ')),
      reportCount: Number(reports?.count ?? 0),
    };
  }
}

/** Every person has a name; the audit never changes hands. */
const STAYS = ['identity.name', 'audit.'];
