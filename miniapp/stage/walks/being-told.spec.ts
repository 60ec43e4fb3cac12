import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ConsoleDesk } from '../../../walks/support/console-desk.js';
import { sentByStandIn } from '../../../walks/support/stand-in.js';
import type { Phone } from '../driver.js';
import type { PermissionAnswer } from '../driver.types.js';
import { openWechat, scanned, shot, signInByWechat, type Wechat } from './support/wechat.js';

let wechat: Wechat;
before(async () => {
  wechat = await openWechat();
});
after(async () => {
  await wechat.close();
});

/** Somebody new scans a code, reports a line and signs in by WeChat; what they answer to WeChat's question is set. */
async function reporter(person: string, line: string, subscribe: PermissionAnswer): Promise<Phone> {
  const phone = await wechat.phone(person, {
    ...scanned(wechat.world.url, 'AN3H2DY7'),
    world: { permissions: { subscribe } },
  });
  await phone.tap('#snap');
  await phone.type('#report-text', line);
  await phone.tap({ role: 'radio', name: '公共照明' });
  await phone.tap('#report-send');
  // Others may have reported something like it nearby; this one is another.
  const near = await wechat.world.until(async () =>
    (await phone.isSeen('#near-none')) ? true : (await phone.isSeen('用微信登录')) ? false : null,
  );
  if (near) await phone.tap('#near-none');
  await signInByWechat(phone);
  await phone.see('收到了，谢谢您');
  return phone;
}

const sentAbout = async (person: string) => {
  const { openid } = (await (
    await fetch(`${wechat.world.wechatUrl}/stand-in/grants`, {
      method: 'POST',
      body: JSON.stringify({ appId: wechat.world.wechatAppId, person, templateId: 'none', times: 0 }),
    })
  ).json()) as { openid: string };
  return (await sentByStandIn(wechat.world)).sent.filter((message) => message.openid === openid);
};

async function acceptAtTheDesk(line: string): Promise<void> {
  const desk = await ConsoleDesk.open(wechat.world.browser, wechat.world.url);
  await desk.signIn('shegong1', 'linli-demo-2025');
  await desk.openCase(line);
  await desk.press('我来处理');
  await desk.see('已受理');
  await desk.close();
}

test('on WeChat somebody who agrees is told by WeChat, with fields that fit', async () => {
  const line = '二单元门口的灯一直闪';
  const phone = await reporter('agrees-to-hear', line, 'allow');
  await phone.tap('#ask-wechat');
  await phone.see('有了消息用微信告诉您');
  await shot(phone, 'consent-accepted');
  assert.equal((await phone.recorded()).subscriptions.length, 1);

  // Whatever the hour is: the night would hold it back until seven.
  await phone.killAndReopen({ path: 'packages/me/pages/message-settings/index' });
  await phone.tap('#quiet-hours');
  await phone.see('什么时候都可以提醒');
  await shot(phone, 'message-settings');

  await acceptAtTheDesk(line);
  const [message] = await wechat.world.until(async () => {
    const sent = await sentAbout('agrees-to-hear');
    return sent.length > 0 ? sent : null;
  });
  assert.equal(message?.templateId, 'walk-template-progress');
  assert.match(message?.page ?? '', /^packages\/incident\/pages\/detail\/index\?id=[0-9a-f-]{36}/);
  assert.match(Object.values(message?.data ?? {}).join(' '), /有人接了/);
  for (const [field, words] of Object.entries(message?.data ?? {}))
    if (field.startsWith('thing')) assert.ok([...words].length <= 20, words);
  await phone.close();
});

test('on WeChat whoever refuses, has banned it or switched it off reads so, and their report is not touched', async () => {
  const answers: [PermissionAnswer, string][] = [
    ['ask', '不用微信告诉您'],
    ['ban', '关掉了这种提醒'],
    ['deny', '订阅消息关着'],
  ];
  for (const [answer, words] of answers) {
    const phone = await reporter(`says-${answer}`, `走廊的灯不亮，第 ${answer} 次说`, answer);
    await phone.tap('#ask-wechat');
    if (answer === 'ask') await phone.tap('取消');
    await phone.see(words);
    await shot(phone, `consent-${answer}`);
    await phone.tap('#report-follow');
    await phone.see('等待受理');
    assert.deepEqual((await phone.trouble()).errors, []);
    assert.equal((await sentAbout(`says-${answer}`)).length, 0);
    await phone.close();
  }
});

test('on WeChat notices are asked about too, three things at most at a time, and whoever says no is left alone', async () => {
  const openAt = async (key: string, page: string, subscribe: PermissionAnswer): Promise<Phone> => {
    const phone = await wechat.phone(key, {
      ...{ path: 'pages/sign-in/index', world: { permissions: { subscribe } } },
    });
    await phone.tap(`#demo-${key}`);
    await phone.see('随手拍');
    await phone.killAndReopen({ path: page });
    return phone;
  };
  const asked = async (phone: Phone) =>
    (await phone.recorded()).subscriptions.map(({ tmplIds }) =>
      tmplIds.map((id) => id.replace('walk-template-', '')),
    );
  const MESSAGES = 'packages/me/pages/messages/index';
  const SETTINGS = 'packages/me/pages/message-settings/index';

  // Whoever works here has four, and WeChat takes three: what least is left of comes first the next time.
  const worker = await openAt('grid-worker-1', SETTINGS, 'allow');
  await worker.tap('#ask-wechat');
  await worker.see('有了消息用微信告诉您');
  await worker.see('我家这里有通知时告诉我');
  await worker.tap('#ask-wechat');
  await wechat.world.until(async () => ((await asked(worker)).length === 2 ? true : null));
  assert.deepEqual(await asked(worker), [
    ['progress', 'confirm', 'work'],
    ['notice', 'progress', 'confirm'],
  ]);
  await shot(worker, 'consent-of-four');

  const resident = await openAt('resident-6', MESSAGES, 'ask');
  await resident.see('我家这里有通知时告诉我');
  await shot(resident, 'consent-notice');
  await resident.tap('#ask-wechat');
  await resident.tap('取消');
  await resident.see('不用微信告诉您');
  await shot(resident, 'consent-notice-refused');
  await resident.killAndReopen({ path: MESSAGES });
  await resident.see('还没有消息');
  assert.equal(await resident.isSeen('用微信告诉我'), false);
  // Who changes their mind finds it where it is set.
  await resident.tap('#message-settings');
  await resident.tap('#ask-wechat');
  await resident.tap('允许');
  await resident.see('有了消息用微信告诉您');
  const given = await wechat.world.until(async () => {
    const rows = await wechat.world.query<{ id: string }>(
      `select template_id as id from wechat_subscription where granted = 1 and refused_at is null
         and person_id = (select id from person where demo_key = 'resident-6') order by template_id`,
    );
    return rows.length > 0 ? rows.map(({ id }) => id) : null;
  });
  assert.deepEqual(given, ['walk-template-confirm', 'walk-template-notice', 'walk-template-progress']);
  for (const phone of [worker, resident]) {
    assert.deepEqual((await phone.trouble()).errors, []);
    await phone.close();
  }
});

test('on WeChat a notice for here is new until it is opened, signed in or not', async () => {
  const phone = await wechat.phone('reads-notices', scanned(wechat.world.url, 'AN3H2DY7'));
  await phone.tap('去邻里');
  await phone.see('2 条没看');
  await phone.tap('检修水管，停水一天');
  await phone.see('来水后先放一会儿再用');
  await shot(phone, 'wechat-notice');
  await phone.back();
  await phone.see('1 条没看');
  await phone.tap('#all-notices');
  await phone.see('这里的');
  await phone.tap('#notices-past');
  await phone.see('配电室检修');
  await phone.close();
});

test('on WeChat what is passed on opens as a first screen for somebody signed out, and what is for staff cannot be', async () => {
  const line = '广场的灯白天也亮着';
  const phone = await reporter('passes-it-on', line, 'deny');
  await phone.tap('#report-follow');
  await phone.tap('#share');
  await phone.tap('更多操作');
  await phone.tap('转发给朋友');
  const { shares } = await phone.recorded();
  assert.deepEqual(
    shares.map(({ from }) => from),
    ['button', 'menu'],
  );
  const [, { title, path, imageUrl }] = shares as [unknown, (typeof shares)[number]];
  assert.match(title, /^公共照明・安澜里 3 号楼/);
  assert.equal(imageUrl, '/assets/share-card.png');
  assert.ok(!JSON.stringify(shares).includes(line));

  const [page = '', query = ''] = path.slice(1).split('?');
  const friend = await wechat.phone('got-it-in-a-group', { path: page, query });
  await friend.see('公共照明');
  await friend.see('办到哪了');
  assert.ok(!(await friend.read()).includes(line));
  await shot(friend, 'shared');
  await friend.tap('#go-home');
  await friend.permit('call', 'deny');
  await friend.tap('#call-duty');
  await friend.permit('call', 'allow');
  await friend.tap('#call-duty');
  await shot(friend, 'home-my-worker');
  assert.deepEqual((await friend.recorded()).phoneCalls, ['050010000001']);
  await friend.tap('更多操作');
  await friend.tap('转发给朋友');
  const [invitation] = (await friend.recorded()).shares;
  assert.match(invitation?.path ?? '', /^\/pages\/home\/index\?community=/);

  const [help] = await wechat.world.query<{ id: string }>(
    `select i.id from incident i join incident_category c on c.code = i.category_code
      where c.visibility = 'staff' limit 1`,
  );
  const stranger = await wechat.phone('got-a-closed-one', {
    path: 'packages/incident/pages/detail/index',
    query: { id: help?.id ?? '' },
  });
  await stranger.see('这件事看不了');
  await stranger.tap('更多操作');
  await stranger.see('这一页不能转发');
  for (const one of [phone, friend, stranger]) {
    const { errors, unknownApis } = await one.trouble();
    assert.deepEqual({ errors, unknownApis }, { errors: [], unknownApis: [] });
    await one.close();
  }
});
