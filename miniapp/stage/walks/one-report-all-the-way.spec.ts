import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { drawPhoto } from '../../../walks/support/photos.js';
import type { Phone } from '../driver.js';
import { openWechat, pickFromAlbum, scanned, shot, type Wechat } from './support/wechat.js';

const CODE = 'AN3H2DY7';
const PLACE = '安澜里 3 号楼';

let wechat: Wechat;
before(async () => {
  wechat = await openWechat();
});
after(async () => {
  await wechat.close();
});

async function assertNoTrouble(phone: Phone): Promise<void> {
  assert.deepEqual(await phone.trouble(), {
    errors: [],
    unknownApis: [],
    unknownComponents: [],
    bundleProblems: [],
    oversizedSetData: [],
  });
  const { setData } = await phone.recorded();
  assert.ok(setData.largestBytes < 64 * 1024, `${setData.largestAt}: ${setData.largestBytes} bytes`);
}

const incidents = (description: string) =>
  wechat.world.query<{ id: string; state: string; rating: number | null }>(
    'select id, state, rating from incident where description = ?',
    [description],
  );

/** What runs out first stands first on the home screen's workbench. */
async function assertSortedByDue(phone: Phone): Promise<void> {
  const rows = phone.page.locator('[id*="--work-"]').filter({ visible: true });
  const ids = await rows.evaluateAll((all) => all.map(({ id }) => id.split('--work-')[1] ?? ''));
  assert.ok(ids.length > 1, 'the home screen shows the top of the workbench');
  const known = await wechat.world.query<{ id: string; dueAt: Date | string | null }>(
    'select id, next_due_at as dueAt from incident where id in (?)',
    [ids],
  );
  const due = ids.map((id) => {
    const dueAt = known.find((one) => one.id === id)?.dueAt;
    return dueAt ? +new Date(dueAt) : Number.POSITIVE_INFINITY;
  });
  assert.equal(known.length, ids.length);
  assert.deepEqual(due, [...due].sort((one, other) => (one < other ? -1 : 1)));
}

test('on WeChat a resident reports from a scanned code and a grid worker handles it to the end', async () => {
  const line = '3 号楼 2 单元楼道灯不亮，老人上楼看不清';
  const stairs = await drawPhoto('weapp-dark-stairs', { r: 40, g: 42, b: 48 });
  const landing = await drawPhoto('weapp-dark-landing', { r: 60, g: 58, b: 50 });
  const lit = await drawPhoto('weapp-lit-stairs', { r: 250, g: 230, b: 190 });

  const resident = await wechat.phone('resident-on-wechat', scanned(wechat.world.url, CODE));
  await resident.see(PLACE);
  await resident.see('身边的事');
  await shot(resident, 'place-signed-out');
  await resident.tap('#snap');
  await pickFromAlbum(resident, '#report-add-photo', [stairs, landing]);
  await resident.see('照片先存在手机里');
  await resident.type('#report-text', line);
  await resident.tap('#category-lighting');
  await shot(resident, 'report-form');
  await resident.tap('#report-send');
  await resident.tap('用微信登录');
  await resident.see('收到了，谢谢您');
  await shot(resident, 'report-done');
  await resident.tap('#report-follow');
  await resident.see('等待受理');
  await resident.see(line);

  const gridWorker = await wechat.phone('grid-worker-on-wechat', { path: 'pages/sign-in/index' });
  await gridWorker.tap('#demo-grid-worker-1');
  await gridWorker.see('工作台');
  await gridWorker.see(line);
  await assertSortedByDue(gridWorker);
  await shot(gridWorker, 'home-grid-worker');
  await gridWorker.tap(line);
  await gridWorker.tap('#act-accept');
  await gridWorker.tap('#act-judge-simple');
  await gridWorker.tap('#act-dispatch');
  await gridWorker.see('办理中');
  await resident.see('办理中');

  await gridWorker.tap('#act-resolve');
  await pickFromAlbum(gridWorker, '#resolve-add-photo', [lit]);
  await gridWorker.type('#resolve-note', '换了声控灯，三层都试过');
  await shot(gridWorker, 'resolve');
  await gridWorker.tap('#resolve-send');
  await gridWorker.see('等居民确认');

  await resident.see('等您确认');
  await shot(resident, 'detail-awaiting-me');
  await resident.tap('#rate-5');
  await resident.tap('#act-confirm');
  await resident.see('已办好');
  await shot(resident, 'detail-closed');

  const [row, ...others] = await incidents(line);
  assert.equal(others.length, 0);
  assert.equal(row?.state, 'closed');
  assert.equal(row?.rating, 5);
  await assertNoTrouble(resident);
  await assertNoTrouble(gridWorker);
  await Promise.all([resident.close(), gridWorker.close()]);
});
