import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { H5Phone } from './support/h5-phone.js';
import { openWorld, type World } from './support/world.js';

let world: World;
before(async () => {
  world = await openWorld({ LINLI_SWEEP_MS: '500' });
});
after(async () => {
  await world.close();
});

const NUMBER = '13900000551';
const LINE = '花坛边的护栏松了，孩子爱靠在上面';

/** Nobody waits for a code's minute or for the days of a cooling-off. */
const letTimePass = () => world.query('update phone_code_quota set last_sent_at = null');

async function signIn(phone: H5Phone, number: string): Promise<void> {
  await letTimePass();
  await phone.type('#phone', number);
  await phone.tap('#send-code');
  await phone.type('#phone-code', await phone.demoCode());
  await phone.tap('#sign-in');
}

test('somebody is told first, says no, says yes, sees what is kept, leaves, stays, leaves, and comes again as somebody new', async () => {
  const phone = await H5Phone.open(world.browser, world.url, '/m/#/pages/home/index');
  await phone.see('身边的事');
  await phone.tap('#snap');
  await phone.type('#report-text', LINE);
  await phone.tap('#category-facility');
  await phone.type('#report-building-search', '安澜里3');
  await phone.tap('安澜里 3 号楼');
  await phone.sendReport();

  // The number goes nowhere before the notice; no leads on to reading.
  await phone.type('#phone', NUMBER);
  await phone.tap('#send-code');
  await phone.see('用之前，先跟您说清楚');
  await phone.shot('h5-privacy-notice');
  await phone.tap('#privacy-decline');
  await phone.see('不登录也可以');
  await phone.shot('h5-privacy-declined');
  assert.deepEqual(await world.query('select 1 from one_time_code'), []);
  await phone.tap('#send-code');
  await phone.tap('#privacy-whole');
  // The sheet has a button that speaks of fourteen years, too: only the whole text says how long things are kept.
  await phone.see('放多久');
  await phone.shot('h5-privacy-whole');
  await phone.page.goBack();
  await phone.tap('#privacy-agree');
  await phone.type('#phone-code', await phone.demoCode());
  await phone.tap('#sign-in');
  await phone.see('收到了，谢谢您');

  await phone.go('/m/#/pages/me/index');
  await phone.see('139****0551');
  await phone.shot('h5-me-with-number');
  await phone.tap('#privacy');
  await phone.see('存了我的什么');
  await phone.see('让您能登录');
  await phone.see('手机号 139****0551');
  await phone.see('同意了第 2 版');
  await phone.shot('h5-privacy');
  await phone.tap('#ask-export');
  const [download] = await Promise.all([phone.page.waitForEvent('download'), phone.tap('#export-json')]);
  const words = await (await download.createReadStream()).toArray();
  assert.match(Buffer.concat(words).toString('utf8'), new RegExp(LINE));

  await phone.tap('#my-details');
  await phone.see('139****0551');
  await phone.type('#my-name', '护栏边的人');
  await phone.tap('#change-name');
  await phone.see('姓名改好了');
  await phone.shot('h5-my-details');

  await phone.go('/m/#/packages/me/pages/leave/index');
  await phone.tap('#ask-to-leave');
  await phone.see('随时可以反悔');
  await phone.go('/m/#/pages/me/index');
  await phone.see('#leaving');
  await phone.shot('h5-leaving');
  await phone.tap('#stay');
  await phone.doNotSee('#leaving');
  await phone.go('/m/#/packages/me/pages/leave/index');
  await phone.tap('#ask-to-leave');
  await phone.see('随时可以反悔');
  await world.query('update privacy_erasure set next_try_at = now(3) where open_key is not null');
  await world.until(async () => {
    const [gone] = await world.query<{ name: string }>('select name from person where erased_at is not null');
    return gone?.name === '已注销用户' ? gone : null;
  });
  const [incident] = await world.query<{ state: string }>(
    'select state from incident where description = ?',
    [LINE],
  );
  assert.equal(incident?.state, 'reported');

  await phone.go('/m/#/pages/me/index');
  await phone.reopen();
  await phone.tap('#go-sign-in');
  await signIn(phone, NUMBER);
  // The phone knows the notice; whoever this is now has never been asked.
  await phone.tap('#privacy-agree');
  await phone.see('居民');
  await phone.go('/m/#/packages/incident/pages/mine/index');
  await phone.doNotSee(LINE);
  await phone.close();
});

test('a child waits for a guardian, who agrees by their own phone and takes it back without an account', async () => {
  const phone = await H5Phone.open(world.browser, world.url, '/m/#/pages/sign-in/index');
  await letTimePass();
  await phone.type('#phone', '13900000552');
  await phone.tap('#send-code');
  await phone.tap('#privacy-agree-young');
  await phone.tap('#privacy-young-slip');
  await phone.tap('#privacy-agree-young');
  await phone.shot('h5-privacy-young');
  await phone.tap('#privacy-young-sure');
  await phone.type('#phone-code', await phone.demoCode());
  await phone.tap('#sign-in');
  await phone.see('请监护人来填');
  await phone.type('#guardian-name', '张妈妈');
  await phone.type('#guardian-phone', '13900000553');
  await phone.tap('#guardian-phone-send-code');
  await phone.type('#guardian-phone-code', await phone.demoCode());
  await phone.shot('h5-guardian');
  await phone.tap('#guardian-agrees');
  await phone.see('身边的事');

  const guardian = await H5Phone.open(world.browser, world.url, '/m/#/packages/me/pages/privacy/index');
  await guardian.tap('#guardian-door');
  await letTimePass();
  await guardian.type('#guardian-phone', '13900000553');
  await guardian.tap('#guardian-phone-send-code');
  await guardian.type('#guardian-phone-code', await guardian.demoCode());
  await guardian.tap('#guardian-look');
  const [consent] = await world.query<{ id: string }>('select id from privacy_guardian');
  await guardian.tap(`#withdraw-${consent?.id}`);
  await guardian.see('不能恢复');
  await guardian.tap(`#withdraw-${consent?.id}`);
  await guardian.see('孩子的账号注销了');
  await guardian.shot('h5-guardian-consent');
  await phone.reopen();
  await phone.tap('#tab-me');
  await phone.see('还没有登录');
  await Promise.all([phone.close(), guardian.close()]);
});
