import { after, before, test } from 'node:test';
import { ConsoleDesk } from './support/console-desk.js';
import { H5Phone } from './support/h5-phone.js';
import { openWorld, type World } from './support/world.js';

let world: World;
before(async () => {
  world = await openWorld();
});
after(async () => {
  await world.close();
});

async function signedInAs(key: string, width: number): Promise<H5Phone> {
  const phone = await H5Phone.open(world.browser, world.url, '/m/#/pages/sign-in/index', width);
  await phone.see('演示居民一');
  await phone.shot(`screen-sign-in-${width}`);
  await phone.tap(`#demo-${key}`);
  await phone.see('身边的事');
  return phone;
}

/** A screen fits when nothing makes it wider than the phone. */
async function fits(phone: H5Phone, name: string, width: number): Promise<void> {
  await phone.shot(`${name}-${width}`);
  const widest = await phone.page.evaluate(() => document.documentElement.scrollWidth);
  if (widest > width) throw new Error(`${name} is ${widest} px wide on a phone of ${width}`);
}

for (const width of [320, 390, 430]) {
  for (const elder of [false, true]) {
    test(`every screen fits a phone of ${width} px${elder ? ' in elder mode' : ''}`, async () => {
      const mode = elder ? 'elder' : 'normal';
      const phone = await signedInAs('resident-1', width);
      if (elder) {
        await phone.tap('#tab-me');
        await phone.tap('#elder-switch');
        await phone.tap('#tab-home');
      }
      await phone.see('随手拍');
      await fits(phone, `screen-home-${mode}`, width);
      await phone.tap('#tab-me');
      await phone.see('演示居民一');
      await fits(phone, `screen-me-${mode}`, width);
      await phone.go('/m/#/packages/incident/pages/mine/index');
      await phone.see('等您确认');
      await fits(phone, `screen-mine-${mode}`, width);
      await phone.tap('等您确认');
      await phone.see('办到哪了');
      await fits(phone, `screen-detail-${mode}`, width);
      await phone.go('/q/AN3H2DY7');
      await phone.see('安澜里 3 号楼');
      await fits(phone, `screen-place-${mode}`, width);
      await phone.tap('#snap');
      await phone.see('提交');
      await fits(phone, `screen-report-${mode}`, width);
      await phone.go('/m/#/packages/incident/pages/followed/index');
      await phone.see('查询码');
      await fits(phone, `screen-followed-${mode}`, width);
      await phone.close();
    });
  }
}

test('the console shows its queue and a case at a desk, in the dark, and on a phone', async () => {
  for (const look of [{}, { dark: true }, { width: 390, height: 844 }]) {
    const name = look.dark ? 'dark' : look.width ? 'phone' : 'desk';
    const desk = await ConsoleDesk.open(world.browser, world.url, look);
    await desk.see('登录');
    await desk.shot(`console-sign-in-${name}`);
    await desk.signIn('shegong1', 'linli-demo-2025');
    await desk.see('待办');
    await desk.shot(`console-queue-${name}`);
    await desk.page.getByRole('row').nth(1).click();
    await desk.see('回应');
    await desk.shot(`console-case-${name}`);
    await desk.close();
  }
});
