import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
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

async function deskOf(account: string, path: string, look = {}): Promise<ConsoleDesk> {
  const desk = await ConsoleDesk.open(world.browser, world.url, look);
  await desk.signIn(account, PASSWORD);
  await desk.page.locator('.side-nav').waitFor();
  await desk.go(path);
  return desk;
}

test('a grid drawn over its neighbour is refused with the place, put right, looked at and saved', async () => {
  const officer = await deskOf('jiedao1', '/console/community/areas');
  const { page } = officer;
  await officer.see('安澜社区');
  await page.locator('.map-edge').first().waitFor({ state: 'attached' });
  await officer.shot('console-areas');
  const list = page.getByRole('complementary', { name: '这张地图' });
  await officer.press('改地图');
  await list.getByRole('button', { name: /^1 网格/ }).click();
  // Alone, so that its neighbour's border stays where it is: the corner in the middle goes over it.
  await page.getByLabel('邻居的边一起动').uncheck();
  const corner = page.getByRole('list', { name: '边界的角' }).getByRole('button', { name: /^角 3/ });
  await corner.click();
  for (let i = 0; i < 6; i++) await corner.press('Shift+ArrowDown');
  await officer.press('检查一下');
  await officer.see('有一块重叠了');
  await officer.press('去看');
  await page.locator('.map-fault').first().waitFor({ state: 'attached' });
  await officer.shot('console-areas-overlap');
  for (let i = 0; i < 6; i++) await officer.press('撤销');
  await officer.see('还没有改动');
  assert.equal(await page.locator('.map-fault').count(), 0);
  await officer.shot('console-areas-edit');

  // Together, so that the border moves for both: a building of the second grid is in the first one then.
  await page.getByLabel('邻居的边一起动').check();
  const bridge = page.getByRole('list', { name: '边界的角' }).getByRole('button', { name: /^角 2/ });
  await bridge.click();
  for (let i = 0; i < 13; i++) await bridge.press('Shift+ArrowDown');
  await officer.press('检查一下');
  await officer.see('2 网格的 1 栋楼会归到1 网格');
  await officer.shot('console-areas-preview');
  await officer.press('保存地图');
  await officer.see('地图保存好了');
  await officer.press('返回列表');
  await officer.see('第 1 次');
  await officer.shot('console-areas-saved');
  const [moved] = await world.query<{ gridName: string }>(
    `select g.name as gridName from area b join area g on g.id = b.grid_id join estate e on e.id = b.estate_id
      where e.name = '清河湾' and b.name = '5 号楼'`,
  );
  assert.equal(moved?.gridName, '1 网格');
  await world.until(async () => {
    const wrong = await world.query(
      `select i.id from incident i join area b on b.id = i.building_id
        where i.state in ('reported', 'accepted', 'handling', 'held') and i.grid_id <> b.grid_id`,
    );
    return wrong.length === 0 ? true : null;
  });

  // A worker of the community looks and cannot draw; on a phone the same is below one another.
  const worker = await deskOf('shegong1', '/console/community/areas', {
    width: 390,
    height: 844,
    dark: true,
  });
  await worker.see('网格 3');
  assert.equal(await worker.isOffered('改地图'), false);
  await worker.shot('console-areas-narrow-dark');
  await worker.close();
  await officer.close();
});
