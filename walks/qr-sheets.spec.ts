import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
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

const PASSWORD = 'linli-demo-2025';
const { default: readQr } = createRequire(import.meta.url)('jsqr') as typeof import('jsqr');
const sharp = createRequire(join(resolve(import.meta.dirname, '..'), 'server/package.json'))('sharp');

async function deskOf(account: string, path: string, look = {}): Promise<ConsoleDesk> {
  const desk = await ConsoleDesk.open(world.browser, world.url, look);
  await desk.signIn(account, PASSWORD);
  await desk.page.locator('.side-nav').waitFor();
  await desk.go(path);
  return desk;
}

/** What a camera reads off the first sheet. */
async function readOff(page: Page): Promise<string | undefined> {
  const picture = await page.locator('.paper').first().screenshot();
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return readQr(new Uint8ClampedArray(data), info.width, info.height)?.data;
}

/** Pages of the PDF that the browser's printing makes. */
async function pagesOf(page: Page): Promise<number> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  return [...pdf.matchAll(/\/Type\s*\/Page[^s]/g)].length;
}

test('codes are made for every building without one, printed on A4, read by a camera, and replaced when torn', async () => {
  const desk = await deskOf('shegong1', '/console/community/places');
  // One is torn off for good; then it is the one building without.
  const torn = desk.page.getByRole('row').filter({ hasText: '安澜里 2 号楼' });
  await torn.getByRole('button', { name: '停用' }).click();
  await desk.see('停用了不能再启用');
  await desk.choose('被人撕掉或者贴了假码');
  await desk.page.getByRole('dialog').getByRole('button', { name: '停用' }).click();
  await desk.see('已经停用');
  await desk.press('1 栋楼还没有码，都做上');
  await desk.see('给 1 栋楼做好了码');
  await desk.page.getByRole('button', { name: /栋楼还没有码/ }).waitFor({ state: 'hidden' });

  // A gate of its own, on the map; what is missing is said first.
  await desk.press('做一个码');
  await desk.press('做好');
  await desk.see('写上这个地方叫什么');
  await desk.write('#place-label', '安澜里西门');
  await desk.write('#place-address', '和悦街 3 号');
  await desk.press('做好');
  await desk.see('指出它在哪里');
  const map = desk.page.getByRole('application');
  const box = await map.boundingBox();
  assert.ok(box);
  await desk.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await desk.press('做好');
  await desk.see('「安澜里西门」的码做好了');

  await desk.page.getByRole('checkbox', { name: '勾选 安澜里西门' }).check();
  await desk.page.getByRole('checkbox', { name: '勾选 安澜里 1 号楼' }).check();
  await desk.shot('console-places');
  const dutyPhone = '**/duty-phone';
  await desk.page.route(dutyPhone, (route) => route.fulfill({ status: 403, json: { title: '现在读不到' } }));
  await desk.click('打印 2 张');
  await desk.page.locator('.paper svg').nth(1).waitFor();
  await desk.see('没有读到社区的值班电话');
  await desk.page.unroute(dutyPhone);
  await desk.press('再试一次');
  await desk.page.locator('.paper-foot b').first().waitFor();
  await desk.page.getByText('不会扫，打社区电话').first().waitFor();
  assert.equal(await pagesOf(desk.page), 2);
  assert.match(await desk.page.locator('.paper-foot').first().innerText(), /社区电话 [0-9]{4}-[0-9]{7,}/);
  const link = (await readOff(desk.page)) ?? '';
  assert.match(link, /\/q\/[2-9A-Z]{8}$/);
  await desk.shot('console-places-print');
  await desk.choose('一页四张');
  await desk.page.locator('.papers.per-4').waitFor();
  assert.equal(await pagesOf(desk.page), 1);
  assert.equal(await readOff(desk.page), link);
  await desk.shot('console-places-print-4');

  // A neighbour scans it: the phone is in that place.
  const path = new URL(link).pathname;
  const label = (await desk.page.locator('.paper-place b').first().innerText()).trim();
  const phone = await H5Phone.open(world.browser, world.url, path);
  await phone.see(label);

  await desk.page.getByRole('link', { name: '回到二维码' }).click();
  await desk.page.getByRole('searchbox').fill(label);
  const row = desk.page.getByRole('row').filter({ hasText: label });
  await desk.page.getByText('共 1 个').waitFor();
  await row.getByRole('button', { name: '换新码' }).click();
  await desk.see(`给「${label}」换新码`);
  await desk.choose('纸破了、看不清了');
  await desk.shot('console-places-reissue');
  await desk.page.getByRole('dialog').getByRole('button', { name: '换新码' }).click();
  await desk.see('新码做好了，已经勾上');
  await desk.click('打印 1 张');
  const renewed = (await readOffWhenDrawn(desk.page)) ?? '';
  assert.notEqual(renewed, link);

  await phone.go(path);
  await phone.see('这张码已经停用');
  await phone.go(new URL(renewed).pathname);
  await phone.see(label);

  await desk.go('/console/community/places?standing=revoked');
  await desk.see(`换成了 ${renewed.slice(-8)}`);
});

async function readOffWhenDrawn(page: Page): Promise<string | undefined> {
  await page.locator('.paper svg').first().waitFor();
  return readOff(page);
}

test('who has another community has its codes only, and who manages none reads so', async () => {
  const other = await deskOf('shegong2', '/console/community/places', { width: 390, height: 844 });
  await other.page
    .locator('.queue-foot')
    .getByText(/共 \d+ 个/)
    .waitFor();
  assert.equal(await other.isSeen('安澜里'), false);
  await other.shot('console-places-390');
  const [place] = await world.query<{ code: string; communityId: string }>(
    "select code, community_id as communityId from place where label like '安澜里%' and revoked_at is null limit 1",
  );
  await other.go(`/console/print/places?community=${place?.communityId}&codes=${place?.code}`);
  await other.see('这个社区的二维码不归您管');
  const officer = await deskOf('jiedao1', '/console/community/places', { dark: true });
  await officer.see('这一项不归您管');
});
