import assert from 'node:assert/strict';
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

async function deskOf(account: string, look: { width?: number; height?: number; dark?: boolean } = {}) {
  const desk = await ConsoleDesk.open(world.browser, world.url, look);
  await desk.signIn(account, 'linli-demo-2025');
  await desk.see('待办');
  return desk;
}

/** A resident reports in words at the scanned building, and looks on. */
async function reported(person: string, line: string, category = 'facility'): Promise<H5Phone> {
  const phone = await H5Phone.open(world.browser, world.url, '/m/#/pages/sign-in/index');
  await phone.tap(`#demo-${person}`);
  await phone.see('随手拍');
  await phone.go('/q/AN3H2DY7');
  await phone.tap('#snap');
  await phone.type('#report-text', line);
  await phone.tap(`#category-${category}`);
  await phone.sendReport();
  await phone.tap('#report-follow');
  await phone.see('等待受理');
  return phone;
}

async function taken(desk: ConsoleDesk, line: string, difficulty = '简单的事'): Promise<void> {
  await desk.openCase(line);
  await desk.press('我来处理');
  await desk.press(difficulty);
}

test('a hard case gets a plan, is held by two people, and goes on', async () => {
  const line = '东单元下水管裂了，一楼墙角一直渗水';
  const resident = await reported('resident-4', line);
  const desk = await deskOf('shegong1');
  await taken(desk, line, '难办的事');

  // The plan asks for words and a date before it goes.
  await desk.press('定下方案');
  await desk.press('定下方案');
  await desk.see('写一句打算怎么办');
  await desk.write('#plan-note', '先围起来，下周一请维修队换管');
  await desk.press('一周后');
  await desk.shot('console-plan-form');
  await desk.press('定下方案');
  await desk.see('您定下了方案');
  await desk.press('自己办');
  await desk.see('您开始办理');

  // Who asks for a hold does not see the button that grants it.
  await desk.press('申请挂起');
  await desk.write('#request-hold-words', '管子要订货，三天后到');
  await desk.page.keyboard.press('Escape');
  await desk.press('申请挂起');
  assert.equal(await desk.page.locator('#request-hold-words').inputValue(), '管子要订货，三天后到');
  await desk.press('申请挂起');
  await desk.see('等别人来批挂起');
  assert.equal(await desk.isOffered('同意挂起'), false);
  await desk.shot('console-hold-own');

  const secretary = await deskOf('shuji1');
  await secretary.click('等批挂起');
  await secretary.openCase(line);
  await secretary.see('管子要订货，三天后到');
  await secretary.shot('console-hold-decide');
  await secretary.press('同意挂起');
  await secretary.see('挂起中，已停表');
  await secretary.shot('console-held');
  await desk.see('挂起中，已停表');
  await desk.press('接着办');
  await desk.see('您接着办了');
  await resident.lookAgain('办理中');

  // What started, paused and stopped the clocks, to be read out when somebody asks.
  await desk.click('时钟记录');
  await desk.see('居民报上这件事');
  await desk.see('申请挂起');
  await desk.see('谁也改不了');
  await desk.shot('console-clock-report');
  await desk.page.getByRole('link', { name: '回到这件事' }).click();
  await desk.see('您接着办了');
  await Promise.all([resident.close(), desk.close(), secretary.close()]);
});

test('two reports of one thing become one, and a thing that is over cannot take another in', async () => {
  const one = '三单元门口路面塌了一块，老人绊过';
  const same = '3 单元门前地砖陷下去了，推车过不去';
  const first = await reported('resident-2', one);
  const second = await reported('resident-3', same);
  const desk = await deskOf('shegong1');
  await desk.openCase(same);
  await desk.press('并入另一件');
  await desk.write('#merge-search', '路面塌了');
  await desk.shot('console-merge-search');
  await desk.press(one);
  await desk.see('并了不能再拆');
  await desk.shot('console-merge-compare');

  // Meanwhile somebody decides that the other one is not for us.
  const secretary = await deskOf('shuji1');
  await secretary.openCase(one);
  await secretary.press('不受理');
  await secretary.write('#reject-words', '这段路归市政管，已经转告 12345');
  await secretary.shot('console-reject');
  await secretary.press('不受理');
  await secretary.see('没有受理');
  await first.lookAgain('这段路归市政管，已经转告 12345');
  await desk.press('并成一件');
  await desk.see('要并入的那件事现在是「不受理」，请另选一件');

  // One that is over is shown with why it cannot be chosen; another is taken.
  const third = await reported('resident-5', '三单元门口的坑积水了，请来看看');
  await desk.press('换一件');
  await desk.write('#merge-search', '路面塌了');
  await desk.see('不受理，不能并入');
  await desk.write('#merge-search', '坑积水');
  await desk.press('三单元门口的坑积水了');
  await desk.press('并成一件');
  await desk.see('并入了另一件');
  await desk.shot('console-merged');
  await second.lookAgain('已并案');
  await third.see('等待受理');
  await desk.page.locator('.fact-card a').click();
  await desk.see('并进来 1 件相同的事');
  await Promise.all([first, second, third, desk, secretary].map((one) => one.close()));
});

test('a check-back that hears no has it done again', async () => {
  const line = '健身角的扭腰器又松了，晃得厉害';
  const resident = await reported('resident-6', line);
  const desk = await deskOf('shegong1');
  await taken(desk, line);
  await desk.press('自己办');
  await desk.press('办好了');
  await desk.write('#resolve-note', '螺丝拧紧了');
  await desk.press('办好了');
  await desk.see('等报的人确认');
  assert.equal(await desk.isOffered('记回访'), false);

  const secretary = await deskOf('shuji1');
  await secretary.click('等回访');
  await secretary.openCase(line);
  await secretary.press('记回访');
  await secretary.press('记回访');
  await secretary.see('先选居民怎么说');
  await secretary.choose('居民说还没好');
  await secretary.write('#check-back-note', '打电话问过，说第二天又松了');
  await secretary.shot('console-check-back');
  await secretary.press('记回访');
  await secretary.see('回访时居民说还没好，第 2 次办');
  await secretary.shot('console-done-again');
  await resident.lookAgain('办理中');
  await desk.see('第 2 次办');
  await desk.press('办好了');
  await Promise.all([resident.close(), desk.close(), secretary.close()]);
});

test('a joint case goes to two departments: one asks for time, one returns it, it is given again, and closed once', async () => {
  const line = '消防通道被铁栅栏封死了，救护车进不来';
  const resident = await reported('resident-1', line);
  const desk = await deskOf('shegong1');
  await taken(desk, line, '复杂的事');
  await desk.press('请部门联办');
  await desk.pick('第 1 家', '澄湖城管');
  await desk.write('#part-note-1', '拆掉封住通道的栅栏');
  await desk.pressNth('明天 18:00', 0);
  await desk.pick('第 2 家', '澄湖消防');
  await desk.write('#part-note-2', '检查通道和消火栓');
  await desk.pressNth('明天 18:00', 1);
  await desk.press('派给 2 家联办');
  await desk.see('选一家牵头');
  await desk.choose('牵头');
  await desk.shot('console-dispatch-joint');
  await desk.press('派给 2 家联办');
  await desk.see('派出去的任务');
  await desk.see('联办 0 / 2 办好了');
  await desk.press('催一催');
  await desk.shot('console-joint-tasks');

  // Each department sees its own part, and neither who reported nor the queue.
  const city = await deskOf('chengguan1');
  const fire = await deskOf('xiaofang1', { dark: true });
  await city.click(line);
  await city.see('拆掉封住通道的栅栏');
  assert.equal(await city.isSeen('演示居民一'), false);
  assert.equal(await city.isSeen('检查通道和消火栓'), false);
  await city.press('接手');
  await city.see('接手了');
  await city.press('申请延期');
  await city.press('一周后');
  await city.write('#task-ask-time-words', '要先下整改通知');
  await city.shot('console-task-ask-time');
  await city.press('申请延期');
  await city.see('等社区答复');
  await fire.click(line);
  await fire.press('退回');
  await fire.write('#task-return-words', '今天出警，明天才有人');
  await fire.press('退回');
  await fire.see('退回了');
  await fire.shot('console-task-returned-dark');
  await fire.go('/console/incidents');
  await fire.see('这一页不归您看');
  await fire.shot('console-no-permission');

  // The community grants the time and asks somebody else in place of the one who gave it back.
  await desk.see('要先下整改通知');
  await desk.shot('console-task-asked');
  await desk.press('同意延期');
  await desk.see('今天出警，明天才有人');
  await desk.pressOrMore('请部门联办');
  await desk.pick('第 1 家', '澄湖消防');
  await desk.write('#part-note-1', '检查消火栓有没有水');
  await desk.pressNth('明天 18:00', 0);
  await desk.press('派给 1 家联办');
  await desk.see('澄湖消防');
  const property = await deskOf('xiaofang1', { width: 390, height: 844 });
  await property.click(line);
  await property.press('办好了');
  await property.write('#task-finish-note', '三个消火栓都有水');
  await property.shot('console-task-phone');
  await property.press('办好了');
  await property.see('记下了，社区会来看');
  assert.equal(await desk.isOffered('办好了'), false);
  await city.press('办好了');
  await city.write('#task-finish-note', '栅栏拆了，地面画了黄线');
  await city.press('办好了');
  await desk.see('联办 2 / 2 办好了');
  await desk.press('办好了');
  await desk.write('#resolve-note', '栅栏拆了，消火栓也查过');
  await desk.press('办好了');
  await desk.see('等报的人确认');
  await desk.shot('console-joint-resolved');
  await resident.lookAgain('等您确认');
  await Promise.all([resident, desk, city, fire, property].map((one) => one.close()));
});

test('who helped with the same kind of thing last is offered first', async () => {
  const one = '东门岗亭边上的雨水篦子堵了，一下雨就积水';
  const same = '西门的雨水篦子也堵了，电动车绕不过去';
  const desk = await deskOf('shegong1');
  const first = await reported('resident-1', one, 'water');
  await taken(desk, one);
  // Nobody has done such a thing here yet, but one organisation with people in it works for the estate.
  await desk.see('这个小区由安澜物业服务');
  await desk.press('派给安澜物业');
  await desk.write('#part-note-1', '请把雨水篦子掏干净');
  await desk.press('派给安澜物业帮办');
  await desk.see('派出去了');
  const helper = await H5Phone.open(world.browser, world.url, '/m/#/pages/sign-in/index');
  await helper.tap('#demo-desk-people');
  await helper.tap('#demo-co-helper-1');
  await helper.tap('请把雨水篦子掏干净');
  await helper.tap('#act-accept');
  await helper.tap('#act-finish');
  await helper.type('#finish-note', '掏干净了');
  await helper.tap('#finish-send');
  await helper.see('用时');

  const second = await reported('resident-2', same, 'water');
  await taken(desk, same);
  await desk.see('同类的事上次安澜物业办');
  await desk.shot('console-usual-helper');
  await desk.press('派给安澜物业');
  await desk.write('#part-note-1', '西门的也请掏一下');
  await desk.press('派给安澜物业帮办');
  await desk.see('派出去了');
  await helper.go('/m/#/pages/home/index');
  await helper.see('西门的也请掏一下');
  await Promise.all([first.close(), second.close(), helper.close(), desk.close()]);
});

test('somebody telephones: it is typed in for them, and they follow it by a code', async () => {
  const line = '李阿姨说 5 号楼下水井盖没了，怕孩子掉下去';
  const desk = await deskOf('shegong1');
  await desk.click('代居民报');
  await desk.press('替居民报上');
  await desk.see('写一下怎么称呼');
  await desk.write('#caller-name', '李阿姨');
  await desk.write('#caller-words', line);
  await desk.choose('公共设施');
  await desk.press('在地图上点');
  await desk.page.locator('.caller-map').click({ position: { x: 200, y: 150 } });
  await desk.shot('console-report-for');
  await desk.pick('哪栋楼', '安澜里 5 号楼', '安澜里5号楼2单元301');
  await desk.press('替居民报上');
  await desk.see('请居民记下这个查询码');
  await desk.shot('console-follow-code');
  const code = await desk.page.locator('[data-follow-code]').getAttribute('data-follow-code');
  const phone = await H5Phone.open(world.browser, world.url, `/f/${code}`);
  await phone.see('等待受理');
  await desk.click('去办这件事');
  await desk.see('李阿姨');
  await desk.see('您代居民报上');
  await Promise.all([phone.close(), desk.close()]);
});
