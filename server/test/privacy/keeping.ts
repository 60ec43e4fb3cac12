import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { uuidv7 } from '@linli/shared';
import { eventually } from '../support/api.js';
import { newId } from '../support/new-id.js';
import { startServer } from '../support/server-process.js';
import { here } from './here.js';

describe('what has an end', () => {
  it('is taken away when it is over, and not before', async () => {
    const days = (many: number) => new Date(Date.now() - many * 86_400_000);
    const idOf = (at: Date) => uuidv7(at.getTime(), new Uint8Array(10).fill(many++));
    let many = 1;
    const old = idOf(days(400));
    const fresh = idOf(days(300));
    for (const [id, at] of [
      [old, days(400)],
      [fresh, days(300)],
    ] as const)
      await here.database.query(
        `insert into inbox_message (id, person_id, kind, title, body, link_type, cause, at)
         values (?, ?, 'notice', '旧', '旧', 'notice', ?, ?)`,
        [id, newId(), id, at],
      );
    const counts = ['1', '2'].map((digit) => digit.repeat(64));
    for (const [at, index] of [
      [days(400), counts[0]],
      [days(1), counts[1]],
    ] as const) {
      await here.database.query(
        'insert into phone_code_quota (phone_index, day, sent, last_sent_at) values (?, 20250101, 5, ?)',
        [index, at],
      );
      await here.database.query(
        'insert into password_failure (account_index, failures, first_failed_at) values (?, 5, ?)',
        [index, at],
      );
    }
    // It looks when it begins.
    const other = await startServer(here.database.url);
    await eventually('the old one goes', async () => {
      const left = await here.database.query<{ id: string }>(
        'select id from inbox_message where id in (?, ?)',
        [old, fresh],
      );
      return left.length === 1 && left[0]?.id === fresh;
    });
    for (const [table, column] of [
      ['phone_code_quota', 'phone_index'],
      ['password_failure', 'account_index'],
    ] as const)
      await eventually(`what was counted in ${table} goes`, async () => {
        const left = await here.database.query<{ index: string }>(
          `select ${column} as \`index\` from ${table} where ${column} in (?)`,
          [counts],
        );
        return left.length === 1 && left[0]?.index === counts[1];
      });
    await other.stop();
  });
});

describe('telephone numbers', () => {
  it('stand in no table as they are', async () => {
    const tables = await here.database.query<{ name: string; columnName: string }>(
      `select table_name as name, column_name as columnName from information_schema.columns
        where table_schema = database() and data_type in ('varchar', 'char', 'text', 'mediumtext', 'longtext')`,
    );
    const found: string[] = [];
    for (const { name, columnName } of tables) {
      const rows = await here.database.query(
        `select 1 from \`${name}\` where \`${columnName}\` like '%1360000____%' limit 1`,
      );
      if (rows.length > 0) found.push(`${name}.${columnName}`);
    }
    assert.deepEqual(found, []);
  });
});
