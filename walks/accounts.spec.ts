import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { authenticator } from '../server/test/support/authenticator.js';
import { ConsoleDesk } from './support/console-desk.js';
import { openWorld, type World } from './support/world.js';

const DEMO_PASSWORD = 'linli-demo-2025';
const OWN = 'blue-Kettle7 rides';

let world: World;
before(async () => {
  world = await openWorld();
});
after(async () => {
  await world.close();
});

test('an account is opened, its first password changed, the second step set up and taken, and a device sent away', async () => {
  const chief = await ConsoleDesk.open(world.browser, world.url);
  await chief.signIn('renshi1', DEMO_PASSWORD);
  await chief.see('区域与人员');
  await chief.go('/console/community/accounts?has=without');
  await chief.see('演示楼长一');
  await chief.shot('console-accounts');
  await chief.click('演示楼长一');
  await chief.see('还没有工作台的账号');
  await chief.write('#account-name', '1a');
  await chief.press('开账号');
  await chief.see('账号要 3 到 32 个字');
  await chief.write('#account-name', 'louzhang1');
  await chief.press('开账号');
  await chief.see('账号开好了');
  await chief.see('请当面或者打电话告诉本人');
  await chief.shot('console-account-opened');

  await chief.go('/console/community/accounts?q=shegong1');
  await chief.click('演示社工一');
  await chief.see('本人设的');
  await chief.shot('console-account-drawer');
  await chief.press('重置密码');
  await chief.see('旧密码马上不能用');
  await chief.page.getByRole('button', { name: '重置', exact: true }).click();
  await chief.see('重置好了');
  const oneTime = await chief.page.locator('.given-password').innerText();

  const worker = await ConsoleDesk.open(world.browser, world.url);
  await worker.signIn('shegong1', DEMO_PASSWORD);
  await worker.see('账号或密码不对');
  await worker.see('请找人事管理员，可以给您一个新密码');
  await worker.shot('console-sign-in-wrong');
  await worker.signIn('shegong1', oneTime);
  await worker.see('换成自己的密码');
  await worker.see('过期了，请人事管理员再给一个');
  await worker.write('#new-password', 'shequ123456');
  await worker.write('#new-password-again', 'shequ123456');
  await worker.press('保存并登录');
  await worker.see('这个密码太常见');
  await worker.shot('console-first-change');
  await worker.write('#new-password', OWN);
  await worker.write('#new-password-again', OWN);
  await worker.press('保存并登录');
  await worker.see('待办');

  await worker.go('/console/settings/security');
  await worker.see('这里是演示，不强制开');
  await worker.press('开通两步登录');
  await worker.write('#proof-password', OWN);
  await worker.press('下一步');
  const secret = await worker.page.locator('.enrolment-secret').innerText();
  const code = authenticator(secret);
  await worker.shot('console-second-step-square');
  await worker.write('#first-code', code());
  await worker.page.getByRole('button', { name: '开通', exact: true }).click();
  await worker.see('只显示这一次');
  assert.equal(await worker.page.locator('.recovery-codes li').count(), 10);
  await worker.shot('console-recovery-codes');
  await worker.press('记好了');
  await worker.see('还有 10 个没用');

  const elsewhere = await ConsoleDesk.open(world.browser, world.url, { width: 390, height: 844, dark: true });
  await elsewhere.signIn('shegong1', OWN);
  await elsewhere.see('两步登录');
  await elsewhere.see('请找人事管理员重置两步登录');
  await elsewhere.shot('console-second-step-narrow-dark');
  await elsewhere.write('#second-step', '000000');
  await elsewhere.page.locator('form button[type=submit]').click();
  await elsewhere.see('验证码不对');
  await elsewhere.write('#second-step', code());
  await elsewhere.page.locator('form button[type=submit]').click();
  await elsewhere.see('待办');

  await worker.page.reload();
  await worker.see('登录着的设备');
  await worker.see('这台');
  await worker.shot('console-security');
  await worker.press('让它退出');
  await worker.see('那台设备已经退出');
  await elsewhere.page.reload();
  await elsewhere.see('登录过期了');
  await Promise.all([chief.close(), worker.close(), elsewhere.close()]);
});

test('whose post asks for the second step sets it up before the first screen', async () => {
  await world.stopServer();
  await world.startServer({ LINLI_TOTP_REQUIRED: 'admins' });
  const chief = await ConsoleDesk.open(world.browser, world.url);
  await chief.signIn('renshi1', DEMO_PASSWORD);
  await chief.see('您的职务能看、能改的东西多');
  const code = authenticator(await chief.page.locator('.enrolment-secret').innerText());
  await chief.shot('console-enrol');
  await chief.write('#enrol-code', '000000');
  await chief.press('开通');
  await chief.see('验证码不对');
  await chief.write('#enrol-code', code());
  await chief.press('开通');
  await chief.see('两步登录开通了');
  await chief.shot('console-enrolled');
  await chief.press('记好了，进入工作台');
  await chief.see('区域与人员');
  await chief.close();
});
