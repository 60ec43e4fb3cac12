import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ask } from './support/api.js';
import { liveThrough } from './support/many-incidents.js';
import { type CastMember, moveIn, type Neighbourhood } from './support/neighbourhood.js';
import {
  type SentStatement,
  type SentValue,
  startWatchedServer,
  type WatchedProcess,
} from './support/watched-server.js';

const COUNT = 20_000;
/** More than is ever open in this town, less than what its history holds. */
const MOST_OF_WORK = 900;
/** Tables whose rows are few whatever happens. */
const SMALL = /^(<|incident_category$|clock_policy$|work_calendar$|organisation$|duty_phone$)/;

interface PlanRow {
  table: string | null;
  type: string | null;
  rows: string | null;
  Extra: string | null;
}

let here: Neighbourhood;
let server: WatchedProcess;
let incidentId: string;

before(async () => {
  here = await moveIn();
  const { database, town } = here;
  incidentId = await here.reach('dispatch');
  const [reporter] = await database.query<{ id: string }>(
    "select id from person where demo_key = 'reporter'",
  );
  await liveThrough(database, { count: COUNT, near: town.near, reporterId: reporter?.id ?? '' });
  await fillWhatLiesBeside(here);
  server = await startWatchedServer(database.url, { LINLI_DISPATCH_MS: '0' });
});
after(async () => {
  await server?.stop();
  await here?.close();
});

/** Something of each kind for each incident, so that no plan is chosen because a table happens to be empty. */
async function fillWhatLiesBeside({ database, town }: Neighbourhood): Promise<void> {
  const each = "from incident i where i.number like 'T-%'";
  await database.query(`insert into incident_action (id, incident_id, seq, action, actor_person_id, actor_name, actor_role, at,
    photo_ids, data, request_hash) select concat(left(i.id, 19), '9', substr(i.id, 21)), i.id, 1, 'report', i.reporter_id,
    i.reporter_name, 'resident', i.reported_at, '[]', '{}', i.request_hash ${each}`);
  await database.query(`insert into photo (id, owner_person_id, request_hash, width, height, created_at, claimed_by_type,
    claimed_by_id, stage, sort) select concat(left(i.id, 19), 'a', substr(i.id, 21)), i.reporter_id, i.request_hash, 320, 240,
    i.reported_at, 'incident', i.id, 'report', 0 ${each}`);
  await database.query(`insert into content_piece (id, subject_type, subject_id, kind, author_id, by_staff, verdict, attempts,
    next_at) select concat(left(i.id, 19), '9', substr(i.id, 21)), 'incident', i.id, 'text', i.reporter_id, 0, 'pass', 0,
    i.reported_at ${each}`);
  await database.query(
    `insert into task (id, incident_id, community_id, organisation_id, route, incident_round, \`lead\`, note, state, due_at,
      round, assigned_at, breached, ended_at, created_at, clock_policy_id)
     select concat(left(i.id, 19), 'b', substr(i.id, 21)), i.id, i.community_id, ?, 'assisted', 1, 0, '', 
      if(i.resolved_at is null, 'working', 'done'), i.reported_at + interval 1 day, 1, i.reported_at, 0, i.resolved_at,
      i.reported_at, i.clock_policy_id ${each} and crc32(i.id) % 20 = 0`,
    [town.organisations.property],
  );
  await database.query(`insert into incident_follower (incident_id, person_id, followed_at)
    select i.id, i.handler_id, i.reported_at ${each} and i.handler_id is not null`);
  await database.query('analyze table incident_action, photo, content_piece, task, incident_follower');
}

const tabs = ['open', 'due_soon', 'overdue', 'to_approve', 'awaiting_confirm', 'to_check_back', 'all'];
const asked = (): [CastMember, string][] => [
  ...tabs.map((tab): [CastMember, string] => ['communityWorker', `/api/incidents?tab=${tab}&pageSize=20`]),
  ['officer', '/api/incidents?tab=all&pageSize=20&page=40'],
  ['officer', '/api/incidents?tab=to_check_back&pageSize=20'],
  ['worker', '/api/incidents/workbench'],
  ['communityWorker', '/api/incidents/workbench'],
  ['reporter', `/api/incidents/public?communityId=${here.town.near.id}`],
  ['reporter', `/api/incidents/public?communityId=${here.town.near.id}&gridId=${here.town.near.grids[0].id}`],
  ['reporter', '/api/incidents/mine'],
  ['reporter', `/api/communities/${here.town.near.id}/overview`],
  ['reporter', `/api/incidents/${incidentId}`],
  ['communityWorker', `/api/incidents/${incidentId}`],
  ['coHelper', '/api/tasks?state=open'],
  ['coHelper', '/api/tasks?state=over'],
  ['communityWorker', '/api/hotline-orders'],
  ['reporter', '/api/inbox'],
  ['reporter', '/api/inbox/count'],
];

describe('what screens ask again and again', () => {
  it('never looks through what happened over the years', async () => {
    const faults = new Set<string>();
    let statements = 0;
    for (const [who, path] of asked()) {
      const { body } = await ask(server.url, 'POST', '/api/auth/demo', { body: { key: who } });
      const [recorded] = await server.record(async () => {
        const answer = await ask(server.url, 'GET', path, { token: body.accessToken });
        assert.equal(answer.status, 200, `${path} ${JSON.stringify(answer.body)}`);
      });
      // Beginnings and ends of transactions, and what a reading writes down, have no plan to look at.
      for (const statement of (recorded?.statements ?? []).filter(({ sql }) => /^\s*select/i.test(sql))) {
        statements += 1;
        for (const fault of await faultsOf(statement)) faults.add(`${path}\n  ${fault}\n  ${statement.sql}`);
      }
    }
    assert.ok(statements > 100, `only ${statements} statements were seen`);
    assert.deepEqual([...faults], []);
  });

  it('counts the tabs, and finds what is due, by an index alone', async () => {
    const screens: [CastMember, string][] = [
      ['communityWorker', '/api/incidents?tab=open&pageSize=20'],
      ['worker', '/api/incidents/workbench'],
    ];
    for (const [who, path] of screens) {
      const { body } = await ask(server.url, 'POST', '/api/auth/demo', { body: { key: who } });
      const [recorded] = await server.record(() => ask(server.url, 'GET', path, { token: body.accessToken }));
      const statements = recorded?.statements ?? [];
      const work = statements.filter(({ sql }) => /\bsum\(|next_due_at is null,/.test(sql));
      // A prepared one would look up each row that it counts (`executeAsText`), which no plan that is asked for here shows.
      const counted = statements.filter(({ sql }) => /count\(\*\) as found/.test(sql));
      assert.deepEqual(
        counted.filter(({ prepared }) => prepared),
        [],
      );
      assert.equal(work.length + counted.length, who === 'worker' ? 2 : 4, path);
      for (const { sql, values } of [...work, ...counted]) {
        const plan = await here.database.query<PlanRow>(`explain ${sql}`, values.map(asSent));
        const many = plan.filter(({ type, table }) => table === 'i' && type !== 'eq_ref');
        assert.ok(
          many.length > 0 && many.every(({ Extra }) => /Using index(?! condition)/.test(Extra ?? '')),
          sql,
        );
      }
    }
  });
});

/** As the running server sent it: nothing here repeats its SQL. */
async function faultsOf({ sql, values }: SentStatement): Promise<string[]> {
  const plan = await here.database.query<PlanRow>(`explain ${sql}`, values.map(asSent));
  return plan.flatMap(({ table, type, rows, Extra }) => {
    if (table === null || SMALL.test(table) || Number(rows) <= MOST_OF_WORK) return [];
    const told = `${table}: ${type}, ${rows} rows, ${Extra}`;
    if (type === 'ALL' || type === 'index') return [`looks through everything: ${told}`];
    if (/filesort|temporary/i.test(Extra ?? '')) return [`sorts more than work: ${told}`];
    // Along an index in its order, and no further than the page.
    return /\blimit\b/i.test(sql) ? [] : [`reads without an end: ${told}`];
  });
}

function asSent(value: SentValue): unknown {
  if (Array.isArray(value)) return value.map(asSent);
  return typeof value === 'object' && value !== null ? new Date(value.moment) : value;
}
