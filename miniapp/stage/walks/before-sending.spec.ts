import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openWechat, scanned, sendReport, shot, signInByWechat, type Wechat } from './support/wechat.js';

const CODE = 'AN3H2DY7';

let wechat: Wechat;
before(async () => {
  wechat = await openWechat();
});
after(async () => {
  await wechat.close();
});

test('on WeChat danger shows 119 first and calls it, and what is reported already is followed instead', async () => {
  const line = '3 号楼充电的电动车冒烟了';
  const first = await wechat.phone('sees-smoke-first', scanned(wechat.world.url, CODE));
  await first.tap('#snap');
  await first.see('有人有危险？先打电话');
  await first.type('#report-text', line);
  await first.see('有人有危险，先打电话');
  await shot(first, 'report-danger');
  await first.tap('#call-119');
  await first.tap('#category-fire_safety');
  await sendReport(first);
  await signInByWechat(first);
  await first.see('收到了，谢谢您');
  assert.deepEqual((await first.recorded()).phoneCalls, ['119']);
  const [row] = await wechat.world.query<{ id: string }>('select id from incident where description = ?', [
    line,
  ]);

  const second = await wechat.phone('sees-smoke-second', scanned(wechat.world.url, CODE));
  await second.tap('#snap');
  await second.type('#report-text', '楼下的车在冒烟');
  await second.tap('#category-fire_safety');
  await second.tap('#report-send');
  await second.see('是不是这一件？');
  await shot(second, 'report-near');
  await second.tap(`#near-follow-${row?.id}`);
  await signInByWechat(second);
  await second.see('您在关注');
  await shot(second, 'detail-followed');
  const followers = await wechat.world.query('select 1 from incident_follower where incident_id = ?', [
    row?.id,
  ]);
  assert.equal(followers.length, 1);
  for (const phone of [first, second]) {
    const { errors, unknownApis, oversizedSetData } = await phone.trouble();
    assert.deepEqual(
      { errors, unknownApis, oversizedSetData },
      { errors: [], unknownApis: [], oversizedSetData: [] },
    );
    await phone.close();
  }
});

test('on WeChat a report is spoken: refused and allowed, interrupted, kept when the app is killed, heard again', async () => {
  const phone = await wechat.phone('speaks', scanned(wechat.world.url, CODE));
  await phone.tap('#snap');
  await phone.permit('microphone', 'deny');
  await phone.tap('#voice-start');
  await phone.see('话筒没有打开');
  await shot(phone, 'voice-refused');
  await phone.tap('#voice-settings');
  await phone.tap('全部允许');
  await phone.tap('#voice-start');
  await phone.see('2 秒');
  await phone.see('着火、救人先打 119、120');
  await shot(phone, 'voice-recording');
  await phone.world('interruptRecording');
  await phone.see('听录音 2 秒');
  await phone.killAndReopen();
  await phone.tap('#snap');
  await phone.see('听录音 2 秒');
  await phone.tap('#voice-listen');
  await phone.see('正在放，点一下停');
  await phone.see('听录音 2 秒');
  await shot(phone, 'voice-kept');
  await phone.tap('#category-lighting');
  await sendReport(phone);
  await signInByWechat(phone);
  await phone.see('收到了，谢谢您');
  await phone.tap('#report-follow');
  await phone.tap('#voice-listen');
  await phone.see('正在放，点一下停');
  await phone.see('听录音 2 秒');
  await phone.see('只有您和社区的人听得到');
  await shot(phone, 'detail-voice');

  const { played } = await phone.recorded();
  assert.equal(played.length, 2);
  assert.match(played[1] ?? '', /\/api\/voices\/.+\/voice\.mp3\?/);
  const notes = await wechat.world.query<{ format: string }>(
    'select format from voice_note where incident_id is not null and format = ?',
    ['mp3'],
  );
  assert.ok(notes.length >= 1);
  const { errors, unknownApis, oversizedSetData } = await phone.trouble();
  assert.deepEqual(
    { errors, unknownApis, oversizedSetData },
    { errors: [], unknownApis: [], oversizedSetData: [] },
  );
  await phone.close();
});
