import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ConsoleDesk } from './support/console-desk.js';
import { H5Phone } from './support/h5-phone.js';
import { drawPhoto } from './support/photos.js';
import { openWorld, type World } from './support/world.js';

let world: World;
before(async () => {
  world = await openWorld();
});
after(async () => {
  await world.close();
});

const SCANNED = '/q/AN3H2DY7';
const LINE = '3 号楼 2 单元一楼到二楼的灯不亮，晚上看不清台阶';

test('a report goes from a scanned code to a closed and rated incident, three people at once', async () => {
  const before = await drawPhoto('dark-stairs', { r: 40, g: 42, b: 48 });
  const afterwards = await drawPhoto('lit-stairs', { r: 250, g: 230, b: 190 });

  // The grid worker and the community worker are at work before anything happens.
  const gridWorker = await H5Phone.open(world.browser, world.url, '/m/#/pages/sign-in/index');
  await gridWorker.tap('#demo-grid-worker-1');
  await gridWorker.see('工作台');
  const desk = await ConsoleDesk.open(world.browser, world.url);
  await desk.signIn('shegong1', 'linli-demo-2025');
  await desk.see('待办');

  // A resident scans the code on the wall; nothing is asked of them until there is something to send.
  const resident = await H5Phone.open(world.browser, world.url, SCANNED);
  await resident.see('安澜里 3 号楼');
  await resident.shot('h5-place-signed-out');
  await resident.tap('#snap');
  await resident.choosePhotos('#report-add-photo', [before]);
  await resident.type('#report-text', LINE);
  await resident.tap('#category-lighting');
  await resident.shot('h5-report-form');
  await resident.sendReport();

  // Signing in by phone; the demo shows the code on the screen.
  await resident.type('#phone', '13900000077');
  await resident.tap('#send-code');
  const code = await resident.demoCode();
  await resident.type('#phone-code', code);
  await resident.shot('h5-sign-in');
  await resident.tap('#sign-in');

  // What they pressed before goes on by itself.
  await resident.see('收到了，谢谢您');
  await resident.see('前有人回应');
  await resident.shot('h5-report-done');
  await resident.tap('#report-follow');
  await resident.see('等待受理');
  await resident.see('您报上这件事');

  // The console hears of it by itself.
  await desk.see(LINE);

  // The grid worker takes it, judges it, starts.
  await gridWorker.reopen();
  await gridWorker.see(LINE);
  await gridWorker.shot('h5-home-grid-worker');
  await gridWorker.tap(LINE);
  await gridWorker.tap('#act-accept');
  await gridWorker.tap('#act-judge-simple');
  await gridWorker.tap('#act-dispatch');
  await gridWorker.see('办理中');
  await gridWorker.shot('h5-detail-handling');

  // The resident sees who has it without doing anything; the neighbours' names stay out of it.
  await resident.see('办理中');
  await resident.see('有人接了');

  // The community worker opens the case beside the list.
  await desk.openCase(LINE);
  await desk.see('办理中');
  await desk.shot('console-drawer-handling');

  await gridWorker.tap('#act-resolve');
  await gridWorker.choosePhotos('#resolve-add-photo', [afterwards]);
  await gridWorker.type('#resolve-note', '换了声控灯，三层都试过');
  await gridWorker.shot('h5-resolve');
  await gridWorker.tap('#resolve-send');
  await gridWorker.see('等居民确认');

  await resident.see('等您确认');
  await resident.shot('h5-detail-awaiting-me');
  await resident.tap('#rate-4');
  await resident.tap('#act-confirm');
  await resident.see('已办好');
  await resident.shot('h5-detail-closed');
  await desk.see('已办好');
  await desk.shot('console-drawer-closed');

  const [row] = await world.query<{ state: string; rating: number }>(
    'select state, rating from incident where description = ?',
    [LINE],
  );
  assert.deepEqual({ ...row }, { state: 'closed', rating: 4 });
  await Promise.all([resident.close(), gridWorker.close(), desk.close()]);
});

test('a community worker handles a case in the console to the end, and the neighbours see it once it is let through', async () => {
  const line = '清河湾 1 号楼门口的垃圾桶翻倒了，味道很大';
  const resident = await H5Phone.open(world.browser, world.url, '/m/#/pages/sign-in/index');
  await resident.tap('#demo-resident-2');
  await resident.see('随手拍');
  await resident.go(SCANNED);
  await resident.tap('#snap');
  await resident.type('#report-text', line);
  await resident.tap('#category-sanitation');
  await resident.sendReport();
  await resident.tap('#report-follow');
  await resident.see('等待受理');

  const neighbour = await H5Phone.open(world.browser, world.url, SCANNED);
  await neighbour.see('环境卫生');
  assert.equal(await neighbour.isSeen(line), false);

  const desk = await ConsoleDesk.open(world.browser, world.url);
  await desk.signIn('shegong1', 'linli-demo-2025');
  await desk.openCase(line);
  await desk.press('我来处理');
  await desk.press('简单的事');
  await desk.press('自己办');
  await desk.pressMore('让邻居看到');
  await desk.see('您公开了文字和照片');
  await desk.press('办好了');
  await desk.write('#resolve-note', '桶扶正了，地面冲过一遍');
  await desk.addPhoto(await drawPhoto('clean-bins', { r: 120, g: 160, b: 120 }));
  await desk.shot('console-resolve');
  await desk.press('办好了');
  await desk.see('等居民确认');

  await neighbour.reopen();
  await neighbour.see(line);
  await resident.lookAgain('等您确认');
  await Promise.all([resident.close(), neighbour.close(), desk.close()]);
});

test('the place chip changes the neighbourhood, and the phone remembers it', async () => {
  const phone = await H5Phone.open(world.browser, world.url, '/m/');
  await phone.see('安澜社区');
  await phone.tap('#place-chip');
  await phone.see('看哪个社区的事');
  await phone.shot('h5-place-sheet');
  await phone.tap('临河社区');
  await phone.doNotSee('看哪个社区的事');
  await phone.reopen();
  await phone.see('临河社区');
  await phone.close();
});

test('what is near comes first, the whole community is a tap away, and where nothing is near that is said', async () => {
  const [place] = await world.query<{ communityId: string; gridId: string }>(
    'select community_id as communityId, grid_id as gridId from place where code = ?',
    [SCANNED.slice('/q/'.length)],
  );
  const { communityId, gridId } = place ?? {};
  const answer = await fetch(`${world.url}/api/incidents/public?communityId=${communityId}&limit=20`);
  const { items } = (await answer.json()) as { items: { id: string; gridId: string | null }[] };
  const near = `#incident-${items.find((one) => one.gridId === gridId)?.id}`;
  const far = `#incident-${items.find((one) => one.gridId !== gridId)?.id}`;

  const phone = await H5Phone.open(world.browser, world.url, SCANNED);
  await phone.see(near);
  assert.equal(await phone.isSeen(far), false);
  await phone.shot('h5-place-near');
  await phone.tap('#around-all');
  await phone.see(far);
  await phone.tap('去邻里');
  await phone.see(near);
  await phone.shot('h5-home-near');

  await world.query('update incident set grid_id = null where grid_id = ?', [gridId]);
  await phone.lookAgain('还没有人报过事，先看全社区的');
  await phone.see(far);
  await phone.shot('h5-home-nothing-near');
  await phone.tap('#around-near');
  await phone.see('附近还没有人报过事');
  await phone.close();
});
