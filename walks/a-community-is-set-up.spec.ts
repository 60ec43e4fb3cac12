import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ask } from '../server/test/support/api.js';
import { newId } from '../server/test/support/new-id.js';
import { type CellValue, sheetOf } from '../server/test/support/sheets.js';
import { ConsoleDesk } from './support/console-desk.js';
import { openWorld, type World } from './support/world.js';

let world: World;
before(async () => {
  world = await openWorld();
});
after(async () => {
  await world?.close();
});

const PASSWORD = 'linli-demo-2025';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const HEADER = ['小区', '楼栋', '单元', '房号', '建筑面积', '业主', '联系电话', '产权份额', '用途'];

async function ledger(...rows: CellValue[][]) {
  const buffer = await sheetOf([['新楼业主台账'], HEADER, ...rows], ['A1:I1']);
  return { name: '新楼业主台账.xlsx', mimeType: XLSX, buffer };
}

/** The button of the dialog that does it; its title often says the same. */
const agree = (desk: ConsoleDesk, words: RegExp) =>
  desk.page.getByRole('dialog').getByRole('button', { name: words }).last().click();

async function as(key: string) {
  const { body } = await ask(world.url, 'POST', '/api/auth/demo', { body: { key } });
  return (method: string, path: string, sent?: unknown) =>
    ask(world.url, method, path, { token: body.accessToken, body: sent });
}

test('a community gets a new building: drawn, its ledger put right and taken in, its code printed, a captain and a grid worker appointed, and their cases handed over', async () => {
  const officer = await ConsoleDesk.open(world.browser, world.url);
  await officer.signIn('jiedao1', PASSWORD);
  await officer.page.locator('.side-nav').waitFor();
  await officer.go('/console/community/areas');
  await officer.page.locator('.map-edge').first().waitFor({ state: 'attached' });
  await officer.press('改地图');
  await officer.press('加一栋楼');
  const map = officer.page.getByRole('application');
  const box = await map.boundingBox();
  assert.ok(box);
  await officer.page.mouse.click(box.x + box.width * 0.4, box.y + box.height * 0.45);
  await officer.page.locator('#building-entrances').fill('2');
  await officer.page.locator('#building-entrances').press('Tab');
  await officer.shot('set-up-1-building');
  await officer.press('检查一下');
  await officer.see('可以保存');
  await officer.press('保存地图');
  await officer.see('地图保存好了');
  await officer.close();
  const [made] = await world.query<{
    id: string;
    name: string;
    estate: string;
    gridId: string;
    grid: string;
  }>(
    `select b.id, b.name, e.name as estate, b.grid_id as gridId, g.name as grid
       from area b join estate e on e.id = b.estate_id join area g on g.id = b.grid_id
      where b.kind = 'building' order by b.created_at desc, b.id desc limit 1`,
  );
  assert.ok(made);
  const building = `${made.estate} ${made.name}`;

  const desk = await ConsoleDesk.open(world.browser, world.url);
  await desk.signIn('shuji1', PASSWORD);
  await desk.see('待办');
  await desk.go('/console/community/homes');
  await desk.click('导入表格');
  await desk.see('下载空表');
  const choose = async (file: Awaited<ReturnType<typeof ledger>>) =>
    desk.page.locator('#homes-file').setInputFiles(file);
  const row = (room: number, owner: string, share = '') =>
    [made.estate, made.name, '1单元', room, 88.5, owner, '', share, '住宅'] as CellValue[];
  await choose(await ledger(row(101, '新楼甲', '3/4'), row(101, '新楼乙', '3/4'), row(102, '新楼丙')));
  await desk.see('加起来超过了 100%');
  await desk.shot('set-up-2-mistakes');
  await desk.press('改好了，换一份');
  await desk.see('这份表格放弃了');
  await desk.page.locator('#homes-file').waitFor({ state: 'attached' });
  await choose(await ledger(row(101, '新楼甲', '1/2'), row(101, '新楼乙', '1/2'), row(102, '新楼丙')));
  await desk.press('确认导入 2 户');
  // The demo's own import stands below it: of the two, this one had three rows.
  await desk.page
    .locator('.imports-before li')
    .filter({ hasText: '已导入' })
    .filter({ hasText: '3 行' })
    .waitFor();
  await desk.shot('set-up-3-imported');
  const [counted] = await world.query<{ homes: number; owners: number }>(
    `select count(distinct h.id) as homes, count(o.id) as owners
       from home h left join home_owner o on o.home_id = h.id and o.to_at is null where h.building_id = ?`,
    [made.id],
  );
  assert.deepEqual([Number(counted?.homes), Number(counted?.owners)], [2, 3]);

  await desk.go('/console/community/places');
  await desk.press('1 栋楼还没有码，都做上');
  await desk.see('给 1 栋楼做好了码');
  const tick = desk.page.getByRole('checkbox', { name: `勾选 ${building}` });
  if (!(await tick.isChecked())) await tick.check();
  await desk.click('打印 1 张');
  await desk.page.locator('.paper svg').first().waitFor();
  await desk.see(building);
  await desk.shot('set-up-4-print');

  await desk.go('/console/community/people');
  const appoint = async (phone: string, role: string, place: string) => {
    await desk.press('任命');
    await desk.write('#person-phone', phone);
    await desk.press('找人');
    await desk.see('换一个人');
    await desk.pick('身份', role);
    await desk.pick('地方', place);
    await agree(desk, /任\s*命/);
    await desk.page.getByRole('dialog').waitFor({ state: 'hidden' });
  };
  await appoint('13800000005', '楼长', building);
  await appoint('13800000006', '网格员', made.grid);
  await desk.shot('set-up-5-appointed');

  const worker = await as('resident-6');
  const reporter = await as('resident-2');
  const id = newId();
  const report = {
    ...{ id, categoryCode: 'facility', description: '新楼门禁刷不开' },
    ...{ buildingId: made.id, photoIds: [] },
  };
  assert.equal((await reporter('POST', '/api/incidents', report)).status, 201);
  assert.equal((await worker('POST', `/api/incidents/${id}/accept`, { actionId: newId() })).status, 200);

  await desk.page.getByRole('link', { name: '演示居民六' }).click();
  await desk.press('结束任命');
  await desk.see('手上还有 1 件在办的事');
  const heir = desk.page.getByRole('combobox', { name: '这些事交给谁' });
  await heir.click();
  await desk.page
    .locator('.ant-select-item-option')
    .filter({ hasText: '网格员', visible: true })
    .first()
    .click();
  await desk.shot('set-up-6-hand-over');
  await agree(desk, /结束任命/);
  await desk.see('任命结束了');
  const [handed] = await world.query<{ name: string | null; state: string }>(
    'select handler_name as name, state from incident where id = ?',
    [id],
  );
  assert.notEqual(handed?.name, '演示居民六');
  assert.notEqual(handed?.name, null);
  assert.equal(handed?.state, 'accepted');
  const captain = await as('resident-5');
  const { body: me } = await captain('GET', '/api/me');
  assert.ok(me.permissions.includes('household.confirm'));
  await desk.close();
});
