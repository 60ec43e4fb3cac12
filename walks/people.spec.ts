import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ask } from '../server/test/support/api.js';
import { newId } from '../server/test/support/new-id.js';
import { ConsoleDesk } from './support/console-desk.js';
import { H5Phone } from './support/h5-phone.js';
import { openWorld, type World } from './support/world.js';

let world: World;
before(async () => {
  world = await openWorld();
});
after(async () => {
  await world.close();
});

async function as(key: string) {
  const { body } = await ask(world.url, 'POST', '/api/auth/demo', { body: { key } });
  return (method: string, path: string, sent?: unknown) =>
    ask(world.url, method, path, { token: body.accessToken, body: sent });
}

test('a secretary appoints somebody who works at once, enters leave with a stand-in, and ends it with a hand-over', async () => {
  const desk = await ConsoleDesk.open(world.browser, world.url);
  await desk.signIn('shuji1', 'linli-demo-2025');
  await desk.see('待办');
  await desk.go('/console/community/people');
  await desk.see('演示网格员一');
  await desk.shot('console-people');

  await desk.press('任命');
  await desk.write('#person-phone', '13800000006');
  await desk.press('找人');
  await desk.see('换一个人');
  await desk.pick('身份', '网格员');
  await desk.pick('地方', '安澜社区 3 网格');
  await desk.shot('console-appoint');
  await desk.page
    .getByRole('dialog')
    .getByRole('button', { name: /任\s*命/ })
    .last()
    .click();
  await desk.see('任命了，马上生效');

  await desk.page.getByRole('combobox', { name: '职务' }).click();
  await desk.page.locator('.ant-select-item-option').filter({ hasText: '网格员', visible: true }).click();
  await desk.page.waitForURL(/role=grid_worker/);
  await desk.page.getByRole('link', { name: '演示书记一', exact: true }).waitFor({ state: 'detached' });

  const appointed = await as('resident-6');
  assert.equal((await appointed('GET', '/api/incidents/workbench')).status, 200);
  const reporter = await as('resident-2');
  const map = (await reporter('GET', '/api/communities')).body.items[0];
  const { body: community } = await reporter('GET', `/api/communities/${map.id}/map`);
  const building = community.buildings.find(({ gridName }: { gridName: string }) => gridName === '3 网格');
  const cases: string[] = [];
  for (const line of ['单元门关不上', '楼道堆了纸箱']) {
    const id = newId();
    const body = { id, categoryCode: 'facility', description: line, buildingId: building.id, photoIds: [] };
    assert.equal((await reporter('POST', '/api/incidents', body)).status, 201);
    assert.equal((await appointed('POST', `/api/incidents/${id}/accept`, { actionId: newId() })).status, 200);
    cases.push(id);
  }

  await desk.click('演示居民六');
  await desk.press('请假和代班');
  await desk.page.locator('#leave-to').fill('2099-01-05T09:00');
  await desk.page.getByRole('combobox', { name: '代班的人' }).fill('网格员');
  await desk.page
    .locator('.ant-select-item-option')
    .filter({ hasText: '安澜社区 1 网格', visible: true })
    .waitFor();
  await desk.shot('console-stand-in');
  await desk.pick('代班的人', '网格员二');
  await desk.see('换一个人');
  await desk.shot('console-leave');
  await desk.press('登记请假');
  await desk.see('请假登记好了');
  await desk.see('演示网格员二代班');
  assert.equal((await appointed('GET', '/api/incidents/workbench')).status, 403);
  const handler = (id: string) =>
    world
      .query<{ name: string | null }>('select handler_name as name from incident where id = ?', [id])
      .then(([row]) => row?.name);
  for (const id of cases)
    await world.until(async () => ((await handler(id)) === '演示网格员二' ? true : null));
  await desk.shot('console-person');

  const phone = await H5Phone.open(world.browser, world.url, '/m/#/pages/sign-in/index');
  await phone.tap('#demo-resident-6');
  await phone.see('身边的事');
  await phone.go('/m/#/pages/me/index');
  await phone.see('请假到 2099 年 1 月 5 日，演示网格员二代班');
  await phone.shot('h5-me-on-leave');
  await phone.go('/m/#/packages/me/pages/messages/index');
  await phone.see('给您登记了请假');
  await phone.shot('h5-messages-leave');
  await phone.close();

  await desk.press('提前结束请假');
  await desk.see('请假结束了');
  for (const id of cases) await world.until(async () => ((await handler(id)) === '演示居民六' ? true : null));

  await desk.press('结束任命');
  await desk.choose('以后的一个时间');
  await desk.write('#end-at', '2099-06-01T18:00');
  await desk.shot('console-end-later');
  await desk.page.getByRole('dialog').getByRole('button', { name: '结束任命' }).click();
  await desk.see('记下了，2099 年 6 月 1 日结束');
  await desk.press('延长');
  await desk.page.locator('#extend-to').fill('2099-12-31T18:00');
  await desk.shot('console-extend');
  await desk.page
    .getByRole('dialog')
    .getByRole('button', { name: /延\s*长/ })
    .last()
    .click();
  await desk.see('延长了');
  await desk.see('到 2099-12-31');
  await desk.press('结束任命');
  await desk.see('手上还有 2 件在办的事');
  await desk.pick('这些事交给谁', '演示网格员一');
  await desk.shot('console-end-appointment');
  await desk.page.getByRole('dialog').getByRole('button', { name: '结束任命' }).click();
  await desk.see('任命结束了');
  for (const id of cases) assert.equal(await handler(id), '演示网格员一');
  assert.equal((await appointed('GET', '/api/incidents/workbench')).status, 403);

  await desk.press('再任命一项');
  await desk.pick('身份', '网格员');
  await desk.pick('地方', '安澜社区 2 网格');
  await desk.write('#appoint-from', '2099-01-10T09:00');
  await desk.page
    .getByRole('dialog')
    .getByRole('button', { name: /任\s*命/ })
    .last()
    .click();
  await desk.see('任命了，2099 年 1 月 10 日起生效');
  await desk.press('取消任命');
  await desk.page.locator('.ant-popconfirm').getByRole('button', { name: '取消任命' }).click();
  await desk.see('任命取消了，不会开始');
  await desk.see('没有开始就取消了');
  await desk.shot('console-called-off');

  const [only] = await world.query<{ personId: string }>(
    `select a.person_id as personId from appointment a join area g on g.id = a.area_id join area c on c.id = g.community_id
      where a.role = 'grid_worker' and g.name = '2 网格' and c.name = '安澜社区' and a.to_at is null`,
  );
  await desk.go(`/console/community/people/${only?.personId}`);
  await desk.press('结束任命');
  await desk.see('安澜社区 2 网格就没有网格员了');
  await desk.shot('console-last-of-grid');
  await desk.close();
});

test('a secretary adds an organisation, says which estates it works for, appoints to it, and dissolves it once nobody is left', async () => {
  const desk = await ConsoleDesk.open(world.browser, world.url);
  await desk.signIn('shuji1', 'linli-demo-2025');
  await desk.see('待办');
  await desk.go('/console/community/organisations');
  await desk.see('清河湾、槐荫苑');
  await desk.shot('console-organisations');
  await desk.press('添加单位');
  await desk.write('#organisation-name', '安澜里老伙伴志愿队');
  await desk.pick('是哪一类', '志愿队');
  await desk.page
    .getByRole('dialog')
    .getByRole('button', { name: /添\s*加/ })
    .last()
    .click();
  await desk.see('添加好了');
  await desk.see('这里的人');
  const row = () =>
    world
      .query<{ id: string; name: string; dissolvedAt: Date | null }>(
        "select id, name, dissolved_at as dissolvedAt from organisation where name like '安澜里老伙伴%'",
      )
      .then(([one]) => one);
  const { id } = (await row()) as { id: string };

  await desk.press('选小区');
  await desk.pick('服务的小区', '安澜里');
  await desk.page.keyboard.press('Escape');
  await desk.press('就服务这些');
  await desk.see('记下了');
  await desk.press('改名');
  await desk.page.getByLabel('单位的新名字').fill('安澜里老伙伴互助队');
  await desk.page
    .getByRole('form', { name: '改名' })
    .getByRole('button', { name: /改\s*名/ })
    .click();
  await desk.see('名字改好了');
  assert.equal((await row())?.name, '安澜里老伙伴互助队');

  const secretary = await as('community-secretary-1');
  const appointment = { id: newId(), role: 'co_helper', organisationId: id };
  const { body: found } = await secretary('POST', '/api/staff/find', { phone: '13800000007' });
  const appointed = await secretary('POST', '/api/appointments', { ...appointment, personId: found.id });
  assert.equal(appointed.status, 204, JSON.stringify(appointed.body));
  await desk.page.reload();
  await desk.see('1 项任命');
  await desk.shot('console-organisation');
  const dissolve = async () => {
    await desk.press('解散');
    await desk.page
      .locator('.ant-popconfirm')
      .getByRole('button', { name: /解\s*散/ })
      .last()
      .click();
  };
  await dissolve();
  await desk.see('还有 1 项任命没结束，先了结再解散');
  const ended = await secretary('POST', `/api/appointments/${appointment.id}/end`, { actionId: newId() });
  assert.equal(ended.status, 204);
  await dissolve();
  await desk.see('解散了，以后不能再派给这里');
  await desk.see('已解散');
  assert.notEqual((await row())?.dissolvedAt, null);
  await desk.close();
});

test('a secretary finds that an elder entered by the community has signed in by phone, and makes the two one', async () => {
  const resident = await as('resident-5');
  const me = (await resident('GET', '/api/me')).body;
  const [home] = await world.query<{ id: string; buildingId: string }>(
    `select h.id, h.building_id as buildingId from home h join area c on c.id = h.community_id
      where c.name = '安澜社区' and not exists (select 1 from household_member m where m.home_id = h.id)
      order by h.id limit 1`,
  );
  assert.ok(home);
  const reported = { id: newId(), categoryCode: 'facility', description: '楼道窗户关不上', photoIds: [] };
  const report = await resident('POST', '/api/incidents', { ...reported, buildingId: home.buildingId });
  assert.equal(report.status, 201, JSON.stringify(report.body));
  const secretary = await as('community-secretary-1');
  const entered = await secretary('POST', '/api/households/entries', {
    ...{ id: newId(), homeId: home.id, relation: 'tenant', livesHere: true, name: me.name },
  });
  assert.equal(entered.status, 201, JSON.stringify(entered.body));

  const desk = await ConsoleDesk.open(world.browser, world.url);
  await desk.signIn('shuji1', 'linli-demo-2025');
  await desk.see('待办');
  await desk.go('/console/community/people');
  await desk.see('演示网格员一');
  await desk.press('合并重复的人');
  const dialog = desk.page.getByRole('dialog');
  for (const [label, line] of [
    ['留下的人', '138****0005'],
    ['并进来的人', '没有手机号'],
  ] as const) {
    const side = dialog.getByRole('region', { name: label });
    await side.getByRole('textbox').fill(me.name);
    await side.getByRole('button', { name: '找人' }).click();
    await side.getByRole('listitem').filter({ hasText: line }).first().click();
    await side.getByRole('button', { name: '换一个人' }).waitFor();
  }
  await desk.see('会一起并过来');
  await desk.write('#merge-reason', '本人来社区说，登记的老人就是他');
  await desk.shot('console-merge-people');
  await dialog
    .getByRole('button', { name: '合并', exact: true })
    .or(dialog.getByRole('button', { name: '合 并' }))
    .click();
  await desk.see('合并好了');

  const mine = await resident('GET', '/api/me/homes');
  assert.equal(mine.status, 200);
  const [member] = await world.query<{ personId: string }>(
    'select person_id as personId from household_member where id = ?',
    [entered.body.id],
  );
  assert.equal(member?.personId, me.id);
  const [gone] = await world.query<{ into: string }>(
    'select merged_into_id as `into` from person where name = ? and id <> ?',
    [me.name, me.id],
  );
  assert.equal(gone?.into, me.id);
});
