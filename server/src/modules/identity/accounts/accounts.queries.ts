import { ROLE_LABELS, type Role } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { containing, rowsOf } from '../../../platform/database/listing.js';
import { AreaQueries } from '../../area/index.js';
import { OrganisationQueries } from '../../organisation/index.js';
import { SessionList } from '../sign-in/session-list.js';
import { SignInAttempts } from '../sign-in/sign-in-attempts.js';
import { accountPersonUnknown } from './accounts.errors.js';
import type {
  AccountDetailDto,
  AccountDto,
  AccountListQueryDto,
  AccountsDto,
  PasswordState,
} from './dto/accounts.dto.js';

interface AccountRow {
  personId: string;
  name: string;
  suspendedAt: Date | null;
  account: string | null;
  changeDue: number | null;
  oneTimeUntil: Date | null;
  secondStep: number;
  lastSeenAt: Date | null;
}

interface RoleRow {
  personId: string;
  role: Role;
  areaId: string | null;
  organisationId: string | null;
}

const COLUMNS = `p.id as personId, p.name, p.suspended_at as suspendedAt, l.subject as account,
  l.change_due as changeDue, l.one_time_until as oneTimeUntil,
  exists(select 1 from second_step t where t.person_id = p.id and t.sealed_secret is not null) as secondStep,
  (select max(coalesce(s.last_seen_at, s.created_at)) from session s where s.person_id = p.id) as lastSeenAt`;
const ACCOUNTS = "left join person_login l on l.person_id = p.id and l.kind = 'password' and l.realm = ''";
/** Residents have neither; of them there are tens of thousands, so that we begin from those who have one. */
const ACCOUNT_OR_APPOINTMENT = `(select person_id from person_login where kind = 'password'
  union select person_id from appointment where from_at <= ? and (to_at is null or to_at > ?)) known
  join person p on p.id = known.person_id ${ACCOUNTS}`;

/** Who has an account of the console, or an appointment and none yet. */
@Injectable()
export class AccountQueries {
  constructor(
    private readonly database: Database,
    private readonly attempts: SignInAttempts,
    private readonly sessions: SessionList,
    private readonly areas: AreaQueries,
    private readonly organisations: OrganisationQueries,
    private readonly clock: Clock,
  ) {}

  async page(asker: string, query: AccountListQueryDto): Promise<AccountsDto> {
    const now = this.clock.now();
    const conditions = ['true'];
    const parameters: unknown[] = [now, now];
    if (query.has !== undefined)
      conditions.push(query.has === 'with' ? 'l.id is not null' : 'l.id is null and p.suspended_at is null');
    if (query.q) {
      const part = containing(query.q);
      conditions.push('(p.name like ? or l.subject like ?)');
      parameters.push(part, part.toLowerCase());
    }
    const where = conditions.join(' and ');
    const { limit, offset } = rowsOf(query);
    const [[counted], rows] = await Promise.all([
      this.database.query<{ total: string }>(
        `select count(*) as total from ${ACCOUNT_OR_APPOINTMENT} where ${where}`,
        parameters,
      ),
      this.database.query<AccountRow>(
        `select ${COLUMNS} from ${ACCOUNT_OR_APPOINTMENT} where ${where}
          order by l.id is null, p.name, p.id limit ? offset ?`,
        [...parameters, limit, offset],
      ),
    ]);
    return { items: await this.dtosOf(rows, asker), total: Number(counted?.total ?? 0) };
  }

  async detail(asker: string, personId: string): Promise<AccountDetailDto> {
    const rows = await this.database.query<AccountRow>(
      `select ${COLUMNS} from person p ${ACCOUNTS} where p.id = ?`,
      [personId],
    );
    const [[account], sessions] = await Promise.all([this.dtosOf(rows, asker), this.sessions.of(personId)]);
    // A resident is nobody this list knows of.
    if (account === undefined || (account.account === null && account.roles.length === 0))
      throw accountPersonUnknown();
    return {
      ...account,
      sessions: sessions.map(({ id, device, method, createdAt, lastSeenAt }) => ({
        id,
        device,
        method,
        createdAt: createdAt.toISOString(),
        lastSeenAt: lastSeenAt.toISOString(),
      })),
    };
  }

  private async dtosOf(rows: AccountRow[], asker: string): Promise<AccountDto[]> {
    const accounts = rows.flatMap(({ account }) => account ?? []);
    const [roles, locked] = await Promise.all([
      this.rolesOf(rows.map(({ personId }) => personId)),
      this.attempts.lockedUntil(accounts),
    ]);
    return rows.map((row) => ({
      personId: row.personId,
      name: row.name,
      roles: roles.get(row.personId) ?? [],
      suspended: row.suspendedAt !== null,
      account: row.account,
      password: this.passwordState(row),
      oneTimeUntil: row.oneTimeUntil?.toISOString() ?? null,
      lockedUntil: locked.get(row.account ?? '')?.toISOString() ?? null,
      secondStep: Number(row.secondStep) === 1,
      lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
      self: row.personId === asker,
    }));
  }

  private passwordState({ account, changeDue, oneTimeUntil }: AccountRow): PasswordState {
    if (account === null) return 'none';
    if (Number(changeDue) !== 1) return 'own';
    return oneTimeUntil !== null && oneTimeUntil <= this.clock.now() ? 'over' : 'one_time';
  }

  private async rolesOf(personIds: string[]): Promise<Map<string, string[]>> {
    if (personIds.length === 0) return new Map();
    const now = this.clock.now();
    const rows = await this.database.query<RoleRow>(
      `select person_id as personId, role, area_id as areaId, organisation_id as organisationId from appointment
        where person_id in (${personIds.map(() => '?').join(', ')}) and from_at <= ? and (to_at is null or to_at > ?)
        order by from_at, id limit 500`,
      [...personIds, now, now],
    );
    const [areas, organisations] = await Promise.all([
      this.areas.fullNames(rows.flatMap(({ areaId }) => areaId ?? [])),
      this.organisations.byId(rows.flatMap(({ organisationId }) => organisationId ?? [])),
    ]);
    const roles = new Map<string, string[]>();
    for (const { personId, role, areaId, organisationId } of rows) {
      const where = areas.get(areaId ?? '') ?? organisations.get(organisationId ?? '')?.name;
      const words = where === undefined ? ROLE_LABELS[role] : `${ROLE_LABELS[role]} · ${where}`;
      roles.set(personId, [...(roles.get(personId) ?? []), words]);
    }
    return roles;
  }
}
