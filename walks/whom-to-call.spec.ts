import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
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

const WORK_CARD = '/m/#/packages/me/pages/work-card/index';
const detail = (id: string) => `/m/#/packages/incident/pages/detail/index?id=${id}`;
const open = (path: string) => H5Phone.open(world.browser, world.url, path);

async function phoneOf(key: string): Promise<H5Phone> {
  const phone = await open('/m/#/pages/sign-in/index');
  await phone.tap(`#demo-${key}`);
  await phone.see('身边的事');
  return phone;
}

/** The name of a building in the grid worker's grid, as the list writes it. */
async function buildingOf(grid: string): Promise<string> {
  const [row] = await world.query<{ name: string; estate: string }>(
    `select b.name, e.name as estate from area b join area g on g.id = b.grid_id join estate e on e.id = b.estate_id
      where b.kind = 'building' and g.name = ? order by e.sort, b.sort limit 1`,
    [grid],
  );
  return `${row?.estate} ${row?.name}`;
}

test('a neighbour who is not signed in finds whom to call, and a grid worker takes their number back', async () => {
  const building = await buildingOf('3 网格');
  const secretary = await ConsoleDesk.open(world.browser, world.url);
  await secretary.signIn('shuji1', 'linli-demo-2025');
  await secretary.see('待办');
  await secretary.go('/console/settings/duty-phone');
  await secretary.press('换一个');
  await secretary.write('#duty-phone', '打值班室');
  await secretary.press('保存');
  await secretary.see('带区号的座机号');
  await secretary.shot('console-duty-phone-wrong');
  await secretary.write('#duty-phone', '0500-2000 0003');
  await secretary.press('保存');
  await secretary.see('0500-20000003');
  await secretary.close();

  const neighbour = await open('/m/');
  await neighbour.see('有事找谁');
  await neighbour.tap('#call-duty');
  await neighbour.tap('#choose-my-building');
  await neighbour.type('#my-building-search', '没有这栋楼');
  await neighbour.see('换个说法试试');
  await neighbour.type('#my-building-search', building);
  await neighbour.shot('h5-my-building');
  await neighbour.page.getByRole('button', { name: new RegExp(`^${building}`) }).tap();
  await neighbour.see('我的网格员');
  await neighbour.see('演示网格员一');
  await neighbour.shot('h5-my-worker');
  await neighbour.tap('#call-worker-1');
  await world.until(async () => neighbour.calls.length === 2);
  assert.deepEqual(neighbour.calls, ['050020000003', '050010000002']);

  const worker = await phoneOf('grid-worker-1');
  await worker.tap('#tab-me');
  await worker.tap('#my-work-card');
  await worker.see('居民现在看得到这个号码');
  await worker.shot('h5-work-card');
  await worker.type('#work-phone', '1380000abc');
  await worker.tap('#work-card-save');
  await worker.see('请填 11 位手机号');
  await worker.tap('#work-agree');
  await worker.see('居民现在看不到号码');
  await worker.shot('h5-work-card-taken-back');

  await neighbour.lookAgain('演示网格员一');
  assert.equal(await neighbour.isSeen('#call-worker-1'), false);
  await neighbour.see('#call-duty');

  await worker.type('#work-phone', '138 0000 0999');
  await worker.tap('#work-agree');
  await worker.reopen();
  await worker.see('存好，给居民看');
  // What was begun is still there, and nothing of it is shown yet.
  assert.equal(await worker.typed('#work-phone'), '138 0000 0999');
  await neighbour.lookAgain('演示网格员一');
  assert.equal(await neighbour.isSeen('#call-worker-1'), false);
  await worker.tap('#work-card-save');
  await worker.see('居民现在看得到这个号码');
  await neighbour.lookAgain('#call-worker-1');

  const [only] = await world.query<{ id: string }>(
    `select a.id from appointment a join area g on g.id = a.area_id and g.kind = 'grid' and g.name = '3 网格'
       join place p on p.community_id = g.community_id and p.code = 'AN3H2DY7'
      where a.role = 'grid_worker' and a.to_at is null`,
  );
  await world.query('update appointment set to_at = now(3) where id = ?', [only?.id]);
  await neighbour.lookAgain('这个网格还没有网格员，先打社区电话');
  await neighbour.see('#call-duty');
  await neighbour.shot('h5-my-worker-nobody');
  await world.query('update appointment set to_at = null where id = ?', [only?.id]);

  const outsider = await phoneOf('resident-6');
  await outsider.go(WORK_CARD);
  await outsider.see('网格员和社区工作者才有');
  await outsider.shot('h5-work-card-not-permitted');
  await Promise.all([neighbour, worker, outsider].map((phone) => phone.close()));
});

test('what is passed on in a browser is a link that opens for somebody signed out; what is for few has none', async () => {
  const [shown, hidden] = await Promise.all(
    ['=', '<>'].map(async (is) => {
      const [row] = await world.query<{ id: string; placeLabel: string }>(
        `select i.id, i.place_label as placeLabel from incident i
           join incident_category c on c.code = i.category_code join area g on g.id = i.grid_id
          where c.visibility ${is} 'public' and g.name = '3 网格' order by i.reported_at desc limit 1`,
      );
      return row;
    }),
  );
  const worker = await phoneOf('grid-worker-1');
  await worker.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await worker.go(detail(shown?.id ?? ''));
  // The home screen that one comes from has a button of the same kind.
  await worker.see('办到哪了');
  await worker.tap('#share');
  await worker.see('链接复制好了');
  const link = await worker.page.evaluate(() => navigator.clipboard.readText());
  assert.equal(link, `${world.url}${detail(shown?.id ?? '')}`);
  const stranger = await open(link.slice(world.url.length));
  await stranger.see(shown?.placeLabel ?? 'a place');
  await stranger.see('#follow');
  await stranger.shot('h5-shared');
  await worker.go(detail(hidden?.id ?? ''));
  await worker.see('办到哪了');
  assert.equal(await worker.isSeen('#share'), false);
  await Promise.all([worker.close(), stranger.close()]);
});
