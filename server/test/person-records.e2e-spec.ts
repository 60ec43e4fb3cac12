import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ask, eventually } from './support/api.js';
import { moveIn, type Neighbourhood, picture } from './support/neighbourhood.js';
import { newId } from './support/new-id.js';
import { type Keepers, personKeepers } from './support/person-keepers.js';

/** Column names under which a person's id, name or number is to be expected. */
const OF_A_PERSON =
  /(^|_)(person|actor|author|reporter|handler|resolver|owner|caller|member|guardian|phone)(_|$)|_by(_id|_name)?$|(^|_)name$|^subject$|^account/;

/** … and those that hold something else. */
const NOBODYS = new Set([
  ...['area.name', 'area_version.name', 'estate.name', 'organisation.name', 'migrations.name'],
  // What a clerk called a ledger.
  'home_import.file_name',
  // Whether somebody is waited for, not who.
  'person.awaits_guardian',
  // Processes that hold something for a moment.
  ...['delivery.claimed_by', 'home_import.lease_by', 'staff_group.held_by', 'outbox_event.owner'],
  // What a photo is of, a kind of owner, a role of office, a membership, and a community's own telephone.
  ...['photo.claimed_by_id', 'photo.claimed_by_type', 'home_owner.owner_kind', 'duty_phone.phone'],
  ...['incident_action.actor_role', 'task_action.actor_role', 'household_member_action.member_id'],
]);

const PHONE = '13800139981';
const NAME = '要走的人';
const ACCOUNT = 'yao.zou.de.ren';

let here: Neighbourhood;
let keepers: Keepers;
let ann: { id: string; token: string };
let twinId: string;

/** Every value of every column that could hold a text. */
async function grep(text: string): Promise<string[]> {
  const columns = await here.database.query<{ at: string; t: string; c: string }>(
    `select concat(table_name, '.', column_name) as at, table_name as t, column_name as c
       from information_schema.columns
      where table_schema = database() and data_type in ('char', 'varchar', 'text', 'mediumtext', 'longtext') order by 1`,
  );
  const found: string[] = [];
  for (const { at, t, c } of columns) {
    const [row] = await here.database.query<{ n: number }>(
      `select count(*) as n from \`${t}\` where instr(convert(\`${c}\` using utf8mb4), ?) > 0`,
      [text],
    );
    if (Number(row?.n) > 0) found.push(at);
  }
  return found;
}

const as = (method: string, path: string, body?: unknown) =>
  ask(here.base, method, path, { token: ann.token, body });

before(async () => {
  here = await moveIn({ LINLI_DISPATCH_MS: '100' });
  keepers = await personKeepers(here.database.url);
  const { id } = await here.town.addPerson('ann');
  await here.town.addPhoneLogin(id, PHONE);
  await here.database.query('update person set name = ? where id = ?', [NAME, id]);
  const session = await ask(here.base, 'POST', '/api/auth/demo', { body: { key: 'ann' } });
  ann = { id, token: session.body.accessToken };
  await theirStory();
  await theirOffice();
});

after(async () => {
  await keepers?.close();
  await here?.close();
});

/** Reports with a photo, follows a neighbour's case, claims a home and is confirmed. */
async function theirStory() {
  const photoId = newId();
  const form = new FormData();
  form.set('id', photoId);
  form.set('file', new Blob([new Uint8Array(await picture())], { type: 'image/jpeg' }), 'photo.jpg');
  assert.equal((await as('POST', '/api/photos', form)).status, 201);
  const reported = await as('POST', '/api/incidents', here.reportBody({ photoIds: [photoId] }));
  assert.equal(reported.status, 201, JSON.stringify(reported.body));
  for (const [action, body] of [
    ['accept', {}],
    ['judge', { difficulty: 'simple' }],
    ['dispatch', { route: 'self' }],
    ['resolve', { note: '换了', photoIds: [] }],
  ] as const)
    assert.equal((await here.act('worker', reported.body.id, action, body)).status, 200);
  const rated = await as('POST', `/api/incidents/${reported.body.id}/confirm`, {
    actionId: newId(),
    rating: 5,
  });
  assert.equal(rated.status, 200, JSON.stringify(rated.body));
  const claimed = await as('POST', '/api/households/claims', {
    ...{ id: newId(), homeId: here.town.near.homeIds[0], relation: 'tenant', livesHere: true, name: NAME },
  });
  assert.equal(claimed.status, 201, JSON.stringify(claimed.body));
  // Whoever is to confirm has been told of it.
  await eventually('the claim is told', async () => {
    const told = "select 1 from inbox_message where kind = 'home_claimed'";
    return (await here.database.query(told)).length > 0;
  });
  const confirmed = await here.as('communityWorker', 'POST', `/api/households/${claimed.body.id}/confirm`, {
    actionId: newId(),
  });
  assert.equal(confirmed.status, 200, JSON.stringify(confirmed.body));
}

/** They recorded what a neighbour said, whose case it is; and of their own case there is a slip with a code. */
async function theirRecording(): Promise<string> {
  const [caseId, voiceId] = [await here.report(), newId()];
  await here.database.query(
    `insert into voice_note (id, owner_person_id, request_hash, format, duration_ms, created_at, incident_id)
     values (?, ?, repeat('0', 64), 'mp3', 1500, now(3), ?)`,
    [voiceId, ann.id, caseId],
  );
  await here.database.query('update incident set voice_id = ? where id = ?', [voiceId, caseId]);
  await here.database.query("update incident set follow_code = 'ABCDEFGH23' where reporter_id = ?", [ann.id]);
  return caseId;
}

/** Was here twice until staff made one of both, was a grid worker for a moment, and has an account of the console. */
async function theirOffice() {
  await here.town.addPerson('admin', [{ role: 'personnel_admin' }]);
  twinId = (await here.town.addPerson('twin')).id;
  await here.database.query('update person set name = ? where id = ?', [`${NAME}二号`, twinId]);
  const tokenOf = async (key: string): Promise<string> =>
    (await ask(here.base, 'POST', '/api/auth/demo', { body: { key } })).body.accessToken;
  await tokenOf('twin');
  const admin = await tokenOf('admin');
  const appointment = {
    id: newId(),
    personId: ann.id,
    role: 'grid_worker',
    areaId: here.town.near.grids[0].id,
  };
  for (const [path, body] of [
    [`people/${twinId}/merge`, { actionId: newId(), intoPersonId: ann.id, reason: `${NAME}说都是她的` }],
    ['appointments', appointment],
    [`appointments/${appointment.id}/end`, { actionId: newId() }],
    ['accounts', { id: newId(), personId: ann.id, account: ACCOUNT }],
  ] as const) {
    const answer = await ask(here.base, 'POST', `/api/${path}`, { token: admin, body });
    assert.ok(answer.status < 300, JSON.stringify(answer.body));
  }
}

describe('what the modules keep of one person', () => {
  it('has a keeper for every column with somebody’s id, name or number', async () => {
    const claimed = new Set(await keepers.columns());
    const all = await here.database.query<{ at: string }>(
      `select concat(table_name, '.', column_name) as at from information_schema.columns
        where table_schema = database() order by 1`,
    );
    const names = new Set(all.map(({ at }) => at));
    const unclaimed = [...names].filter(
      (at) => OF_A_PERSON.test(at.split('.')[1] ?? '') && !NOBODYS.has(at) && !claimed.has(at),
    );
    assert.deepEqual(unclaimed, [], 'no keeper answers for these columns');
    assert.deepEqual(
      [...claimed].filter((at) => !names.has(at)),
      [],
      'keepers answer for columns that are not there',
    );
  });

  it('has a keeper wherever the id of somebody really stands', async () => {
    const claimed = new Set(await keepers.columns());
    const found = await grep(ann.id);
    // Inside what an entry brought or an event says, ids go with their entry; an open membership is a home and a person.
    const within = [
      'household_member.open_key',
      'outbox_event.data',
      'outbox_event.subject_id',
      'audit_entry.subject_id',
      'audit_entry.details',
      'incident_action.data',
    ];
    assert.deepEqual(
      found.filter((at) => !claimed.has(at) && !within.includes(at)),
      [],
    );
    assert.ok(found.length > 8, found.join());
  });

  it('is counted and handed over in words, with their own number whole', async () => {
    const holdings = await keepers.ask('holdings', ann.id);
    const counts = Object.fromEntries(holdings.map(({ kind, count }) => [kind, count]));
    assert.equal(counts['incident.reported'], 1);
    assert.equal(counts['photo.taken'], 1);
    assert.equal(counts['household.member'], 1);
    for (const { title, keptFor, basis } of holdings)
      for (const words of [title, keptFor, basis]) assert.match(words, /[一-鿿]/);
    const given = JSON.stringify(await keepers.ask('export', ann.id));
    assert.match(given, new RegExp(PHONE));
    assert.match(given, /楼道的灯不亮了/);
    assert.doesNotMatch(given, /"worker"|communityWorker/);
    // What stands in the audit under who was merged into them is theirs as well.
    const [about] = await here.database.query<{ n: number; allOfIt: number }>(
      'select sum(actor_id is null or actor_id <> about_person_id) as n, count(*) as allOfIt from audit_entry where about_person_id in (?)',
      [[ann.id, twinId]],
    );
    assert.equal(counts['audit.about'], Number(about?.n));
    assert.ok(Number(about?.allOfIt) > Number(about?.n), 'what they did themselves is not what others did');
    assert.ok((await grep(`${NAME}二号`)).includes('audit_entry.actor_name'));
    // What was written in office about a case is the office's, not the official's to take along.
    const { id: workerId } = (await here.as('worker', 'GET', '/api/me')).body;
    assert.doesNotMatch(JSON.stringify(await keepers.ask('export', workerId)), /换了/);
    for (const keeper of ['worker', 'secretary', 'coHelper']) {
      const me = (await here.as(keeper as 'worker', 'GET', '/api/me')).body;
      assert.ok((await keepers.ask('export', me.id)).length > 0);
    }
  });

  it('lets nobody go who still has an office or a case in hand', async () => {
    await here.reach('accept');
    const me = (await here.as('worker', 'GET', '/api/me')).body;
    const words = await keepers.ask('obstacles', me.id);
    assert.ok(
      words.some((each) => each.includes('网格员')),
      words.join(),
    );
    assert.ok(
      words.some((each) => each.includes('没办完的事')),
      words.join(),
    );
    assert.deepEqual(await keepers.ask('obstacles', ann.id), []);
    const { id } = await here.town.addPerson('asleep');
    await here.town.suspend(id);
    assert.match((await keepers.ask('obstacles', id)).join(), /停用/);
  });

  it('is erased without a name or a number left anywhere, and again without a change', async () => {
    assert.ok((await grep(NAME)).length > 3);
    const said = await theirRecording();
    await keepers.ask('erase', ann.id);
    assert.deepEqual(await grep(NAME), []);
    assert.deepEqual(await grep(PHONE), []);
    assert.deepEqual(await grep(ACCOUNT), []);
    assert.equal((await as('GET', '/api/me')).status, 401);
    // As the sweep of unused uploads does.
    await here.database.query('delete from voice_note where owner_person_id = ?', [ann.id]);
    assert.deepEqual(await keepers.ask('erase', ann.id), []);
    const [incident] = await here.database.query<{ name: string; state: string }>(
      'select reporter_name as name, state from incident where reporter_id = ?',
      [ann.id],
    );
    assert.deepEqual({ ...incident }, { name: '已注销用户', state: 'closed' });
    const pieces = await here.database.query<{ voice_id: null; follow_code: null }>(
      'select voice_id, follow_code from incident where id = ? or reporter_id = ?',
      [said, ann.id],
    );
    for (const piece of pieces) assert.deepEqual({ ...piece }, { voice_id: null, follow_code: null });
    const [last] = await here.database.query<{ action: string }>(
      `select a.action from household_member_action a join household_member m on m.id = a.member_id
        where m.person_id = ? order by a.seq desc limit 1`,
      [ann.id],
    );
    assert.equal(last?.action, 'end');
    const kinds = (await keepers.ask('holdings', ann.id)).map(({ kind }) => kind);
    assert.ok(!kinds.includes('identity.login') && !kinds.includes('message.inbox'), kinds.join());
  });
});
