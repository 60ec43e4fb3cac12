import type { TestDatabase } from './test-database.js';
import type { CommunitySeed } from './town.js';

/** A tenth of all incidents happen in the near community, the rest in so many others. */
const OTHERS = 90;
const NEAR_A_DAY = 91;
const SET_AT_ONCE = 50_000;
/** From this many rows on it is faster to make the indexes anew than to keep them while rows come. */
const MANY = 100_000;

/**
 * Writes down what a district lived through, as rows: `count` incidents at the same rate, so that more of them means more
 * history and not more open work. Of the last days half is open, of the older ones a few got stuck. Kinds, grids, clocks
 * and reporters are spread by the incident's number; the same number is always the same incident.
 */
export async function liveThrough(
  database: TestDatabase,
  { count, near, reporterId }: { count: number; near: CommunitySeed; reporterId: string },
): Promise<void> {
  const days = count / 10 / NEAR_A_DAY;
  const write = async () => {
    // The oldest first, so that rows come in the order of their keys.
    for (let from = 1; from <= count; from += SET_AT_ONCE) {
      const to = Math.min(count, from + SET_AT_ONCE - 1);
      await database.query(INCIDENTS, [
        ...[near.id, near.grids[0].id, near.grids[1].id, reporterId],
        ...[count, count, days, from, to],
      ]);
      await database.query(CLOCKS, [from, to].map(idEnd));
    }
  };
  await (count < MANY ? write() : withoutIndexes(database, ['incident', 'clock'], write));
  await database.query('analyze table incident, clock, person');
}

/** Takes the indexes of these tables away, and makes them again, each sorted in one go, once the rows are there. */
async function withoutIndexes(
  database: TestDatabase,
  tables: readonly string[],
  write: () => Promise<void>,
): Promise<void> {
  const keys = await database.query<{ table: string; name: string; isUnique: number; columns: string }>(
    `select table_name as \`table\`, index_name as name, non_unique = 0 as isUnique,
            group_concat(concat('\`', column_name, '\`') order by seq_in_index) as columns
       from information_schema.statistics
      where table_schema = database() and table_name in (?) and index_name <> 'PRIMARY'
      group by table_name, index_name, non_unique`,
    [tables],
  );
  const change = async (table: string, changeOf: (key: (typeof keys)[number]) => string) => {
    const changes = keys.filter((key) => key.table === table).map(changeOf);
    if (changes.length > 0) await database.query(`alter table \`${table}\` ${changes.join(', ')}`);
  };
  for (const table of tables) await change(table, ({ name }) => `drop key \`${name}\``);
  await write();
  for (const table of tables)
    await change(
      table,
      ({ name, isUnique, columns }) => `add ${isUnique === 1 ? 'unique ' : ''}key \`${name}\` (${columns})`,
    );
}

const idEnd = (n: number) => n.toString(16).padStart(12, '0');
const POLICY = '01900000-0000-7000-8000-000000000001';
const CALENDAR = '01900000-0000-7000-8000-000000000002';
const idOf = (n: string) => `concat('01900000-0000-7000-9000-', lpad(lower(hex(${n})), 12, '0'))`;

/** `n` counts back from now: 1 is the newest, and the id of the oldest is 1. `r` is a number from 0 to 999 that looks like chance. */
const INCIDENTS = `insert into incident (id, number, community_id, grid_id, category_code, description, place_label, lng, lat,
  state, difficulty, route, reporter_id, reporter_name, handler_id, handler_name, resolver_id, clock_policy_id,
  work_calendar_id, next_due_at, next_warn_at, reported_at, published_at, resolved_at, closed_at, rating, round, open_task_count,
  hidden_piece_count, escalation_step, checked_back_at, request_hash)
select id, number, community_id, grid_id, category_code, '楼道的灯不亮了，晚上看不见台阶', '近处小区 1 号楼', 118.6 + r / 1e5, 37.4 + r / 1e5,
  state, if(state = 'reported', null, 'simple'), if(state in ('reported', 'accepted'), null, 'self'), reporter_id, '测试居民',
  if(state = 'reported', null, ${idOf('900 + n % 50')}), if(state = 'reported', null, '测试网格员'),
  if(state in ('resolved', 'closed'), ${idOf('900 + n % 50')}, null), '${POLICY}', '${CALENDAR}',
  if(state in ('reported', 'accepted', 'handling'), reported_at + interval 30 hour, null),
  if(state in ('reported', 'accepted', 'handling'), reported_at + interval 24 hour, null), reported_at, reported_at,
  if(state in ('resolved', 'closed'), reported_at + interval 20 hour, null),
  if(state = 'closed', reported_at + interval 40 hour, null), if(state = 'closed' and r % 5 > 1, 4, null), 1, 0, 0, 0,
  if(state = 'closed' and r % 5 = 1, reported_at + interval 60 hour, null), repeat('0', 64)
from (select n, r, id, number, community_id, grid_id, category_code, reported_at, reporter_id,
  case when age < 1 then elt(1 + r % 4, 'reported', 'accepted', 'handling', 'resolved')
       when age < 5 then elt(1 + r % 6, 'handling', 'handling', 'held', 'resolved', 'closed', 'closed')
       when age < 12 then elt(1 + r % 6, 'resolved', 'closed', 'closed', 'closed', 'rejected', 'closed')
       when r < 1 then 'handling' when r < 24 then 'rejected' when r < 34 then 'merged'
       else 'closed' end as state
from (select n, crc32(n) % 1000 as r, ${idOf('total - n + 1')} as id, concat('T-', n) as number,
  if(n % 10 = 0, ?, ${idOf(`100 + n % ${OTHERS}`)}) as community_id,
  if(n % 10 = 0, if(n % 20 = 0, ?, ?), ${idOf('300 + n % 900')}) as grid_id,
  elt(1 + crc32(n + 7) % 6, 'lighting', 'sanitation', 'facility', 'parking', 'noise', 'dispute') as category_code,
  utc_timestamp(3) - interval round(n / total * span * 86400) second as reported_at, n / total * span as age,
  if(n % 10 = 0 and crc32(n) % 50 = 0, ?, ${idOf('5000 + crc32(n + 3) % 20000')}) as reporter_id
from (select ? + 1 - seq as n, ? as total, ? as span from seq_1_to_1000000 where seq between ? and ?) numbers) things) lives`;

const CLOCKS = `insert into clock (id, subject_type, subject_id, kind, round, policy_version_id, community_id, started_at, due_at,
  stopped_at, limit_minutes, breached, warn_at, next_sweep_at)
select concat(left(id, 19), '8', substr(id, 21)), 'incident', id, if(state = 'reported', 'response', 'solve'), 1, '${POLICY}', community_id, reported_at,
  coalesce(next_due_at, reported_at + interval 30 hour), resolved_at, 240, 0, reported_at + interval 24 hour,
  if(next_due_at is null, null, next_due_at)
from incident where id between concat('01900000-0000-7000-9000-', ?) and concat('01900000-0000-7000-9000-', ?)`;
