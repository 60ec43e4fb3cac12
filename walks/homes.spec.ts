import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type CellValue, cellsOf, sheetOf } from '../server/test/support/sheets.js';
import { ConsoleDesk } from './support/console-desk.js';
import { openWorld, type World } from './support/world.js';

let world: World;
before(async () => {
  world = await openWorld();
});
after(async () => {
  await world.close();
});

const HEADER = ['小区', '楼栋/幢', '单元', '房号', '建筑面积(㎡)', '业主', '联系电话', '产权份额', '用途'];
const ledger = async (change: (rows: CellValue[][]) => void = () => {}) => {
  const rows: CellValue[][] = [
    ['安澜里', '1号楼', '1单元', 101, '89.5㎡', '走查张三', 13800000001, '1/2', '住宅'],
    [null, null, null, null, null, '走查李四', '138 0000 0002', '50%', null],
    ['安澜里', '1号楼', '1单元', 102, 76.3, '走查王五', '+86 13800000003', '', '住宅'],
    ['清河湾', '2幢', '3单元', 301, 102.44, '某某房地产开发有限公司', '', '', '住宅'],
  ];
  change(rows);
  return {
    name: '业主台账.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: await sheetOf(
      [['安澜社区业主台账'], [], HEADER, ...rows],
      ['A1:I1', 'A4:A5', 'B4:B5', 'C4:C5', 'D4:D5'],
    ),
  };
};

test('a ledger of homes is imported with mistakes, put right by what is downloaded, imported, and again changes nothing; then a home is sold', async () => {
  const desk = await ConsoleDesk.open(world.browser, world.url);
  await desk.signIn('shegong1', 'linli-demo-2025');
  await desk.see('待办');
  await desk.go('/console/community/homes');
  await desk.see('安澜里');
  await desk.see('未登记');
  await desk.click('导入表格');
  await desk.see('下载空表');
  const choose = async (file: Awaited<ReturnType<typeof ledger>>) =>
    desk.page.locator('#homes-file').setInputFiles(file);
  await choose(
    await ledger((rows) => {
      (rows[1] as CellValue[])[7] = '80%';
      (rows[2] as CellValue[])[4] = { formula: 'E4', result: 89 };
      (rows[3] as CellValue[])[1] = '20幢';
    }),
  );
  await desk.see('有 3 行要改');
  await desk.see('缺这些楼');
  await desk.see('「建筑面积」（E6）是公式');
  await desk.shot('console-homes-import-wrong');
  const [download] = await Promise.all([desk.page.waitForEvent('download'), desk.press('下载要改的地方')]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  const { rows } = await cellsOf(new Uint8Array(Buffer.concat(chunks)).buffer);
  // As it was sent: the title, the header, four rows, and what is wrong in a column after the nine.
  assert.equal(rows.length, 6);
  assert.match(rows[3]?.[9] ?? '', /加起来超过了 100%/);
  await desk.press('改好了，换一份');
  await desk.see('这份表格放弃了');
  await desk.page.locator('#homes-file').waitFor({ state: 'attached' });
  await choose(await ledger());
  await desk.see('会新建 1 个单元');
  await desk.shot('console-homes-import');
  const [all] = await Promise.all([desk.page.waitForEvent('download'), desk.press('下载全部变化')]);
  const changed: Buffer[] = [];
  for await (const chunk of await all.createReadStream()) changed.push(chunk as Buffer);
  const told = (await cellsOf(new Uint8Array(Buffer.concat(changed)).buffer)).rows;
  assert.deepEqual([told.length, told[0]?.[3]], [4, '不再是产权人']);
  // A colleague who comes upon it reads whose it is before they confirm it.
  const colleague = await ConsoleDesk.open(world.browser, world.url);
  await colleague.signIn('shuji1', 'linli-demo-2025');
  await colleague.see('待办');
  await colleague.go('/console/community/homes/import');
  await colleague.see('这是演示社工一');
  await colleague.see('《业主台账.xlsx》');
  await colleague.shot('console-homes-import-colleague');
  await colleague.close();
  await desk.press('确认导入 3 户');
  // The demo's own import stands below it: of the two, this one had four rows.
  await desk.page
    .locator('.imports-before li')
    .filter({ hasText: '已导入' })
    .filter({ hasText: '4 行' })
    .waitFor();
  await choose(await ledger());
  await desk.see('不变 3 户');
  await desk.press('知道了');
  await desk.see('没有导入');
  await choose({ ...(await ledger()), name: '别的表.xlsx', buffer: await sheetOf([['姓名'], ['张三']]) });
  const failed = desk.page.locator('.imports-before li').filter({ hasText: '别的表.xlsx' });
  await failed.filter({ hasText: '没有找到这几列' }).waitFor();
  await desk.shot('console-homes-imports-before');

  await desk.go('/console/community/homes');
  await desk.pick('楼栋', '安澜里 2 号楼');
  await desk.page.waitForURL(/building=/);
  await desk.go('/console/community/homes?q=安澜里 1-1-101');
  await desk.page.locator('.queue-scroll tbody tr').nth(1).waitFor({ state: 'detached' });
  await desk.see('走查张三');
  await desk.shot('console-homes-by-address');
  await desk.go('/console/community/homes?q=走查张三');
  await desk.see('138****0001');
  await desk.click('1 号楼 1 单元 101');
  await desk.see('份额 1/2');
  await desk.page.getByRole('button', { name: '看走查张三的完整电话' }).click();
  await desk.see('13800000001');
  await desk.press('登记过户');
  await desk.write('#owner-0-name', '走查买家');
  await desk.write('#owner-0-phone', '13800000009');
  await desk.shot('console-homes-transfer');
  await desk.press('登记过户');
  await desk.see('过户登记好了');
  await desk.see('138****0009');
  await desk.see('走查李四');
  await desk.shot('console-homes-drawer');
  await desk.close();

  for (const [name, look] of [
    ['dark', { dark: true }],
    ['phone', { width: 390, height: 844 }],
  ] as const) {
    const other = await ConsoleDesk.open(world.browser, world.url, look);
    await other.signIn('shuji1', 'linli-demo-2025');
    await other.see('待办');
    await other.go('/console/community/homes');
    await other.see('走查王五');
    await other.shot(`console-homes-${name}`);
    await other.click('1 号楼 1 单元 101');
    await other.see('单独所有');
    await other.shot(`console-homes-drawer-${name}`);
    await other.close();
  }
});

test('a secretary enters an elder without a phone, reads who confirmed whom, and corrects what a home is', async () => {
  const desk = await ConsoleDesk.open(world.browser, world.url);
  await desk.signIn('shuji1', 'linli-demo-2025');
  await desk.see('待办');
  await desk.go('/console/community/households?state=confirmed');
  await desk.press('登记没有手机的住户');
  await desk.write('#enter-name', '走查孙奶奶');
  // As people type it, without the spaces it is drawn with.
  await desk.pick('哪栋楼', '安澜里 3 号楼', '安澜里3');
  await desk.pick('哪一户', '1 单元 301');
  await desk.page.getByRole('dialog').getByText('家人', { exact: true }).click();
  await desk.shot('console-household-enter');
  await desk.page
    .getByRole('dialog')
    .getByRole('button', { name: /登\s*记/ })
    .last()
    .click();
  await desk.see('登记好了');
  await desk.see('代为登记');
  await desk.see('这户还有谁');
  await desk.shot('console-household');
  // Somebody who turns out to be here already is made one with this entry from here.
  await desk.press('合并重复的人');
  await desk.see('留下的人');
  await desk.page.getByRole('dialog').getByRole('button', { name: '换一个人' }).waitFor();
  await desk.shot('console-household-merge');
  await desk.press('先不合并');
  await desk.page.getByRole('dialog').waitFor({ state: 'detached' });
  const [member] = await world.query<{ state: string; label: string }>(
    "select state, home_label as label from household_member where name = '走查孙奶奶'",
  );
  assert.equal(member?.state, 'confirmed');
  assert.match(member?.label ?? '', /安澜里 3 号楼 1 单元 301/);
  await desk.pick('楼栋', '安澜里 3 号楼');
  await desk.page.getByRole('link', { name: '走查孙奶奶', exact: true }).waitFor();

  await desk.page.getByRole('link', { name: /安澜里 3 号楼 1 单元 301/ }).click();
  await desk.press('改面积、用途、证号');
  await desk.write('#home-area', '八十八');
  await desk.press('改好了');
  await desk.see('面积写成 88.50 这样的数');
  await desk.write('#home-area', '88.5');
  await desk.write('#home-title', '鲁(2026)走查0001');
  await desk.press('改好了');
  await desk.see('88.50 ㎡');
  await desk.see('改了房屋的登记');
  await desk.shot('console-home-described');

  // Who waits can be rung before they are confirmed; the whole number comes when it is asked for.
  await desk.go('/console/community/households?state=claimed');
  await desk.page.getByRole('link', { name: '演示租户一', exact: true }).click();
  await desk.see('打电话问问');
  await desk.press('看演示租户一的完整电话');
  await desk.page.getByText(/^1\d{10}$/).waitFor();
  await desk.shot('console-household-call');
  await desk.close();
});
