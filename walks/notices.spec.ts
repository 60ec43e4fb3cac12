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

const PLACE = '/q/AN3H2DY7';
const PASSWORD = 'linli-demo-2025';
const TITLE = '二次供水检修，晚上停水';

async function deskOf(account: string, path: string, look = {}): Promise<ConsoleDesk> {
  const desk = await ConsoleDesk.open(world.browser, world.url, look);
  await desk.signIn(account, PASSWORD);
  await desk.page.locator('.side-nav').waitFor();
  await desk.go(path);
  return desk;
}

const gridNamed = async (name: string) => {
  const [grid] = await world.query<{ id: string; communityId: string; buildingId: string }>(
    `select g.id, g.community_id as communityId, min(b.id) as buildingId from area g join area b on b.grid_id = g.id
      where g.kind = 'grid' and b.kind = 'building' and g.name = ? and b.name = '3 号楼' group by g.id`,
    [name],
  );
  assert.ok(grid);
  return grid;
};
const idOf = (title: string) =>
  world.until(async () => {
    const [row] = await world.query<{ id: string }>('select id from notice where title = ?', [title]);
    return row?.id ?? null;
  });
const pageOf = (id: string) => `/m/#/packages/notice/pages/detail/index?id=${id}`;

test('a notice with a telephone number waits for the secretary, is read on a phone, counted, and taken back with a reason', async () => {
  const { id: gridId, communityId, buildingId } = await gridNamed('3 网格');
  const [neighbour] = await world.query<{ id: string }>(
    "select id from person where demo_key = 'resident-6'",
  );
  await world.query(
    `insert into household_member (id, home_id, community_id, grid_id, building_id, home_label, person_id, name,
       relation, lives_here, state, claimed_at, open_key, request_hash)
     values (uuid(), uuid(), ?, ?, ?, '安澜里 3 号楼', ?, '演示居民六', 'owner', 1, 'confirmed', now(3), uuid(), '')`,
    [communityId, gridId, buildingId, neighbour?.id],
  );
  const worker = await deskOf('shegong1', '/console/notices/new');
  await worker.press('发布通知');
  await worker.see('选一个类别');
  await worker.choose('停水');
  await worker.write('#notice-title', TITLE);
  await worker.write('#notice-starts', '2035-01-02T20:00');
  await worker.write('#notice-ends', '2035-01-02T19:00');
  await worker.see('结束要在开始之后');
  await worker.write('#notice-starts', '');
  await worker.write('#notice-ends', '');
  await worker.choose('选网格');
  await worker.see('选好是哪些网格');
  await worker.choose('3 网格');
  await worker.see('发布后会告诉约');
  await worker.write('#notice-body', '检修水箱，请提前接水。有急事打 13800000298。');
  // What was begun is still there.
  await worker.page.reload();
  await worker.see(TITLE);
  await worker.shot('console-notice-write');
  await worker.press('发布通知');
  await worker.see('还没有发布：像手机号');
  await worker.see('要请社区书记看一看');
  await worker.shot('console-notice-waiting');
  const id = await idOf(TITLE);

  const phone = await H5Phone.open(world.browser, world.url, pageOf(id));
  await phone.see('没有找到这条通知');
  // Somebody who lives there has the app open all the while; no waiting for half a minute to pass.
  const resident = await H5Phone.open(world.browser, world.url, '/m/#/pages/sign-in/index');
  await resident.tap('#demo-resident-6');
  await resident.see('身边的事');
  await resident.page.clock.install();
  await resident.lookAgain('身边的事');
  assert.doesNotMatch(await resident.wordsOf('#tab-me'), /\d/);

  const secretary = await deskOf('shuji1', '/console/notices?state=waiting');
  await secretary.openCase(TITLE);
  await secretary.press('看过了，放行');
  await secretary.see('已读 0 人');
  await secretary.page.getByText(/^已告知 [1-9]\d* 人$/).waitFor();
  await secretary.shot('console-notice-told');
  const message = await world.until(async () => {
    const [row] = await world.query<{ id: string }>(
      'select id from inbox_message where link_id = ? and person_id = ?',
      [id, neighbour?.id],
    );
    return row ?? null;
  });
  await resident.page.clock.fastForward(30_000);
  await resident.seeIn('#tab-me', /1/);

  await phone.go(PLACE);
  await phone.see('安澜里 3 号楼');
  await phone.go('/m/#/pages/home/index');
  await phone.see(TITLE);
  await phone.seeIn(`#notice-${id}`, /新/);
  await phone.shot('home-notices');
  await phone.tap('#all-notices');
  await phone.see('这里的');
  await phone.shot('notices-list');
  await phone.tap(`#notice-${id}`);
  await phone.see('检修水箱，请提前接水');
  await phone.shot('notice-detail');
  await phone.go('/m/#/packages/notice/pages/list/index');
  await phone.see('这里的');
  // Somebody who is not signed in is not told again on this phone, and is counted nowhere.
  await world.until(async () => ((await phone.wordsOf(`#notice-${id}`)).includes('新') ? null : true));

  // The network goes while it is read: the phone says it later, and once.
  await resident.context.route('**/read', (route) => route.abort());
  await resident.go(pageOf(id));
  await resident.see('检修水箱，请提前接水');
  await resident.context.unroute('**/read');
  // Whoever lives there finds it among their messages, too.
  await resident.go('/m/#/packages/me/pages/messages/index');
  await resident.seeIn(`#message-${message.id}`, /3 网格/);
  await resident.shot('message-of-a-notice');
  await resident.tap(`#message-${message.id}`);
  await resident.page.waitForURL((url) => url.hash.includes(`notice/pages/detail/index?id=${id}`));
  await resident.go('/m/#/packages/notice/pages/list/index');
  await world.until(async () => {
    const rows = await world.query('select person_id from notice_read where notice_id = ?', [id]);
    return rows.length === 1 ? true : null;
  });
  await worker.go(`/console/notices/${id}`);
  await worker.see('已读 1 人');
  await worker.see('没登录也能看');

  await worker.press('撤回');
  await worker.press('撤回这条通知');
  await worker.see('写一句为什么撤回');
  await worker.write('#notice-withdraw-words', '水箱已经修好，不停水了');
  await worker.press('撤回这条通知');
  await worker.see('已撤回');
  await worker.shot('console-notice-withdrawn');
  await phone.go(pageOf(id));
  await phone.reopen();
  await phone.see('水箱已经修好，不停水了');
  await phone.shot('notice-withdrawn');
  await phone.tap('看全部通知');
  await phone.see('全社区');
  await phone.doNotSee(TITLE);
  await phone.tap('#notices-past');
  await phone.see('配电室检修');
  for (const one of [phone, resident, worker, secretary]) await one.close();
});

test('the console shows its notices at a desk, in the dark, and on a phone, and only to who may see them', async () => {
  for (const look of [{}, { dark: true }, { width: 390, height: 844 }]) {
    const name = look.dark ? 'dark' : look.width ? 'phone' : 'desk';
    const desk = await deskOf('shuji1', '/console/notices', look);
    await desk.see('义诊来了');
    await desk.shot(`console-notices-${name}`);
    await desk.openCase('义诊来了');
    await desk.see('已读 3 人');
    await desk.shot(`console-notice-${name}`);
    await desk.go('/console/notices/new');
    await desk.see('居民看到的样子');
    await desk.shot(`console-notice-form-${name}`);
    await desk.close();
  }
  // Sent, every answer lost, then a word corrected: what went out is shown, instead of a form that can never be sent.
  const desk = await deskOf('shuji1', '/console/notices/new');
  await desk.choose('活动');
  await desk.write('#notice-title', '周六早上扫楼道');
  await desk.write('#notice-body', '请带扫帚。');
  const line = await desk.loseAnswersOf('**/api/notices');
  await desk.press('发布通知');
  await desk.see('连不上服务器');
  await line.mend();
  await desk.write('#notice-title', '周六上午扫楼道');
  await desk.press('发布通知');
  await desk.see('上次其实发出去了');
  await desk.see('已读 0 人');
  await desk.see('周六早上扫楼道');
  await desk.go('/console/notices/new');
  await desk.see('居民看到的样子');
  assert.equal(await desk.page.locator('#notice-title').inputValue(), '');
  await desk.close();
  const officer = await deskOf('chengguan1', '/console/notices');
  await officer.see('这一页不归您看');
  await officer.close();
});
