import { ROLE_LABELS, type Role } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Settings } from '../../platform/config/settings.js';
import { Database } from '../../platform/database/database.js';
import { demoOff, demoPersonUnknown } from './identity.errors.js';

interface DemoPersonRow {
  key: string;
  name: string;
  client: 'miniapp' | 'console';
  hint: string | null;
  account: string | null;
  role: Role | null;
}

export interface DemoPerson {
  key: string;
  name: string;
  roleLabel: string;
  client: 'miniapp' | 'console';
  account: string | null;
  hint: string;
}

/** The people of the demo, whom anyone may be with one tap; outside the demo they are not there. */
@Injectable()
export class DemoPeopleService {
  constructor(
    private readonly settings: Settings,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list(): Promise<DemoPerson[]> {
    this.assertDemo();
    const now = this.clock.now();
    const rows = await this.database.query<DemoPersonRow>(
      `select p.demo_key as \`key\`, p.name, p.demo_client as client, p.demo_hint as hint,
              (select l.subject from person_login l where l.person_id = p.id and l.kind = 'password' limit 1) as account,
              (select a.role from appointment a where a.person_id = p.id and a.from_at <= ?
                  and (a.to_at is null or a.to_at > ?) order by a.from_at, a.id limit 1) as role
         from person p where p.demo_key is not null order by p.created_at, p.id limit 50`,
      [now, now],
    );
    return rows.map(({ role, hint, ...row }) => ({
      ...row,
      roleLabel: ROLE_LABELS[role ?? 'resident'],
      hint: hint ?? '',
    }));
  }

  async personOf(key: string): Promise<string> {
    this.assertDemo();
    const [person] = await this.database.query<{ id: string }>('select id from person where demo_key = ?', [
      key,
    ]);
    if (person === undefined) throw demoPersonUnknown();
    return person.id;
  }

  private assertDemo(): void {
    if (!this.settings.demo) throw demoOff();
  }
}
