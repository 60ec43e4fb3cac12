import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { ConsoleDesk } from './support/console-desk.js';
import { H5Phone } from './support/h5-phone.js';
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
  // On a day before it was drawn there is a way back.
  await worker.page.locator('#areas-day').fill('2020-01-01');
  await worker.see('2020-01-01 还没有这张地图');
  await worker.press('回到现在');
  await worker.see('网格 3');
  await worker.close();
  await officer.close();
});

const METRES_PER_DEGREE = 111_195;
type Spot = [east: number, north: number];

/** Where on the screen a spot is, told in metres from the chosen outline's first corner; found by two of its handles. */
async function screenOf(page: Page, other: number): Promise<(spot: Spot) => [x: number, y: number]> {
  const corners = page.getByRole('list', { name: '边界的角' }).getByRole('button');
  const seen = async (at: number) => {
    const words = await corners.nth(at).locator('span').innerText();
    const [lng = 0, lat = 0] = words.split(',').map(Number);
    const box = await page.locator(`.map-handle[title="角 ${at + 1}"]`).boundingBox();
    assert.ok(box);
    return { lng, lat, x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  const [first, second] = [await seen(0), await seen(other)];
  const shrink = Math.cos((first.lat * Math.PI) / 180);
  const perMetre = (second.x - first.x) / ((second.lng - first.lng) * METRES_PER_DEGREE * shrink);
  return ([east, north]) => [first.x + east * perMetre, first.y - north * perMetre];
}

test('a border is dragged, given a corner and relieved of it, and a hole is cut and filled, with the mouse alone', async () => {
  const officer = await deskOf('jiedao1', '/console/community/areas');
  const { page } = officer;
  await page.locator('.map-edge').first().waitFor({ state: 'attached' });
  await officer.press('改地图');
  const side = page.getByRole('complementary', { name: '这张地图' });
  await side.getByRole('button', { name: /^1 网格/ }).click();
  await officer.see('网格员：演示网格员二');
  const corners = page.getByRole('list', { name: '边界的角' }).getByRole('button');
  const many = await corners.count();

  // The corner on the way to the bridge is its neighbour's too: both borders go along.
  const handle = page.locator('.map-handle[title="角 2"]');
  const was = await corners.nth(1).innerText();
  const box = await handle.boundingBox();
  assert.ok(box);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 10, box.y + 20, { steps: 5 });
  await page.mouse.up();
  await officer.see('改了 2 处');
  assert.notEqual(await corners.nth(1).innerText(), was);
  await officer.press('撤销');
  await officer.see('还没有改动');

  await page.locator('.map-handle.between').first().click();
  await page.waitForFunction((n) => document.querySelectorAll('.areas-corners li').length === n, many + 1);
  await officer.press('删掉选中的角');
  await page.waitForFunction((n) => document.querySelectorAll('.areas-corners li').length === n, many);
  while (await page.getByRole('button', { name: '撤销' }).isEnabled()) await officer.press('撤销');

  const screen = await screenOf(page, 2);
  const triangle: Spot[] = [
    [130, 100],
    [220, 100],
    [175, 170],
  ];
  await officer.press('挖空一块');
  for (const spot of triangle) await page.mouse.click(...screen(spot));
  await officer.press('画好了');
  await officer.see('挖空 1 块');
  await officer.shot('console-areas-hole');
  // A press near a corner that is there means that corner: the new grid fills the hole without a gap or an overlap.
  await officer.press('画新网格');
  for (const spot of triangle) {
    const [x, y] = screen(spot);
    await page.mouse.click(x + 4, y - 3);
  }
  await officer.press('画好了');
  // While a grid is being drawn a house is ground like any other.
  await officer.press('画新网格');
  const house = await page.locator('.map-house').first().boundingBox();
  assert.ok(house);
  await page.mouse.click(house.x + house.width / 2, house.y + house.height / 2);
  await page.locator('.map-corner').first().waitFor({ state: 'attached' });
  await officer.press('不画了');
  await officer.press('放弃改动');
  await officer.see('画的都会丢掉，找不回来');
  await officer.shot('console-areas-discard');
  await officer.press('接着画');
  await officer.press('检查一下');
  await officer.see('可以保存');
  await officer.shot('console-areas-filled');
  await officer.press('保存地图');
  await officer.see('地图保存好了');
  const grids = await world.query<{ name: string; polygon: string }>(
    `select g.name, g.polygon from area g join area c on c.id = g.community_id
      where c.name = '安澜社区' and g.kind = 'grid' and g.closed_at is null order by g.created_at, g.id`,
  );
  const rings = (grid: { polygon: string } | undefined) => JSON.parse(grid?.polygon ?? '[]') as number[][][];
  const cut = rings(grids.find(({ name }) => name === '1 网格'))[1] ?? [];
  const filled = rings(grids.at(-1))[0] ?? [];
  const spots = (ring: number[][]) => new Set(ring.map((corner) => corner.join()));
  assert.equal(spots(cut).size, 3);
  assert.deepEqual(spots(filled), spots(cut));
  await officer.close();
});

test('a grid is cut in two: what is open goes along, what is closed stays, and whoever had it reads why', async () => {
  const officer = await deskOf('jiedao1', '/console/community/areas');
  const { page } = officer;
  await page.locator('.map-edge').first().waitFor({ state: 'attached' });
  await officer.press('改地图');
  const side = page.getByRole('complementary', { name: '这张地图' });
  await side.getByRole('button', { name: /^3 网格/ }).click();
  const spots = await Promise.all(
    (await page.locator('.map-handle[title^="角"]').all()).map(async (handle) => handle.boundingBox()),
  );
  const [xs, ys] = [spots.map((spot) => (spot?.x ?? 0) + 8), spots.map((spot) => (spot?.y ?? 0) + 8)];
  const [west, east] = [Math.min(...xs), Math.max(...xs)];
  const middle = (Math.min(...ys) + Math.max(...ys)) / 2;
  await officer.press('分成两个网格');
  await page.mouse.click(west - 30, middle);
  await page.mouse.click(west - 40, middle + 10);
  await officer.press('分开');
  await officer.see('这条线没有把网格分开');
  await page.mouse.click(west, middle);
  await page.mouse.click(east, middle);
  await officer.press('分开');
  await officer.press('检查一下');
  await officer.see('还没有网格员');
  await officer.see('件在办的事会换到');
  await officer.shot('console-areas-cut');
  await officer.press('保存地图');
  await officer.see('地图保存好了');
  // The new grid still stands open: nobody serves it, and who may appoint somebody is shown the way.
  const added = page.locator('.areas-card .areas-left');
  await added.filter({ hasText: '还没有网格员' }).getByRole('link', { name: '人员与任命' }).waitFor();
  await officer.shot('console-areas-unserved');
  const again = await world.until(async () => {
    const [moved] = await world.query<{ id: string; gridName: string; doneThere: string }>(
      `select i.id, g.name as gridName,
              (select count(*) from incident d where d.grid_id = g.id and d.state = 'closed') as doneThere
         from incident_action a join incident i on i.id = a.incident_id join area g on g.id = i.grid_id
         join person p on p.id = json_value(a.data, '$.fromPersonId')
        where a.action = 'requeue' and json_value(a.data, '$.reason') = 'grid_redrawn' and p.name = '演示网格员一'
        limit 1`,
    );
    return moved ?? null;
  });
  assert.equal(Number(again.doneThere), 0, 'what is closed stays where it was');
  await officer.close();

  const phone = await H5Phone.open(world.browser, world.url, '/m/#/pages/sign-in/index');
  await phone.see('演示居民一');
  if (!(await phone.isSeen('#demo-grid-worker-1'))) await phone.tap('#demo-desk-people');
  await phone.tap('#demo-grid-worker-1');
  await phone.see('工作台');
  await phone.go(`/m/#/packages/incident/pages/detail/index?id=${again.id}`);
  await phone.see('网格重新划分，等人来接');
  await phone.see(again.gridName);
  await phone.shot('grid-cut-case');
  await phone.go('/m/#/packages/me/pages/messages/index');
  await phone.see('网格重新划分，已经放回待办');
  await phone.close();
});

test('a community is added to the subdistrict, its map comes from a file, and residents find it once it is saved', async () => {
  const officer = await deskOf('jiedao1', '/console/community/areas');
  const { page } = officer;
  const dialog = page.getByRole('dialog');
  await officer.press('添加社区');
  await page.locator('#area-form-name').fill('新河社区');
  await page.locator('#area-short-code').fill('al');
  await officer.shot('console-area-add');
  await dialog.getByRole('button', { name: '添加社区' }).click();
  // Said in the form, not in passing: only then has the list been asked for again.
  await dialog.getByRole('alert').filter({ hasText: '短码 AL 已经给过安澜社区' }).waitFor();
  await page.locator('#area-short-code').fill('xh');
  await dialog.getByRole('button', { name: '添加社区' }).click();
  await officer.see('社区添加好了，接着画它的边界');
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('complementary').getByRole('heading', { name: '新河社区' }).waitFor();
  await officer.shot('console-area-bare');

  const [{ polygon = '[]' } = {}] = await world.query<{ polygon: string }>(
    "select polygon from area where kind = 'community' and name = '安澜社区'",
  );
  const corners = (JSON.parse(polygon) as number[][][]).flat();
  const [east, south] = [
    Math.max(...corners.map(([lng = 0]) => lng)),
    Math.min(...corners.map((one) => one[1] ?? 0)),
  ];
  const spot = ([x, y]: Spot) => [east + 0.02 + x / 100_000, south + y / 100_000];
  const feature = (properties: object, type: string, coordinates: unknown) => ({
    ...{ type: 'Feature', properties },
    geometry: { type, coordinates },
  });
  const outline = (...ring: Spot[]) => [[...ring, ...ring.slice(0, 1)].map(spot)];
  const box = (west: number, right: number) => outline([west, 0], [right, 0], [right, 500], [west, 500]);
  const file = (...features: object[]) => ({
    name: '新河社区.geojson',
    mimeType: 'application/geo+json',
    buffer: Buffer.from(JSON.stringify({ type: 'FeatureCollection', features })),
  });
  const bounds = feature({ kind: 'community', name: '新河社区' }, 'Polygon', box(0, 900));
  const first = feature({ name: '1 网格' }, 'Polygon', box(0, 450));
  const house = feature({ name: '1 号楼', 小区: '新河苑' }, 'Point', spot([200, 250]));
  await officer.press('改地图');
  await officer.press('导入 GeoJSON');
  const choose = (...features: object[]) => page.locator('#areas-file').setInputFiles(file(...features));
  await choose(bounds, feature({ name: '新河大道' }, 'LineString', [spot([0, 0]), spot([9, 9])]));
  await officer.see('「新河大道」不是面，也不是点');
  await officer.shot('console-areas-import-refused');
  await choose(bounds, first, feature({ name: '2 网格' }, 'Polygon', box(440, 900)), house);
  await officer.choose('网格');
  await officer.see('读到了社区的边界、2 个新网格、1 个新小区、1 栋楼');
  await officer.shot('console-areas-import');
  await officer.press('放到地图上');
  await dialog.waitFor({ state: 'hidden' });
  await officer.press('检查一下');
  await officer.see('1 网格和2 网格有一块重叠了');
  await officer.shot('console-areas-import-overlap');
  await officer.press('导入 GeoJSON');
  await choose(feature({ name: '2 网格' }, 'Polygon', box(450, 900)));
  await officer.choose('网格');
  await officer.see('读到了 1 个网格的新边界');
  await officer.press('放到地图上');
  await dialog.waitFor({ state: 'hidden' });
  await officer.press('检查一下');
  await officer.see('可以保存');
  await officer.press('保存地图');
  await officer.see('地图保存好了');
  await officer.see('2 个网格 · 1 栋楼');
  await officer.shot('console-area-set-up');
  const offered = await (await fetch(`${world.url}/api/communities`)).json();
  assert.ok(offered.items.some(({ name }: { name: string }) => name === '新河社区'));

  await officer.press('改名字和编码');
  await dialog.getByRole('button', { name: '关掉这个社区' }).click();
  await page.getByRole('dialog').last().getByRole('button', { name: '关掉社区' }).click();
  await officer.see('还有 2 个网格、1 个小区、1 栋楼，先处理完再关');
  await officer.shot('console-area-close-refused');
  await officer.close();
});
