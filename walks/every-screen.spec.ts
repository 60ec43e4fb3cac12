import { after, before, test } from 'node:test';
import { newId } from '../server/test/support/new-id.js';
import { ConsoleDesk } from './support/console-desk.js';
import { H5Phone } from './support/h5-phone.js';
import { type Prepared, prepareCases } from './support/prepared.js';
import { openWorld, type World } from './support/world.js';

const PLACE = 'AN3H2DY7';

let world: World;
let cases: Prepared;
before(async () => {
  world = await openWorld();
  await somebodyReports();
  cases = await prepareCases(world, PLACE);
});
after(async () => {
  await world.close();
});

async function post(path: string, body: object, token = ''): Promise<unknown> {
  const headers = {
    'content-type': 'application/json',
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  };
  const answer = await fetch(world.url + path, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

async function tokenOf(key: string): Promise<string> {
  const { accessToken } = (await post('/api/auth/demo', { key })) as { accessToken: string };
  return accessToken;
}

/** Something open at the scanned place, of the kind that the walker will report too. */
async function somebodyReports(): Promise<void> {
  const token = await tokenOf('resident-4');
  for (const description of ['4 楼的应急灯不亮', '一楼灭火器箱空了']) {
    const report = {
      id: newId(),
      categoryCode: 'fire_safety',
      description,
      placeCode: 'AN3H2DY7',
      photoIds: [],
    };
    await post('/api/incidents', report, token);
  }
}

/** Somebody with a long name, in the captain's building. */
async function somebodyClaims(): Promise<void> {
  const [home] = await world.query<{ id: string }>(
    `select h.id from home h join area b on b.id = h.building_id join estate e on e.id = b.estate_id
      where e.name = '安澜里' and b.name = '3 号楼' and h.room = '202'`,
  );
  const claim = { relation: 'tenant', livesHere: true, name: '欧阳阿依古丽·买买提' };
  await post(
    '/api/households/claims',
    { id: newId(), homeId: home?.id, ...claim },
    await tokenOf('resident-5'),
  );
}

/** The narrowest last: what is tapped between two looks is tapped where there is the least room. */
const WIDTHS = [430, 390, 320] as const;
const NARROWEST = 320;
const MODES = ['normal', 'elder'] as const;
const suffixOf = (mode: (typeof MODES)[number]) => (mode === 'elder' ? ' in elder mode' : '');

async function atSignIn(): Promise<H5Phone> {
  const phone = await H5Phone.open(world.browser, world.url, '/m/#/pages/sign-in/index', NARROWEST);
  await phone.see('演示居民一');
  return phone;
}

async function signInAs(phone: H5Phone, key: string, mode: (typeof MODES)[number]): Promise<void> {
  if (!(await phone.isSeen(`#demo-${key}`))) await phone.tap('#demo-desk-people');
  await phone.tap(`#demo-${key}`);
  await phone.see('随手拍');
  if (mode === 'normal') return;
  await phone.tap('#tab-me');
  await phone.tap('#elder-switch');
  await phone.tap('#tab-home');
  await phone.see('随手拍');
}

async function signedInAs(key: string, mode: (typeof MODES)[number]): Promise<H5Phone> {
  const phone = await atSignIn();
  await signInAs(phone, key, mode);
  return phone;
}

const SETTINGS = [
  ['staff-group', '企业微信群'],
  ['duty-phone', '现在的号码'],
  ['messages', '安静时间'],
  ['security', '登录着的设备'],
] as const;

const PRIVACY_SCREENS = [
  ['privacy', '让您能登录'],
  ['my-details', '138****0001'],
  ['leave', '删掉的'],
  ['guardian-consent', '不用登录'],
] as const;

/** A screen fits when nothing makes it wider than the phone, at every width. */
async function fits(phone: H5Phone, name: string): Promise<void> {
  for (const width of WIDTHS) {
    await phone.page.setViewportSize({ width, height: 844 });
    await phone.shot(`${name}-${width}`);
    const widest = await phone.page.evaluate(() => document.documentElement.scrollWidth);
    if (widest > width) throw new Error(`${name} is ${widest} px wide on a phone of ${width}`);
  }
}

for (const mode of MODES) {
  test(`every screen fits every phone${suffixOf(mode)}`, async () => {
    const phone = await atSignIn();
    if (mode === 'normal') await fits(phone, 'screen-sign-in');
    await signInAs(phone, 'resident-1', mode);
    await fits(phone, `screen-home-${mode}`);
    await phone.tap('#tab-me');
    await phone.see('演示居民一');
    await fits(phone, `screen-me-${mode}`);
    for (const [page, words] of PRIVACY_SCREENS) {
      await phone.go(`/m/#/packages/me/pages/${page}/index`);
      await phone.see(words);
      await fits(phone, `screen-${page}-${mode}`);
    }
    await phone.go('/m/#/packages/me/pages/my-building/index');
    await phone.see('找您的网格员');
    await fits(phone, `screen-my-building-${mode}`);
    await phone.go('/m/#/packages/me/pages/my-homes/index');
    await phone.see('还没有认领房子');
    await fits(phone, `screen-my-homes-${mode}`);
    await phone.go('/m/#/packages/me/pages/devices/index');
    await phone.see('最近在用');
    await fits(phone, `screen-devices-${mode}`);
    await phone.go('/m/#/packages/me/pages/claim-home/index');
    await phone.see('#claim-building-search');
    await fits(phone, `screen-claim-home-${mode}`);
    await phone.go('/m/#/pages/me/index');
    await phone.tap('#my-messages');
    await phone.see('#message-settings');
    await fits(phone, `screen-messages-${mode}`);
    await phone.tap('#message-settings');
    await phone.see('安静时间');
    await fits(phone, `screen-message-settings-${mode}`);
    await phone.go('/m/#/packages/incident/pages/mine/index');
    await phone.see('等您确认');
    await fits(phone, `screen-mine-${mode}`);
    await phone.tap('等您确认');
    await phone.see('办到哪了');
    await fits(phone, `screen-detail-${mode}`);
    await phone.go('/q/AN3H2DY7');
    await phone.see('安澜里 3 号楼');
    await fits(phone, `screen-place-${mode}`);
    await phone.tap('#snap');
    await phone.see('提交');
    await fits(phone, `screen-report-${mode}`);
    await phone.type('#report-text', '4 楼冒烟了');
    await phone.tap('#category-fire_safety');
    await phone.see('有人有危险，先打电话');
    await phone.see('弯腰走楼梯');
    await phone.tap('#report-send');
    await phone.see('是不是这一件？');
    await fits(phone, `screen-near-${mode}`);
    await phone.tap('#near-close');
    await phone.doNotSee('是不是这一件？');
    await fits(phone, `screen-danger-${mode}`);
    await phone.go('/m/#/packages/incident/pages/mine/index?show=followed');
    await phone.see('还没有关注的事');
    await fits(phone, `screen-following-${mode}`);
    await phone.go('/m/#/packages/incident/pages/followed/index');
    await phone.see('查询码');
    await fits(phone, `screen-followed-${mode}`);
    await phone.go('/m/#/packages/notice/pages/list/index');
    await phone.tap('#notices-everywhere');
    await phone.see('到底了');
    await fits(phone, `screen-notices-${mode}`);
    await phone.tap('检修水管，停水一天');
    await phone.see('看全部通知');
    await fits(phone, `screen-notice-${mode}`);
    await phone.close();
  });
}

/** Everything a case can be asked for, one sheet after the other, and nothing sent. */
for (const mode of MODES) {
  const suffix = `every phone${suffixOf(mode)}`;
  const detail = (id: string) => `/m/#/packages/incident/pages/detail/index?id=${id}`;

  test(`every sheet of whoever handles a case fits ${suffix}`, async () => {
    const phone = await signedInAs('grid-worker-1', mode);
    const look = async (name: string) => fits(phone, `screen-${name}-${mode}`);
    await phone.go('/m/#/packages/me/pages/work-card/index');
    await phone.see('居民看到的');
    await look('work-card');
    await phone.go(detail(cases.unjudged));
    await phone.see('这件事好办吗');
    await look('judge');
    await phone.go(detail(cases.unplanned));
    await phone.tap('#act-plan');
    await phone.tap('#plan-due-three-days');
    await look('plan');
    await phone.go(detail(cases.undispatched));
    await phone.tap('#act-hand-over');
    await phone.tap('#route-joint');
    await phone.tap('澄湖城管');
    await phone.tap('澄湖消防');
    await look('dispatch');
    await phone.go(detail(cases.joint));
    await phone.see('谁在办');
    await look('joint');
    await phone.tap('#act-more');
    await phone.see('还可以');
    await look('more');
    await phone.tap('#act-request-hold');
    await phone.see('请社区同意');
    await look('request-hold');
    await phone.go(detail(cases.held));
    await phone.see('已停表');
    await look('held');
    await phone.close();
  });

  test(`every way a report can stand fits ${suffix}`, async () => {
    const phone = await signedInAs('resident-6', mode);
    const look = async (name: string) => fits(phone, `screen-${name}-${mode}`);
    for (const [name, id, words] of [
      ['rejected', cases.rejected, '这件事没有受理'],
      ['held-resident', cases.held, '已停表'],
      ['joint-resident', cases.joint, '谁在办'],
      ['second-round', cases.secondRound, '第 2 次办'],
    ] as const) {
      await phone.go(detail(id));
      await phone.see(words);
      await look(name);
    }
    await phone.close();
  });

  test(`a task and its sheets fit ${suffix}`, async () => {
    const phone = await signedInAs(cases.officer, mode);
    const look = async (name: string) => fits(phone, `screen-${name}-${mode}`);
    await phone.see('请我们办的事');
    await look('home-helper');
    await phone.go('/m/#/packages/workbench/pages/list/index');
    await phone.see('到底了');
    await look('tasks');
    await phone.go(`/m/#/packages/workbench/pages/task/index?id=${cases.task}`);
    await phone.see('我们接手');
    await look('task');
    await phone.tap('#act-more');
    await phone.see('还可以');
    await look('task-more');
    await phone.tap('#act-finish');
    await phone.see('告诉社区');
    await look('task-finish');
    await phone.tap('#finish-close');
    await phone.tap('#act-more');
    await phone.tap('#act-ask-time');
    await phone.tap('#ask-time-due-week');
    await look('task-ask-time');
    await phone.close();
  });
}

test('the captain’s page of claims fits every phone, in elder mode too', async () => {
  const captain = await signedInAs('building-captain-1', 'normal');
  await somebodyClaims();
  for (const mode of ['normal', 'elder']) {
    if (mode === 'elder') {
      await captain.go('/m/');
      await captain.tap('#tab-me');
      await captain.tap('#elder-switch');
    }
    await captain.go('/m/#/packages/me/pages/home-claims/index');
    await captain.see('是这户的人');
    await fits(captain, `screen-home-claims-${mode}`);
  }
  await captain.close();
});

/** The same page at a desk, in the dark, and on a phone; left as a desk has it. */
async function inEveryLook(desk: ConsoleDesk, look: (name: string) => Promise<void>): Promise<void> {
  for (const name of ['desk', 'dark', 'phone']) {
    await desk.page.emulateMedia({ colorScheme: name === 'dark' ? 'dark' : 'light' });
    await desk.page.setViewportSize(name === 'phone' ? { width: 390, height: 844 } : DESK);
    await look(name);
  }
  await desk.page.setViewportSize(DESK);
}

const DESK = { width: 1440, height: 900 };
const PASSWORD = 'linli-demo-2025';

test('the console shows its accounts at a desk, in the dark, and on a phone', async () => {
  const desk = await ConsoleDesk.open(world.browser, world.url);
  await desk.signIn('renshi1', PASSWORD);
  await desk.see('区域与人员');
  await desk.go('/console/community/accounts?q=shegong1');
  await desk.click('演示社工一');
  await inEveryLook(desk, async (name) => {
    await desk.see('本人设的');
    await desk.shot(`console-accounts-${name}`);
  });
  await desk.close();
});

test('the console shows its queue and a case at a desk, in the dark, and on a phone', async () => {
  const desk = await ConsoleDesk.open(world.browser, world.url);
  await desk.see('登录');
  await inEveryLook(desk, (name) => desk.shot(`console-sign-in-${name}`));
  await desk.signIn('shegong1', PASSWORD);
  await inEveryLook(desk, async (name) => {
    await desk.see('待办');
    await desk.shot(`console-queue-${name}`);
  });
  await desk.page.getByRole('row').nth(1).click();
  await inEveryLook(desk, async (name) => {
    await desk.see('回应');
    await desk.shot(`console-case-${name}`);
  });
  await desk.close();
});

test('the console shows its messages and its settings at a desk, in the dark, and on a phone', async () => {
  const desk = await ConsoleDesk.open(world.browser, world.url);
  await desk.signIn('shuji1', PASSWORD);
  await desk.see('待办');
  await desk.page.getByRole('button', { name: /^消息/ }).click();
  await inEveryLook(desk, async (name) => {
    await desk.see('没看的');
    await desk.shot(`console-messages-${name}`);
  });
  await desk.page.getByRole('button', { name: '关上消息' }).click();
  for (const [path, words] of SETTINGS) {
    await desk.go(`/console/settings/${path}`);
    await inEveryLook(desk, async (name) => {
      await desk.see(words);
      await desk.shot(`console-settings-${path}-${name}`);
    });
  }
  await desk.close();
});
