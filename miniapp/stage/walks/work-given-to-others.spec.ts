import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { drawPhoto } from '../../../walks/support/photos.js';
import type { Phone } from '../driver.js';
import { openWechat, pickFromAlbum, scanned, sendReport, shot, type Wechat } from './support/wechat.js';

const CODE = 'AN3H2DY7';

let wechat: Wechat;
before(async () => {
  wechat = await openWechat();
});
after(async () => {
  await wechat.close();
});

/** Somebody of the demo neighbourhood on a phone of their own. */
async function signedInAs(key: string): Promise<Phone> {
  const phone = await wechat.phone(key, { path: 'pages/sign-in/index' });
  await phone.tap(`#demo-${key}`);
  await phone.see('随手拍');
  return phone;
}

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

test('on WeChat a helper does a task from the list to the end, and a resident says it is not done', async () => {
  const line = '3 号楼 2 单元的信报箱门掉了，信散在地上';
  const note = '把信报箱的门装回去，锁也换了';
  const resident = await signedInAs('resident-6');
  await resident.killAndReopen(scanned(wechat.world.url, CODE));
  await resident.tap('#snap');
  await resident.type('#report-text', line);
  await resident.tap('#category-facility');
  await sendReport(resident);
  await resident.tap('#report-follow');
  await resident.see('等待受理');

  const worker = await signedInAs('grid-worker-1');
  await worker.see(line);
  await worker.tap(line);
  await worker.tap('#act-accept');
  await worker.tap('#act-judge-complex');
  await worker.tap('#act-hand-over');
  await worker.tap('#route-assisted');
  await worker.tap('安澜物业');
  await worker.tap('#due-1-four-hours');
  await worker.type('#part-note-1', note);
  await shot(worker, 'dispatch');
  await worker.tap('#dispatch-send');
  await worker.see('谁在办');

  const helper = await signedInAs('co-helper-1');
  await helper.see('请我们办的事');
  await shot(helper, 'home-co-helper');
  await helper.tap(note);
  await helper.see('这里不写是谁报的');
  await helper.tap('#act-accept');
  await shot(helper, 'task');
  await helper.tap('#act-finish');
  await pickFromAlbum(helper, '#finish-add-photo', [
    await drawPhoto('weapp-letter-boxes', { r: 120, g: 140, b: 120 }),
  ]);
  await helper.type('#finish-note', '门装好了，锁换了新的');
  await shot(helper, 'task-finish');
  await helper.tap('#finish-send');
  await helper.see('用时');
  await helper.see('有 1 张照片');

  await worker.tap('#act-resolve');
  await worker.type('#resolve-note', '物业装好了，看过');
  await worker.tap('#resolve-send');
  await resident.see('等您确认');
  await resident.tap('#act-dispute');
  await resident.type('#dispute-note', '锁换了，钥匙还没给我们');
  await shot(resident, 'dispute');
  await resident.tap('#dispute-send');
  await resident.see('第 2 次办');
  await shot(resident, 'second-round');

  const [row] = await wechat.world.query<{ state: string; round: number }>(
    'select state, round from incident where description = ?',
    [line],
  );
  assert.deepEqual({ ...row }, { state: 'handling', round: 2 });
  for (const phone of [resident, worker, helper]) {
    await assertNoTrouble(phone);
    await phone.close();
  }
});
