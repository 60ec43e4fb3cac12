import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { cellsOf, sheetOf } from '../server/test/support/sheets.js';
import { ConsoleDesk } from './support/console-desk.js';
import { openWorld, type World } from './support/world.js';

let world: World;
before(async () => {
  world = await openWorld();
});
after(async () => {
  await world.close();
});

async function deskOf(account: string, look: { width?: number; height?: number; dark?: boolean } = {}) {
  const desk = await ConsoleDesk.open(world.browser, world.url, look);
  await desk.signIn(account, 'linli-demo-2025');
  await desk.see('待办');
  await desk.go('/console/hotline');
  await desk.see('12345 工单');
  return desk;
}

const HEADER = ['工单编号', '受理时间', '办理时限', '来电人', '联系电话', '诉求内容', '事发地址', '类别'];
const LAMP = '走查：3 号楼 2 单元楼道灯不亮，老人下楼看不清台阶';
const lamp = (due: string) => [
  '走查-001',
  '2026-01-05 09:30',
  due,
  '李女士',
  '0546-8123456',
  LAMP,
  '安澜里 3号楼 2单元',
  '公共照明',
];
const branch = [
  '走查-002',
  '2026-01-05 10:10',
  '2099-01-08',
  '周先生',
  13800000002,
  '走查：小路上的树枝挡住了路灯',
  '菜市场后面',
  '市容',
];
/** A list with a title above its header, as cities hand it out. */
const listWith = async (due: string) => ({
  name: '交办清单.xlsx',
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer: await sheetOf([['12345 热线交办清单'], HEADER, lamp(due), branch]),
});

test('orders of the city hotline are imported, put right first, handled, answered, exported and handed back', async () => {
  const desk = await deskOf('shegong1');
  await desk.click('导入');
  await desk.page.locator('#hotline-file').setInputFiles(await listWith('后天下午'));
  await desk.see('要改的 1 行');
  await desk.see('「办理时限」看不懂');
  assert.equal(await desk.page.getByRole('button', { name: '导入 1 张' }).isDisabled(), true);
  await desk.shot('console-hotline-import-wrong');
  const inThreeDays = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  await desk.page.locator('#hotline-file').setInputFiles(await listWith(inThreeDays));
  await desk.see('新的 2 张');
  await desk.see('没有认出是哪栋楼');
  await desk.shot('console-hotline-import');
  await desk.press('导入 2 张');
  await desk.see('导入了 2 张工单');

  await desk.click(LAMP);
  await desk.see('办好之后在这里写答复');
  await desk.see('0546-8123456');
  await desk.shot('console-hotline-order');
  for (const step of ['我来处理', '简单的事', '自己办']) await desk.press(step);
  await desk.press('办好了');
  await desk.write('#resolve-note', '换了灯头，亮了');
  await desk.press('办好了');
  await desk.press('写好答复');
  await desk.see('写一句怎么答复来电人');
  await desk.write('#hotline-reply', '您好，楼道灯已换好');
  await desk.press('写好答复');
  await desk.press('改一次答复');
  await desk.write('#hotline-reply', '您好，2 单元楼道灯已经换好，感谢反映。');
  await desk.press('改好了');
  await desk.see('感谢反映');
  assert.equal(await desk.isOffered('改一次答复'), false);
  await desk.shot('console-hotline-answered');

  await desk.page.getByRole('link', { name: /^已答复/ }).click();
  const [download] = await Promise.all([desk.page.waitForEvent('download'), desk.press('导出')]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  const { rows } = await cellsOf(new Uint8Array(Buffer.concat(chunks)).buffer);
  assert.ok(
    rows.some((row) => row[0] === '走查-001' && row[5]?.includes('感谢反映')),
    JSON.stringify(rows),
  );

  await desk.press('记下已交回');
  await desk.press('交回了');
  await desk.see('交回热线');
  await desk.page.getByRole('link', { name: /^已交回/ }).click();
  await desk.see('按时交回');
  await desk.shot('console-hotline-handed-back');

  // The queue knows where the other one came from, and that it lies in no grid.
  await desk.go('/console/incidents?source=hotline&grid=none');
  await desk.see('12345 · 还剩');
  await desk.shot('console-hotline-queue');
});

test('an order is typed in at a desk, in the dark, and on a phone, and a subdistrict officer only looks', async () => {
  for (const [name, look] of [
    ['desk', {}],
    ['dark', { dark: true }],
    ['phone', { width: 390, height: 844 }],
  ] as const) {
    const desk = await deskOf('shuji1', look);
    await desk.shot(`console-hotline-${name}`);
    await desk.click('录一张');
    await desk.press('录好了');
    await desk.see('写热线的工单编号');
    await desk.shot(`console-hotline-new-${name}`);
    await desk.write('#order-number', `走查-手录-${name}`);
    await desk.write('#order-caller', '孙女士');
    await desk.write('#order-text', `走查：${name} 上录的，井盖松动，晚上响`);
    await desk.press('三天后');
    await desk.choose('公共设施');
    if (name === 'dark') {
      // Every answer is lost, and a word is corrected: what was taken in is shown.
      const line = await desk.loseAnswersOf('**/api/hotline-orders');
      await desk.press('录好了');
      await desk.see('连不上服务器');
      await line.mend();
      await desk.write('#order-caller', '孙大姐');
    }
    await desk.press('录好了');
    if (name === 'dark') await desk.see('上次其实录进去了');
    await desk.see('办好之后在这里写答复');
    await desk.shot(`console-hotline-entered-${name}`);
    await desk.close();
  }
  const officer = await deskOf('jiedao1');
  await officer.see('走查-手录-desk');
  assert.equal(await officer.isSeen('录一张'), false);
  assert.equal(await officer.isOffered('导出'), false);
  await officer.close();
});
