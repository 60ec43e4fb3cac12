import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newId } from '../server/test/support/new-id.js';
import { H5Phone } from './support/h5-phone.js';
import { openWorld, type World } from './support/world.js';

let world: World;
before(async () => {
  world = await openWorld();
});
after(async () => {
  await world.close();
});

const CLAIM = '/m/#/packages/me/pages/claim-home/index';
const REPORT = '/m/#/packages/incident/pages/report/index';
const MY_HOMES = '/m/#/packages/me/pages/my-homes/index';

async function phoneOf(key: string): Promise<H5Phone> {
  const phone = await H5Phone.open(world.browser, world.url, '/m/#/pages/sign-in/index');
  await phone.see('演示居民一');
  if (!(await phone.isSeen(`#demo-${key}`))) await phone.tap('#demo-desk-people');
  await phone.tap(`#demo-${key}`);
  await phone.see('身边的事');
  return phone;
}

/** Chooses a room of the captain's building as one does; the screen keeps what was chosen. */
async function choose(
  phone: H5Phone,
  room: string,
  relation: 'owner' | 'tenant',
  name: string,
): Promise<void> {
  await phone.go(CLAIM);
  await phone.type('#claim-building-search', '安澜里 3');
  await phone.page.getByRole('button', { name: /^安澜里 3 号楼/ }).tap();
  await phone.page.getByRole('radio', { name: '1 单元' }).tap();
  await phone.page.getByRole('radio', { name: room, exact: true }).tap();
  await phone.tap(`#claim-relation-${relation}`);
  await phone.type('#claim-name', name);
}

/** In the register with the very number that this person has verified. */
async function register(key: string, room: string, name: string): Promise<void> {
  await world.query(
    `insert into home_owner (id, home_id, community_id, building_id, estate_id, name, owner_kind, phone_index, from_at)
     select ?, h.id, h.community_id, h.building_id, h.estate_id, ?, 'person', l.subject, now(3)
       from home h join area b on b.id = h.building_id join area e on e.id = h.entrance_id
       join estate s on s.id = b.estate_id
       join person p on p.demo_key = ? join person_login l on l.person_id = p.id and l.kind = 'phone'
      where s.name = '安澜里' and b.name = '3 号楼' and e.name = '1 单元' and h.room = ?`,
    [newId(), name, key, room],
  );
}

test('a neighbour claims their home without a network, later the captain refuses one and confirms the other', async () => {
  const neighbour = await phoneOf('resident-1');
  await neighbour.tap('#tab-me');
  await neighbour.tap('#my-homes');
  await neighbour.see('还没有认领房子');
  await neighbour.shot('h5-my-homes-none');
  await neighbour.go(REPORT);
  await neighbour.see('用我现在的位置');
  await neighbour.doNotSee('#report-my-homes');
  await choose(neighbour, '201', 'tenant', '林小满');
  await neighbour.context.setOffline(true);
  await neighbour.tap('#claim-send');
  await neighbour.see('没有网，填的都留着');
  await neighbour.shot('h5-claim-home-offline');
  await neighbour.context.setOffline(false);
  await neighbour.reopen();
  await neighbour.see('#claim-rooms');
  assert.equal(await neighbour.typed('#claim-name'), '林小满');
  await neighbour.tap('#claim-send');
  await neighbour.see('等确认');
  await neighbour.shot('h5-my-homes-waiting');
  const [waiting] = await world.query<{ id: string }>(
    "select id from household_member where name = '林小满'",
  );

  const other = await phoneOf('resident-2');
  await choose(other, '202', 'tenant', '外来人');
  await other.tap('#claim-send');
  await other.see('等确认');
  const [refused] = await world.query<{ id: string }>(
    "select id from household_member where name = '外来人'",
  );

  const captain = await phoneOf('building-captain-1');
  await captain.see('3 位邻居等您确认');
  await captain.shot('h5-home-captain');
  await captain.tap('#home-claims-card');
  await captain.see('林小满');
  await captain.shot('h5-home-claims');
  // The captain may have to ask: the number is hidden in its middle until it is looked at, then it can be called.
  await captain.see('138****0001');
  await captain.tap(`#ask-phone-${waiting?.id}`);
  assert.equal(await captain.page.locator(`#call-${waiting?.id}`).getAttribute('href'), 'tel:13800000001');
  await captain.shot('h5-home-claims-call');
  await captain.tap(`#refuse-${refused?.id}`);
  await captain.tap('#refuse-send');
  await captain.see('请写一下原因');
  await captain.type('#refuse-note', '请带租房合同到社区看一下');
  await captain.shot('h5-home-claims-refuse');
  await captain.tap('#refuse-send');
  await captain.doNotSee('#refuse-sheet');
  await captain.tap(`#confirm-${waiting?.id}`);
  await captain.doNotSee(`#confirm-${waiting?.id}`);
  await captain.page.getByRole('button', { name: '确认演示租户一住在这里' }).tap();
  await captain.see('没有人在等');
  await captain.shot('h5-home-claims-none');

  await other.lookAgain('请带租房合同到社区看一下');
  await other.shot('h5-my-homes-refused');
  await neighbour.lookAgain('楼长确认');
  await neighbour.shot('h5-my-homes');
  // Home: without choosing anything, the grid of the home is where this phone is.
  await neighbour.go('/m/');
  await neighbour.see('我的网格员');
  await neighbour.shot('h5-home-my-home');
  // 随手拍: now the home is the first line of 在哪里.
  await neighbour.go(REPORT);
  const home = neighbour.page.getByRole('button', { name: /^我家 安澜里 3 号楼/ });
  await home.evaluate((line) => line.scrollIntoView({ block: 'center' }));
  await neighbour.shot('h5-report-my-home');
  await home.tap();
  await neighbour.doNotSee('#report-my-homes');
  await neighbour.see('安澜里 3 号楼');
});

test('an owner whose number stands in the register is confirmed at once, and lets a tenant go in larger words', async () => {
  await register('resident-3', '301', '周建国');
  const owner = await phoneOf('resident-3');
  await owner.tap('#tab-me');
  await owner.tap('#elder-switch');
  await choose(owner, '301', 'owner', '周建国');
  await owner.shot('h5-claim-home-elder');
  await owner.tap('#claim-send');
  await owner.see('手机号和业主登记一致');

  const tenant = await phoneOf('resident-4');
  await choose(tenant, '301', 'tenant', '吴租客');
  await tenant.tap('#claim-send');
  await tenant.see('等确认');
  const captain = await phoneOf('building-captain-1');
  await captain.go('/m/#/packages/me/pages/home-claims/index');
  const confirm = captain.page.getByRole('button', { name: '确认吴租客住在这里' });
  await confirm.tap();
  await confirm.waitFor({ state: 'detached' });
  await owner.go(MY_HOMES);
  await owner.lookAgain('吴租客');
  await owner.shot('h5-my-homes-owner-elder');
  const [member] = await world.query<{ id: string }>("select id from household_member where name = '吴租客'");
  await owner.tap(`#let-go-${member?.id}`);
  await owner.type('#let-go-note', '租约到期');
  await owner.tap('#let-go-send');
  await owner.doNotSee('#let-go-sheet');
  await tenant.lookAgain('租约到期');
});

test('whoever lost a phone signs it out from another', async () => {
  const lost = await phoneOf('resident-7');
  const found = await phoneOf('resident-7');
  await found.tap('#tab-me');
  await found.tap('#my-devices');
  await found.see('有不认得的');
  await found.shot('h5-devices');
  await found.page.getByRole('button', { name: '让它退出' }).first().tap();
  await found.see('只有这一台登录着');
  await lost.reopen();
  await lost.tap('#tab-me');
  await lost.see('还没有登录');
  await lost.close();
  await found.close();
});
