import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
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

const phoneAt = (path: string, width?: number) => H5Phone.open(world.browser, world.url, path, width);

async function signedInAs(key: string): Promise<H5Phone> {
  const phone = await phoneAt('/m/#/pages/sign-in/index');
  await phone.tap(`#demo-${key}`);
  await phone.see('随手拍');
  return phone;
}

test('an unknown, a revoked and a torn place code each say what to do next', async () => {
  const phone = await phoneAt('/q/XXXXXXXX');
  await phone.see('没有这个地方的码');
  await phone.shot('h5-place-unknown');
  await phone.go('/q/AN7W4KP9');
  await phone.see('已经停用');
  await phone.go('/q/AN3');
  await phone.see('不完整');
  await phone.tap('回到邻里');
  await phone.see('身边的事');
  await phone.close();
});

test('a draft survives closing the app, and a server that is gone in the middle costs nothing', async () => {
  const line = '槐荫苑门口的路灯一闪一闪，已经三天了';
  const phone = await signedInAs('resident-6');
  await phone.go('/q/AN3H2DY7');
  await phone.tap('#snap');
  await phone.choosePhotos('#report-add-photo', [await drawPhoto('lamp', { r: 90, g: 90, b: 70 })]);
  await phone.type('#report-text', line);
  await phone.tap('#category-lighting');
  await phone.doNotSee('正在传');

  await phone.reopen();
  await phone.see('提交');
  assert.equal(await phone.typed('#report-text'), line);

  await world.stopServer();
  await phone.tap('#report-send');
  await phone.see('草稿已存好');
  await phone.shot('h5-report-server-gone');
  await world.startServer();
  await phone.sendReport();
  await phone.see('收到了，谢谢您');

  const rows = await world.query('select id from incident where description = ?', [line]);
  assert.equal(rows.length, 1);
  await phone.close();
});

test('a form that lacks something says so beside the field and keeps its button', async () => {
  const phone = await signedInAs('resident-5');
  await phone.tap('#snap');
  await phone.tap('#report-send');
  await phone.see('拍一张照片，写一句，或者说一段');
  await phone.see('选一个最像的类别');
  await phone.see('选一个地方，或者写一句在哪里');
  await phone.shot('h5-report-faults');
  await phone.close();
});

test('who gives no position finds a public place by its name, or says in words where it is', async () => {
  const garden = '花园的长椅断了一条腿';
  const phone = await signedInAs('resident-5');
  await phone.tap('#snap');
  await phone.type('#report-text', garden);
  await phone.tap('#category-facility');
  // A browser that was never allowed to tell its position refuses.
  await phone.tap('#report-locate');
  await phone.see('没拿到位置');
  await phone.tap('花园、门口这些');
  await phone.see('清河湾北门');
  await phone.shot('h5-report-public-places');
  await phone.type('#report-building-search', '中心花园');
  await phone.page.getByRole('button', { name: /^中心花园/ }).tap();
  await phone.sendReport();
  await phone.see('收到了，谢谢您');

  const kerb = '路边的护栏倒了';
  const where = '和悦街公交站旁';
  await phone.go('/m/#/pages/home/index');
  await phone.tap('#snap');
  await phone.type('#report-text', kerb);
  await phone.tap('#category-facility');
  // The position comes only after they have said where it is: what they said holds.
  await phone.context.grantPermissions(['geolocation']);
  await phone.context.setGeolocation({ longitude: 118.6, latitude: 37.4 });
  let answer = () => {};
  const late = new Promise<void>((done) => {
    answer = done;
  });
  await phone.page.route('**/api/locate?*', async (route) => {
    await late;
    const nearestBuilding = { estateName: '清河湾', name: '9 号楼' };
    await route.fulfill({ json: { community: null, grid: null, nearestBuilding } });
  });
  await phone.tap('#report-locate');
  await phone.type('#report-building-search', where);
  await phone.see(`没有找到「${where}」`);
  await phone.tap('#report-place-in-words');
  assert.equal(await phone.typed('#report-place-note'), where);
  const answered = phone.page.waitForResponse('**/api/locate?*');
  answer();
  await answered;
  await phone.doNotSee('清河湾 9 号楼附近');
  await phone.type('#report-place-note', '');
  await phone.tap('#report-send');
  await phone.see('写一句在哪里，社区的人好找过去');
  await phone.shot('h5-report-place-in-words');
  await phone.type('#report-place-note', where);
  await phone.sendReport();
  await phone.see('已经交给社区');
  await phone.shot('h5-report-done-in-words');

  const rows = await world.query<{ label: string; grid: string | null; note: string | null }>(
    `select place_label as label, grid_id as grid, place_note as note from incident
      where description in (?, ?) order by reported_at`,
    [garden, kerb],
  );
  assert.equal(rows[0]?.label, '中心花园');
  assert.deepEqual(rows[1], { label: '安澜社区（地点待核实）', grid: null, note: where });

  // Whoever asks back puts it where it is; the resident reads that it was found.
  const desk = await ConsoleDesk.open(world.browser, world.url);
  await desk.signIn('shegong1', 'linli-demo-2025');
  await desk.openCase(kerb);
  await desk.press('补上地点');
  await desk.press('补上地点');
  await desk.see('选一栋楼，或者在地图上点一下');
  await desk.press('在地图上点');
  await desk.page.locator('.caller-map').click({ position: { x: 250, y: 100 } });
  await desk.shot('console-locate');
  await desk.pick('哪栋楼、哪个地方', '清河湾北门');
  await desk.press('补上地点');
  await desk.see('您补上了地点：清河湾北门');
  assert.equal(await desk.isOffered('补上地点'), false);
  await phone.tap('#report-follow');
  await phone.see('补上了地点：清河湾北门');
  await phone.shot('h5-located');
  await Promise.all([phone.close(), desk.close()]);
});

test('a PDF that calls itself a photo is refused in words and can be taken away', async () => {
  const path = resolve(import.meta.dirname, '../.data/walks/photos/not-a-photo.jpg');
  await drawPhoto('any', { r: 1, g: 2, b: 3 });
  writeFileSync(path, '%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n');
  const phone = await signedInAs('resident-5');
  await phone.tap('#snap');
  await phone.choosePhotos('#report-add-photo', [path]);
  await phone.see('不是照片');
  await phone.shot('h5-report-not-a-photo');
  await phone.close();
});

test('two workers accept at once: one has it, the other is told who', async () => {
  const line = '清河湾 2 号楼下水道返味';
  const resident = await signedInAs('resident-4');
  await resident.go('/q/AN3H2DY7');
  await resident.tap('#snap');
  await resident.type('#report-text', line);
  await resident.tap('#category-water');
  await resident.sendReport();
  await resident.tap('#report-follow');
  await resident.see('等待受理');

  const worker = await signedInAs('grid-worker-1');
  const [reported] = await world.query<{ id: string }>('select id from incident where description = ?', [
    line,
  ]);
  // As from a message: straight to the case.
  await worker.go(`/m/#/packages/incident/pages/detail/index?id=${reported?.id}`);
  await worker.see('#act-accept');
  const desk = await ConsoleDesk.open(world.browser, world.url);
  await desk.signIn('shegong1', 'linli-demo-2025');
  await desk.openCase(line);
  await desk.see('我来处理');
  // At the same moment; whose it becomes is nobody's to say beforehand.
  await Promise.all([desk.press('我来处理'), worker.tap('#act-accept')]);
  await Promise.any([worker.see('演示社工一已经接了这件事'), desk.see('演示网格员一已经接了这件事')]);
  await worker.shot('h5-accept-told-who');
  await Promise.all([resident.close(), worker.close(), desk.close()]);
});

test('what is tapped before the last answer is here is done after it', async () => {
  const worker = await signedInAs('grid-worker-1');
  const [waiting] = await world.query<{ id: string }>(
    `select i.id from incident i join area g on g.id = i.grid_id
      where g.name = '3 网格' and i.state = 'reported' order by i.reported_at desc limit 1`,
  );
  await worker.go(`/m/#/packages/incident/pages/detail/index?id=${waiting?.id}`);
  await worker.tap('#act-accept');
  const line = await loseTime(worker, '**/judge');
  await worker.tap('#act-judge-simple');
  // The screen asks again by itself and so knows the next step before the answer to this one has come.
  await worker.tap('#act-dispatch');
  line.goOn();
  await worker.see('办理中');
  await worker.close();
});

/** What is sent arrives, but its answer is on the way until the line goes on. */
async function loseTime(phone: H5Phone, path: string): Promise<{ goOn(): void }> {
  let goOn = () => {};
  const free = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  await phone.page.route(path, async (route) => {
    const response = await route.fetch();
    await free;
    await route.fulfill({ response });
  });
  return { goOn };
}

test('a wrong one-time code and a wrong password are told kindly', async () => {
  const phone = await phoneAt('/m/#/pages/sign-in/index');
  await phone.type('#phone', '13900000088');
  await phone.tap('#send-code');
  const right = await phone.demoCode();
  await phone.type('#phone-code', right === '000000' ? '000001' : '000000');
  await phone.tap('#sign-in');
  await phone.see('不对');
  await phone.shot('h5-sign-in-wrong-code');
  await phone.close();

  const desk = await ConsoleDesk.open(world.browser, world.url);
  await desk.signIn('shegong1', 'not-the-password');
  await desk.see('不对');
  await desk.shot('console-sign-in-wrong');
  await desk.close();
});

test('somebody without a staff appointment finds no console, and a resident no workbench', async () => {
  const desk = await ConsoleDesk.open(world.browser, world.url);
  await desk.signIn('wangge1', 'linli-demo-2025');
  await desk.see('没有');
  await desk.shot('console-not-permitted');
  await desk.close();
  const phone = await signedInAs('resident-2');
  await phone.go('/m/#/packages/workbench/pages/list/index');
  await phone.see('网格员');
  await phone.shot('h5-workbench-not-permitted');
  await phone.close();
});

test('without a network the screens show what was seen, and from when', async () => {
  const phone = await signedInAs('resident-1');
  await phone.see('身边的事');
  await phone.see('公共照明');
  await phone.context.setOffline(true);
  await phone.tap('#tab-me');
  await phone.tap('#tab-home');
  await phone.see('连不上，看到的是');
  await phone.shot('h5-home-offline');
  await phone.context.setOffline(false);
  await phone.close();
});
