import assert from 'node:assert/strict';
import { access, mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import ExcelJS from 'exceljs';
import { rowOf, workbookOf } from '../src/platform/spreadsheet/zips.fixture.js';
import { type Answer, ask, assertProblem, eventually } from './support/api.js';
import {
  checkedHomes,
  confirmHomes,
  HOME_HEADER,
  homeRow,
  homeSheet,
  ledgerOf,
  reached,
  registerOf,
  sendHomes,
} from './support/homes.js';
import { type CastMember, moveIn, type Neighbourhood } from './support/neighbourhood.js';
import { newId } from './support/new-id.js';
import { startServer } from './support/server-process.js';
import { storageDir } from './support/settings.js';
import { cellsOf, sheetOf } from './support/sheets.js';

let here: Neighbourhood;
before(async () => {
  here = await moveIn({ LINLI_DISPATCH_MS: '50' });
});
after(() => here?.close());

const homesFound = async (query = '') =>
  (await here.as('secretary', 'GET', `/api/homes?communityId=${here.town.near.id}&${query}`)).body;
const transfer = (homeId: string, owners: object[], actionId = newId()) =>
  here.as('secretary', 'POST', `/api/homes/${homeId}/transfer`, { actionId, owners });
const give = async (id: string) =>
  here.as('communityWorker', 'POST', `/api/home-imports/${id}/abandon`, { actionId: newId() });

/** What the secretary downloads of an import. */
async function fileOf(path: string): Promise<ArrayBuffer> {
  const { accessToken } = (await ask(here.base, 'POST', '/api/auth/demo', { body: { key: 'secretary' } }))
    .body;
  const response = await fetch(`${here.base}/api/home-imports/${path}`, {
    headers: { authorization: `Bearer ${accessToken}` },
  });
  assert.equal(response.status, 200);
  return response.arrayBuffer();
}

async function problemsOf(id: string) {
  return new ExcelJS.Workbook().xlsx.load(await fileOf(`${id}/problems`));
}

describe('a file of homes and owners', () => {
  it('with mistakes says of each row what is wrong and changes nothing; mended it goes in whole, and again it changes nothing', async () => {
    const untouched = await registerOf(here);
    const broken = await sheetOf([
      ['近处小区业主台账'],
      HOME_HEADER,
      homeRow(101, { 5: '张三', 7: '1/2' }),
      homeRow(101, { 5: '李四', 6: '+86 139 0000 0002', 7: '50%' }),
      homeRow(301, { 4: { formula: 'E3*2', result: 179 } }),
      homeRow(302, { 1: '7号楼' }),
      homeRow(401, { 5: '王五', 7: '80%' }),
      homeRow(401, { 5: '赵六', 7: '30%' }),
      homeRow(101, { 5: '钱七' }),
      homeRow(402, { 4: '待测' }),
      ['合 计', '', '', '', { formula: 'SUM(E3:E10)', result: 700 }],
    ]);
    const checked = await checkedHomes(here, broken);
    assert.equal(checked.state, 'ready');
    assert.deepEqual([checked.findings.problemRows, checked.findings.sumRows], [5, 1]);
    const words = checked.findings.problems.map((one: { row: number; words: string[] }) => [
      one.row,
      one.words.join('；'),
    ]);
    assert.match(words[0][1], /「建筑面积」（E5）是公式/);
    assert.deepEqual(
      words.map(([row]: [number]) => row),
      [5, 6, 8, 9, 10],
    );
    assert.deepEqual(checked.findings.missingBuildings, [{ estate: '近处小区', building: '7号楼', rows: 1 }]);
    assertProblem(await confirmHomes(here, checked), 422, 'home/import-has-problems');
    const changesOf = (id: string) => here.as('secretary', 'GET', `/api/home-imports/${id}/changes`);
    assertProblem(await changesOf(checked.id), 404, 'home/import-no-changes');
    const workbook = await problemsOf(checked.id);
    const [sheet] = workbook.worksheets;
    assert.ok(sheet);
    const textIn = (cell: string) => sheet.getCell(cell).text;
    // Every cell is where it was sent, so that what a mistake says of it is so in this file.
    assert.deepEqual(['A1', 'A2', 'J2', 'K2', 'G3', 'K3'].map(textIn), [
      '近处小区业主台账',
      '小区',
      '用途',
      '问题',
      '13800000001',
      '',
    ]);
    assert.match(textIn('K5') as string, /「建筑面积」（E5）是公式/);
    assert.deepEqual([textIn('D5'), textIn('E5'), textIn('E10')], ['301', '', '待测']);
    assert.equal(await registerOf(here), untouched);
    const second = await sendHomes(here, await homeSheet(homeRow('101')), { who: 'secretary' });
    assert.match(assertProblem(second, 409, 'home/import-under-way').title, /测试communityWorker/);
    await give(checked.id);
    const mend = (cells: Record<string, string>) => {
      for (const [cell, text] of Object.entries(cells)) sheet.getCell(cell).value = text;
      return workbook.xlsx.writeBuffer().then((file) => checkedHomes(here, new Uint8Array(file)));
    };
    const partly = await mend({ E5: '179', B6: '1号楼', H7: '70%', D9: '102' });
    assert.deepEqual(
      partly.findings.problems.map((one: { row: number; words: string[] }) => [one.row, ...one.words]),
      [[10, '「建筑面积」（E10）不是数字，请写成 89.50 这样']],
    );
    const [left] = (await problemsOf(partly.id)).worksheets;
    assert.deepEqual(
      [left?.getCell('K2').text, left?.getCell('L2').text, left?.getCell('K5').text],
      ['问题', '', ''],
    );
    await give(partly.id);
    const mended = await mend({ E10: '89.5' });
    assert.deepEqual([mended.findings.problems, mended.findings.counts.homes], [[], 6]);
    await give(mended.id);
    assertProblem(
      await here.as('secretary', 'GET', `/api/home-imports/${checked.id}/problems`),
      ...([404, 'home/import-no-problems'] as const),
    );

    const whole = await sheetOf(
      [
        HOME_HEADER,
        homeRow(101, { 5: '张三', 7: '1/2' }),
        [null, null, null, null, null, '李四', '139 0000 0002', '1/2', 'T-2', null],
        homeRow(301, { 2: 2, 5: '某某房地产开发有限公司', 6: '' }),
        homeRow('302', { 2: '二单元', 5: '张 三', 9: '商铺' }),
      ],
      ['A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:E3', 'J2:J3'],
    );
    const ready = await checkedHomes(here, whole);
    assert.deepEqual(ready.findings.problems, []);
    assert.deepEqual(ready.findings.counts, {
      ...{ homes: 3, newHomes: 2, changedHomes: 1, unchangedHomes: 0, newEntrances: 1 },
      ...{ newOwners: 4, changedOwners: 0, endedOwners: 0 },
    });
    assert.equal(await registerOf(here), untouched);
    const [once, twice] = await Promise.all([confirmHomes(here, ready), confirmHomes(here, ready)]);
    assert.deepEqual([once.status, twice.status].sort(), [200, 409]);
    // A colleague reads whose it is and what it is called; the sender's folders stay theirs.
    const [listed] = (await here.as('secretary', 'GET', `/api/home-imports?communityId=${here.town.near.id}`))
      .body.items;
    assert.deepEqual(
      [ready.fileName, ready.sentByMe, listed.fileName, listed.sentByMe, listed.sentByName],
      ['近处台账.xlsx', true, '近处台账.xlsx', false, '测试communityWorker'],
    );
    await reached(here, ready.id, ['done']);
    const { items, total } = await homesFound('q=张');
    assert.equal(total, 2);
    assert.deepEqual(items[0].owners, [
      { ...items[0].owners[0], name: '张三', maskedPhone: '138****0001', share: '1/2', confirmed: false },
      { ...items[0].owners[1], name: '李四', maskedPhone: '139****0002', share: '1/2', confirmed: false },
    ]);
    assert.equal((await homesFound('q=13900000002')).total, 1);
    assert.equal((await homesFound('q=30')).total, 2);

    const after = await registerOf(here);
    const again = await checkedHomes(here, whole);
    assert.deepEqual(again.findings.counts.unchangedHomes, 3);
    assert.deepEqual(again.findings.changes, []);
    assert.equal((await confirmHomes(here, again)).status, 200);
    await reached(here, again.id, ['done']);
    assert.equal(await registerOf(here), after);
    const [audited] = await here.database.query<{ many: number }>(
      "select count(*) as many from audit_entry where action = 'home.import'",
    );
    assert.equal(Number(audited?.many), 2);
    const { body } = await here.as('secretary', 'GET', `/api/homes/estates?communityId=${here.town.near.id}`);
    assert.deepEqual(
      [body.items[0].homes, body.items[0].owners, body.items[0].floorArea, body.items[0].withoutOwner],
      [6, 3, 3 * 8950, 3],
    );
  });

  it('that is no modest .xlsx, or has no such columns, is refused in words', async () => {
    const refusals = [
      [Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]), /旧的 \.xls/],
      [Buffer.from('小区,楼栋\n1,2'), /不是 \.xlsx/],
      [
        await sheetOf([
          ['姓名', '电话'],
          ['张三', '1'],
        ]),
        /没有找到这几列：楼栋、房号、建筑面积/,
      ],
      [ledgerOf(100_000), /最多 10 MB、10000 行/],
      [workbookOf([rowOf(1, ['字'.repeat(40_000_000)])]), /太大了/],
    ] as const;
    for (const [file, words] of refusals) {
      const { state, refusal } = await checkedHomes(here, file);
      assert.equal(state, 'refused');
      assert.match(refusal, words);
    }
  });

  it('that went over into other hands is left there by whoever had it first', async () => {
    const strangers = Array.from({ length: 1_500 }, (_, row) => ['张三', row]);
    const sent = await sendHomes(here, await sheetOf([['姓名', '电话'], ...strangers]));
    await eventually('it is being read', async () => {
      const [row] = await here.database.query<{ state: string }>(
        'select state from home_import where id = ?',
        [sent.body.id],
      );
      return row?.state !== 'waiting';
    });
    await here.database.query(
      'update home_import set lease_by = id, lease_until = utc_timestamp(3) where id = ?',
      [sent.body.id],
    );
    assert.match((await reached(here, sent.body.id, ['refused'])).refusal, /没有找到这几列/);
  });

  it('whose reading or writing is cut off leaves nothing half done and goes on elsewhere; what has changed meanwhile is shown again', async () => {
    const untouched = await registerOf(here);
    const ready = await checkedHomes(here, await homeSheet(homeRow('501'), homeRow('102', { 5: '孙八' })));
    const { near } = here.town;

    assert.equal((await transfer(near.homeIds[1], [{ name: '别人', ownerKind: 'person' }])).status, 200);
    const meanwhile = await registerOf(here);
    assert.equal((await confirmHomes(here, ready)).status, 200);
    const shown = await reached(here, ready.id, ['ready']);
    assert.match(shown.refusal, /有变化/);
    assert.equal(shown.findings.counts.endedOwners, 1);
    // Whose title ends comes first, though it stands below the new home in the file; all of it can be taken along.
    assert.deepEqual(
      shown.findings.changes.map(({ kind, row }: { kind: string; row: number }) => [kind, row]),
      [
        ['ended', 3],
        ['new', 2],
      ],
    );
    assert.deepEqual(shown.findings.changeKinds, { ended: 1, new: 1, other: 0 });
    const { rows } = await cellsOf(await fileOf(`${shown.id}/changes`));
    assert.deepEqual(rows[1]?.slice(0, 5), [
      '3',
      '近处小区 1号楼 1单元 102',
      '有人不再是产权人',
      '别人',
      '孙八',
    ]);
    assert.equal(rows.length, 3);
    assert.equal(await registerOf(here), meanwhile);
    assertProblem(await confirmHomes(here, ready), 409, 'home/import-changed');

    // What a process left on the disk when it was killed is cleared away by the next one; what is needed stays.
    const longAgo = new Date(Date.now() - 2 * 3_600_000);
    const lost = newId();
    const folder = join(storageDir, 'home-imports', lost.slice(-2), lost.slice(-4, -2));
    const leftOver = join(folder, `${lost}-0123456789abcdef-sheet.sealed`);
    await mkdir(folder, { recursive: true });
    await writeFile(leftOver, 'sealed');
    for (const name of await readdir(join(storageDir, 'home-imports'), { recursive: true }))
      if (name.endsWith('.sealed')) await utimes(join(storageDir, 'home-imports', name), longAgo, longAgo);

    // Somebody draws the community's map, so that the writing waits in its middle; then its process is killed.
    const other = await here.database.another();
    await other.query('start transaction');
    await other.query('select id from area where id = ? for update', [near.id]);
    const doomed = await startServer(here.database.url, { LINLI_DISPATCH_MS: '50' });
    await here.database.query(
      "update home_import set state = 'applying', confirm_action_id = id where id = ?",
      [ready.id],
    );
    await eventually('the writing waits', () => here.database.someoneWaits(), { everyMs: 200 });
    await eventually('what was left over is gone', () =>
      access(leftOver).then(
        () => false,
        () => true,
      ),
    );
    await doomed.kill();
    assert.equal(await registerOf(here), meanwhile);
    await other.query('rollback');
    await other.drop();
    await here.database.query('update home_import set lease_until = utc_timestamp(3) where id = ?', [
      ready.id,
    ]);
    await reached(here, ready.id, ['done']);
    const { items } = await homesFound('q=孙八');
    assert.deepEqual([items.length, items[0].owners.length], [1, 1]);
    const { findings } = await reached(here, ready.id, ['done']);
    assert.deepEqual([findings.counts.endedOwners, findings.changes], [1, []]);
    assert.notEqual(await registerOf(here), untouched);
  });
});

/** Somebody says that they own the home, and the secretary finds it right. */
async function belongs(
  post: (path: string, body: object) => Promise<Answer>,
  homeId: string,
  name: string,
): Promise<void> {
  const claim = { id: newId(), homeId, relation: 'owner', livesHere: true, name };
  assert.equal((await post('/api/households/claims', claim)).status, 201);
  await here.as('secretary', 'POST', `/api/households/${claim.id}/confirm`, { actionId: newId() });
}

describe('a building that is drawn no more', () => {
  it('is neither listed nor counted nor imported into, and one drawn anew under its name takes its place', async () => {
    const { near } = here.town;
    const standing = await homesFound();
    await here.database.query(
      "update area set closed_at = utc_timestamp(3) where id = ? or (parent_id = ? and kind = 'entrance')",
      [near.buildingId, near.buildingId],
    );
    assert.deepEqual(await homesFound(), { items: [], total: 0 });
    const { body } = await here.as('secretary', 'GET', `/api/homes/estates?communityId=${near.id}`);
    assert.deepEqual([body.items[0].buildings, body.items[0].homes, body.items[0].owners], [[], 0, 0]);
    const checked = await checkedHomes(here, await homeSheet(homeRow('101')));
    assert.equal(checked.findings.missingBuildings.length, 1);
    await give(checked.id);
    await here.database.query('update area set closed_at = null where id = ? or parent_id = ?', [
      ...[near.buildingId, near.buildingId],
    ]);
    assert.equal((await homesFound()).total, standing.total);
  });

  it('a number that the file changes is the same owner’s new number: who they are stays known', async () => {
    const [line] = await here.database.query<{ id: string; homeId: string }>(
      "select id, home_id as homeId from home_owner where name = '李四' and to_at is null",
    );
    const personId = (await here.as('neighbour', 'GET', '/api/me')).body.id;
    await belongs((path, body) => here.as('neighbour', 'POST', path, body), line?.homeId ?? '', '李四');
    await here.database.query('update home_owner set person_id = ? where id = ?', [personId, line?.id]);
    const ready = await checkedHomes(
      here,
      await homeSheet(
        homeRow(101, { 5: '张三', 7: '1/2' }),
        homeRow(101, { 5: '李四', 6: '13900000009', 7: '1/2' }),
      ),
    );
    assert.equal(ready.findings.counts.changedOwners, 1);
    assert.equal((await confirmHomes(here, ready)).status, 200);
    await reached(here, ready.id, ['done']);
    assert.deepEqual(
      await here.database.query('select person_id as personId from home_owner where id = ?', [line?.id]),
      [{ personId }],
    );
  });
});

describe('a home by hand', () => {
  it('gets another use, area and title number, once however often it is sent, and its course says who', async () => {
    const homeId = here.town.near.homeIds[1];
    const body = { actionId: newId(), usage: 'shop', floorArea: 8_850, titleNumber: '鲁(2026)第0001号' };
    const describe = (who: CastMember, change: object = {}) =>
      here.as(who, 'POST', `/api/homes/${homeId}/describe`, { ...body, ...change });
    const answer = await describe('communityWorker');
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    const { usage, floorArea, titleNumber, changes } = answer.body;
    assert.deepEqual([usage, floorArea, titleNumber], ['shop', 8_850, '鲁(2026)第0001号']);
    assert.deepEqual((await describe('communityWorker')).body.changes.length, changes.length);
    assert.equal(changes[0].action, 'describe');
    assertProblem(await describe('worker', { actionId: newId() }), 403, 'auth/not-permitted');
    assert.equal((await describe('communityWorker', { actionId: newId(), floorArea: 0 })).status, 400);
    const emptied = { actionId: newId(), floorArea: null, titleNumber: null, usage: 'residence' };
    const now = (await describe('secretary', emptied)).body;
    assert.deepEqual([now.usage, now.floorArea, now.titleNumber], ['residence', null, null]);
    const kept = await here.database.query(
      "select 1 from audit_entry where action = 'home.describe' and subject_id = ?",
      [homeId],
    );
    assert.equal(kept.length, 2);
  });
});

describe('the list of homes', () => {
  it('has each home once, in the order of its doors, whatever the size of a page', async () => {
    const { buildingId } = here.town.near;
    const entrance = newId();
    await here.database.query(
      `insert into area (id, kind, parent_id, subdistrict_id, community_id, grid_id, estate_id, name, sort, map_version, created_at)
       select ?, 'entrance', id, subdistrict_id, community_id, grid_id, estate_id, '9 单元', 9, 0, now(3) from area where id = ?`,
      [entrance, buildingId],
    );
    for (const [floor, room] of [
      [2, '201'],
      [1, '102'],
      [1, '101'],
    ])
      await here.database.query(
        `insert into home (id, community_id, estate_id, building_id, entrance_id, floor, room, usage_kind, created_at)
         select ?, community_id, estate_id, id, ?, ?, ?, 'residence', now(3) from area where id = ?`,
        [newId(), entrance, floor, room, buildingId],
      );
    for (const query of ['', 'q=1', `buildingId=${buildingId}`]) {
      const whole = await homesFound(`${query}&pageSize=50`);
      assert.equal(whole.items.length, whole.total);
      const doors = whole.items.map((home: { id: string }) => home.id);
      assert.equal(new Set(doors).size, doors.length);
      for (const size of [1, 2, 5]) {
        const pages = Array.from({ length: Math.ceil(whole.total / size) + 1 }, (_, i) => i + 1);
        const seen = await Promise.all(
          pages.map((page) => homesFound(`${query}&page=${page}&pageSize=${size}`)),
        );
        assert.deepEqual(
          seen.flatMap(({ items }) => items.map((home: { id: string }) => home.id)),
          doors,
        );
        assert.ok(seen.every(({ total }) => total === whole.total));
      }
    }
    const added = await homesFound(`buildingId=${buildingId}&pageSize=50`);
    const roomsAt = async (address: string, more = '') => {
      const { items } = await homesFound(`q=${encodeURIComponent(address)}&pageSize=50${more}`);
      return items.map((home: { entranceName: string; room: string }) => `${home.entranceName} ${home.room}`);
    };
    assert.deepEqual(await roomsAt('1-9-101'), ['9 单元 101']);
    assert.deepEqual(await roomsAt('近处小区1号楼9单元1'), ['9 单元 101', '9 单元 102']);
    assert.deepEqual(await roomsAt('9-201', `&buildingId=${buildingId}`), ['9 单元 201']);
    assert.equal((await roomsAt('近处小区 １ 号楼')).length, added.total);
    assert.deepEqual(await roomsAt('近处小区 8号楼 101'), []);
    const rooms = added.items.filter((home: { entranceName: string }) => home.entranceName === '9 单元');
    assert.deepEqual(
      rooms.map(({ room }: { room: string }) => room),
      ['101', '102', '201'],
    );
  });
});

describe('an owner by hand', () => {
  it('changes by a sale that keeps who was before, once however often it is sent; a whole number is read by itself and kept in the audit', async () => {
    const { near } = here.town;
    const homeId = near.homeIds[2];
    await here.town.addOwner(homeId, '老业主', '13700000003');
    const actionId = newId();
    const buyers = [
      { name: '新一', ownerKind: 'person', phone: '136 0000 0004', share: '2/3' },
      { name: '新二', ownerKind: 'person', share: '1/3' },
    ];
    const [one, two] = await Promise.all([
      transfer(homeId, buyers, actionId),
      transfer(homeId, buyers, actionId),
    ]);
    assert.deepEqual([one.status, two.status], [200, 200]);
    const { body } = await here.as('secretary', 'GET', `/api/homes/${homeId}`);
    assert.deepEqual(
      [body.owners.length, body.ownersBefore.length, body.changes.length, body.ownersBefore[0].name],
      [2, 1, 1, '老业主'],
    );
    const owner = body.owners.find((each: { name: string }) => each.name === '新一');
    const corrected = await here.as('secretary', 'POST', `/api/homes/${homeId}/owners/${owner.id}/correct`, {
      ...{ actionId: newId(), name: '新壹', ownerKind: 'person', share: '3/4' },
    });
    assertProblem(corrected, 422, 'home/shares-too-much');
    const right = await here.as('secretary', 'POST', `/api/homes/${homeId}/owners/${owner.id}/correct`, {
      ...{ actionId: newId(), name: '新壹', ownerKind: 'person', share: '1/2' },
    });
    assert.equal(right.status, 200);
    assert.equal(
      right.body.owners.find(({ id }: { id: string }) => id === owner.id).maskedPhone,
      '136****0004',
    );
    const phone = `/api/homes/${homeId}/owners/${owner.id}/phone`;

    // Who a line was confirmed to be holds only as long as the line names that person.
    const person = await here.town.addPerson('linked');
    await here.town.addPhoneLogin(person.id, '13600000005');
    const { body: signedIn } = await ask(here.base, 'POST', '/api/auth/demo', { body: { key: 'linked' } });
    const token = signedIn.accessToken;
    await belongs((path, body) => ask(here.base, 'POST', path, { token, body }), homeId, '新壹');
    const correct = async (change: object) => {
      await here.database.query('update home_owner set person_id = ? where id = ?', [person.id, owner.id]);
      const body = { actionId: newId(), name: '新壹', ownerKind: 'person', share: '1/2', ...change };
      await here.as('secretary', 'POST', `/api/homes/${homeId}/owners/${owner.id}/correct`, body);
      const [row] = await here.database.query<{ personId: string | null }>(
        'select person_id as personId from home_owner where id = ?',
        [owner.id],
      );
      return row?.personId ?? null;
    };
    assert.equal(await correct({ share: '2/3' }), person.id);
    assert.equal(await correct({ phone: '13600000005' }), person.id);
    assert.equal(await correct({ phone: '13600000004' }), person.id);
    assert.equal(await correct({ name: '别人' }), null);
    assert.equal(await correct({ name: '新壹' }), null);
    assert.equal((await here.as('secretary', 'GET', phone)).body.phone, '13600000004');
    const [kept] = await here.database.query<{ many: number }>(
      "select count(*) as many from audit_entry where action = 'home_owner.read_phone' and subject_id = ?",
      [owner.id],
    );
    assert.equal(Number(kept?.many), 1);
    // Who looked at the owners is kept, once in a while; of an owner whom we know, for them to read.
    await here.as('secretary', 'GET', `/api/homes?communityId=${near.id}`);
    const looks = (subjectId: string) =>
      here.database.query<{ action: string; about: string | null; many: number }>(
        `select action, about_person_id as about, count(*) as many from audit_entry
          where action in ('home.read', 'home_owner.read', 'home.read_list') and subject_id = ?
          group by action, about_person_id`,
        [subjectId],
      );
    for (const [subjectId, action, about] of [
      [homeId, 'home.read', null],
      [owner.id, 'home_owner.read', person.id],
      [near.id, 'home.read_list', null],
    ]) {
      const [look, ...more] = await looks(subjectId);
      assert.deepEqual([look?.action, look?.about, more], [action, about, []]);
      assert.ok(Number(look?.many) <= 2, 'not one for each refresh');
    }
    const none = body.owners.find((each: { name: string }) => each.name === '新二');
    assertProblem(
      await here.as('secretary', 'GET', `/api/homes/${homeId}/owners/${none.id}/phone`),
      ...([404, 'home/no-phone'] as const),
    );
    for (const [owners, code] of [
      [[{ name: '甲', ownerKind: 'person', share: '一半' }], 'home/share-unreadable'],
      [
        [
          { name: '甲', ownerKind: 'person', share: '1/2' },
          { name: '乙', ownerKind: 'person' },
        ],
        'home/shares-half-stated',
      ],
      [
        [
          { name: '甲', ownerKind: 'person' },
          { name: '甲', ownerKind: 'person' },
        ],
        'home/owner-twice',
      ],
    ] as const)
      assertProblem(await transfer(homeId, [...owners]), 422, code);
    assertProblem(
      await here.as('farCommunityWorker', 'GET', `/api/homes/${homeId}`),
      ...([404, 'home/not-found'] as const),
    );
  });
});
