import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { H5Phone } from './support/h5-phone.js';
import { drawPhoto } from './support/photos.js';
import { openWorld, type World } from './support/world.js';

let world: World;
before(async () => {
  world = await openWorld();
});
after(async () => {
  await world.close();
});

const SCANNED = '/q/AN3H2DY7';
const PROPERTY = '安澜物业';
const CITY_ORDER = '澄湖城管';
const FIRE_STATION = '澄湖消防';
const SIGN_IN = '/m/#/pages/sign-in/index';

/** Somebody of the demo neighbourhood with a phone in the hand. */
async function signedInAs(key: string): Promise<H5Phone> {
  const phone = await H5Phone.open(world.browser, world.url, SIGN_IN);
  await phone.see('#demo-resident-1');
  if (!(await phone.isSeen(`#demo-${key}`))) await phone.tap('#demo-desk-people');
  await phone.tap(`#demo-${key}`);
  await phone.see('随手拍');
  return phone;
}

/** A resident reports from a scanned code and stays on what they reported. */
async function reportedBy(key: string, line: string, category: string): Promise<H5Phone> {
  const resident = await signedInAs(key);
  await resident.go(SCANNED);
  await resident.tap('#snap');
  await resident.type('#report-text', line);
  await resident.tap(`#category-${category}`);
  await resident.sendReport();
  await resident.tap('#report-follow');
  await resident.see('等待受理');
  return resident;
}

/** Somebody who works opens the case of this line, by its link: in a list that moves a tap may open another. */
async function opens(phone: H5Phone, line: string): Promise<void> {
  const [incident] = await world.query<{ id: string }>('select id from incident where description = ?', [
    line,
  ]);
  await phone.go(`/m/#/packages/incident/pages/detail/index?id=${incident?.id}`);
  await phone.see('办到哪了');
}

const stateOf = async (line: string) => {
  const [row] = await world.query<{ state: string; round: number }>(
    'select state, round from incident where description = ?',
    [line],
  );
  return { ...row };
};

test('a hard case goes through a plan, a helper, a dispute and a second round to its end', async () => {
  const line = '3 号楼 2 单元的单元门关不上，夜里风大，砰砰响';
  const note = '换掉变形的门轴，装一个闭门器';
  const resident = await reportedBy('resident-6', line, 'facility');

  const worker = await signedInAs('grid-worker-1');
  await opens(worker, line);
  await worker.tap('#act-accept');
  await worker.see('这件事好办吗');
  await worker.shot('h5-judge');
  await worker.tap('#act-judge-hard');
  await worker.tap('#act-plan');
  await worker.tap('#plan-send');
  await worker.see('选一个日子');
  await worker.see('写一句打算怎么办');
  await worker.tap('#plan-due-three-days');
  await worker.type('#plan-note', '门轴要定做，请物业三天内换好');
  await worker.shot('h5-plan');
  await worker.tap('#plan-send');
  await worker.see('门轴要定做');

  await worker.tap('#act-hand-over');
  await worker.tap('#route-assisted');
  await worker.tap(PROPERTY);
  await worker.tap('#dispatch-send');
  await worker.see('写一句请他们办什么');
  await worker.tap('#due-1-tomorrow');
  await worker.type('#part-note-1', note);
  await worker.shot('h5-dispatch-assisted');
  await worker.tap('#dispatch-send');
  await worker.see('办理中');
  await worker.see('谁在办');
  await worker.shot('h5-detail-assisted');

  // The resident reads the plan and who is on it.
  await resident.see('门轴要定做');
  await resident.see('等接手');
  await resident.shot('h5-detail-planned-resident');

  // The helper reads what to do on their own phone, never who reported.
  const helper = await signedInAs('co-helper-1');
  await helper.see('请我们办的事');
  await helper.shot('h5-home-co-helper');
  await helper.tap(note);
  await helper.see('这里不写是谁报的');
  assert.equal(await helper.isSeen('演示居民六'), false);
  await helper.shot('h5-task');
  await helper.tap('#act-accept');
  await helper.tap('#act-finish');
  await helper.type('#finish-note', '门轴换了，闭门器装好了');
  await helper.choosePhotos('#finish-add-photo', [await drawPhoto('door', { r: 90, g: 110, b: 130 })]);
  await helper.shot('h5-task-finish');
  await helper.tap('#finish-send');
  await helper.see('用时');
  await helper.shot('h5-task-done');

  await worker.tap('#act-resolve');
  await worker.type('#resolve-note', '物业换好了门轴，试过了');
  await worker.tap('#resolve-send');
  await worker.see('等居民确认');

  // Seven days to say that it is not done; what was written survives closing the app.
  await resident.lookAgain('等您确认');
  await resident.see('前没有回音，就按办好了算');
  await resident.shot('h5-detail-confirm');
  await resident.tap('#act-dispute');
  await resident.tap('#dispute-send');
  await resident.see('写一句哪里还没好');
  await resident.type('#dispute-note', '门能关上了，闭门器还是漏油');
  await resident.reopen();
  await resident.tap('#act-dispute');
  assert.equal(await resident.typed('#dispute-note'), '门能关上了，闭门器还是漏油');
  await resident.shot('h5-dispute');
  await resident.tap('#dispute-send');
  await resident.see('第 2 次办');
  await resident.shot('h5-detail-round-2');

  // Round two has a plan of its own.
  await worker.tap('#act-plan');
  await worker.tap('#plan-due-tomorrow');
  await worker.type('#plan-note', '明天换一个闭门器');
  await worker.tap('#plan-send');
  await worker.see('明天换一个闭门器');
  await worker.shot('h5-detail-round-2-worker');
  await worker.tap('#act-resolve');
  await worker.type('#resolve-note', '换了新的闭门器，不漏了');
  await worker.tap('#resolve-send');
  await resident.lookAgain('等您确认');
  await resident.tap('#rate-5');
  await resident.tap('#act-confirm');
  await resident.see('已办好');
  await resident.shot('h5-detail-round-2-closed');

  assert.deepEqual(await stateOf(line), { state: 'closed', round: 2 });
  await Promise.all([resident.close(), worker.close(), helper.close()]);
});

test('several work on one case together, what one returns goes to another, and it is closed once', async () => {
  const line = '清河湾西门外占道摆摊，油烟往楼里灌';
  const resident = await reportedBy('resident-5', line, 'sanitation');

  const worker = await signedInAs('grid-worker-1');
  await opens(worker, line);
  await worker.tap('#act-accept');
  await worker.tap('#act-judge-complex');
  await worker.tap('#act-hand-over');
  await worker.tap('#route-joint');
  await worker.tap(CITY_ORDER);
  await worker.tap('#dispatch-send');
  await worker.see('联办至少要两家');
  await worker.tap(FIRE_STATION);
  await worker.tap('#lead-1');
  await worker.tap('#due-1-four-hours');
  await worker.type('#part-note-1', '请劝走占道的摊位');
  await worker.tap('#due-2-tomorrow');
  await worker.type('#part-note-2', '请看煤气罐摆得安不安全');
  await worker.shot('h5-dispatch-joint');
  await worker.tap('#dispatch-send');
  await worker.see('联办');
  await worker.shot('h5-detail-joint');

  const officerOne = await signedInAs('department-officer-1');
  await officerOne.tap('请劝走占道的摊位');
  await officerOne.see('一起办的');
  await officerOne.tap('#act-accept');
  await officerOne.tap('#act-finish');
  await officerOne.type('#finish-note', '摊位已经劝离');
  await officerOne.tap('#finish-send');
  await officerOne.see('用时');

  const officerTwo = await signedInAs('department-officer-2');
  await officerTwo.tap('请看煤气罐摆得安不安全');
  await officerTwo.tap('#act-more');
  await officerTwo.shot('h5-task-more');
  await officerTwo.tap('#act-return');
  await officerTwo.type('#return-note', '没有明火，摊位占道不归消防管');
  await officerTwo.tap('#return-send');
  await officerTwo.see('退回了');
  await officerTwo.shot('h5-task-returned');

  // Nothing else is open, and yet it is not done: it goes to another.
  await worker.lookAgain('退回了');
  await worker.tap('#act-more');
  await worker.tap('#act-dispatch');
  await worker.tap('#route-joint');
  await worker.tap(PROPERTY);
  await worker.tap('#due-1-two-hours');
  await worker.type('#part-note-1', '请把西门的护栏装回去');
  await worker.tap('#dispatch-send');
  await worker.see('等接手');
  await worker.shot('h5-detail-dispatched-anew');

  const another = await signedInAs('co-helper-1');
  await another.tap('请把西门的护栏装回去');
  await another.tap('#act-more');
  await another.tap('#act-ask-time');
  await another.tap('#ask-time-due-after-tomorrow');
  await another.type('#ask-time-note', '护栏明天才到');
  await another.shot('h5-ask-time');
  await another.tap('#ask-time-send');
  await another.see('等社区答复');

  const community = await signedInAs('community-worker-1');
  await opens(community, line);
  await community.tap(PROPERTY);
  await community.see('等社区答复');
  await community.shot('h5-task-staff');
  await community.tap('#act-grant-time');
  await community.doNotSee('等社区答复');

  await another.doNotSee('等社区答复');
  await another.tap('#act-accept');
  await another.tap('#act-finish');
  await another.type('#finish-note', '护栏装好了');
  await another.tap('#finish-send');
  await another.see('用时');

  await worker.tap('#act-resolve');
  await worker.type('#resolve-note', '摊位劝离，护栏装好');
  await worker.tap('#resolve-send');
  await resident.lookAgain('等您确认');
  await resident.tap('#rate-4');
  await resident.tap('#act-confirm');
  await resident.see('已办好');
  assert.deepEqual(await stateOf(line), { state: 'closed', round: 1 });
  const closings = await world.query(
    `select a.id from incident_action a join incident i on i.id = a.incident_id
     where i.description = ? and a.action = 'confirm'`,
    [line],
  );
  assert.equal(closings.length, 1);

  // What is somebody else's says so kindly.
  const task = another.page.url().replace(world.url, '');
  await officerOne.go(task);
  await officerOne.see('这个任务不归您办');
  await officerOne.shot('h5-task-not-ours');
  await Promise.all([resident, worker, officerOne, officerTwo, another, community].map((one) => one.close()));
});

test('a community worker keeps after a task: no more time, a reminder, another organisation, and taken back', async () => {
  const line = '车库坡道的防滑条翘起来了，下雨电动车打滑';
  const resident = await reportedBy('resident-3', line, 'facility');
  const community = await signedInAs('community-worker-1');
  await opens(community, line);
  await community.tap('#act-accept');
  await community.tap('#act-judge-simple');
  await community.tap('#act-hand-over');
  await community.tap('#route-assisted');
  await community.tap(PROPERTY);
  await community.tap('#due-1-two-hours');
  await community.type('#part-note-1', '请把翘起来的防滑条钉回去');
  await community.tap('#dispatch-send');
  await community.see('谁在办');

  const helper = await signedInAs('co-helper-1');
  await helper.tap('请把翘起来的防滑条钉回去');
  const task = helper.page.url().replace(world.url, '');
  await helper.tap('#act-more');
  await helper.tap('#act-ask-time');
  await helper.tap('#ask-time-due-after-tomorrow');
  await helper.type('#ask-time-note', '要去买钉子');
  await helper.tap('#ask-time-send');
  await helper.see('等社区答复');

  await community.go(task);
  await community.see('等社区答复');
  await community.tap('#act-more');
  await community.tap('#act-refuse-time');
  await community.type('#refuse-time-note', '天冷路滑，不能再等');
  await community.shot('h5-task-refuse-time');
  await community.tap('#refuse-time-send');
  await community.doNotSee('等社区答复');
  await helper.lookAgain('天冷路滑，不能再等');

  await community.tap('#act-urge');
  await community.type('#urge-note', '今天天黑前能来吗');
  await community.tap('#urge-send');
  await helper.lookAgain('今天天黑前能来吗');
  await helper.shot('h5-task-urged');

  await community.tap('#act-more');
  await community.tap('#act-transfer');
  await community.see('安澜社区民警');
  await community.tap('#transfer-send');
  await community.see('选一家来接');
  await community.tap('安澜社区民警');
  await community.tap('#transfer-send');
  await community.see('写一句为什么转');
  await community.type('#transfer-note', '物业今天腾不出人，警务室就在车库口');
  await community.shot('h5-task-transfer');
  await community.tap('#transfer-send');
  await community.see('请安澜社区民警办');
  await helper.reopen();
  await helper.see('这个任务不归您办');

  const officer = await signedInAs('co-helper-2');
  await officer.tap('请把翘起来的防滑条钉回去');
  await officer.see('请安澜社区民警办');
  await community.tap('#act-more');
  await community.tap('#act-cancel');
  await community.tap('#cancel-send');
  await community.see('写一句为什么不用办了');
  await community.type('#cancel-note', '居民自己钉好了');
  await community.tap('#cancel-send');
  await officer.lookAgain('居民自己钉好了');
  await officer.shot('h5-task-cancelled');
  assert.equal(await officer.isSeen('#act-accept'), false);

  // Nobody is at it any more: the case is the community's again.
  await community.go('/m/#/packages/workbench/pages/list/index');
  await community.see(line);
  await opens(community, line);
  await community.tap('#act-resolve');
  await community.type('#resolve-note', '居民钉好了，去看过');
  await community.tap('#resolve-send');
  await resident.lookAgain('等您确认');
  await Promise.all([resident, community, helper, officer].map((one) => one.close()));
});

test('a hold asked for on the phone is approved by a community worker, and the work goes on', async () => {
  const line = '3 号楼电梯里的灯坏了一半，等着换';
  const reason = '灯要原厂的，厂家说后天到';
  const resident = await reportedBy('resident-4', line, 'lighting');

  const worker = await signedInAs('grid-worker-1');
  await opens(worker, line);
  await worker.tap('#act-accept');
  await worker.tap('#act-judge-simple');
  await worker.tap('#act-dispatch');
  await worker.tap('#act-more');
  await worker.see('还可以');
  await worker.shot('h5-more');
  await worker.tap('#act-request-hold');
  await worker.type('#request-hold-note', reason);
  await worker.shot('h5-request-hold');
  await worker.tap('#request-hold-send');
  await worker.see('等社区同意');
  // Whoever asked cannot approve.
  assert.equal(await worker.isSeen('#act-approve-hold'), false);

  const community = await signedInAs('community-worker-1');
  await opens(community, line);
  await community.see(reason);
  await community.shot('h5-approve-hold');
  await community.tap('#act-approve-hold');
  await community.see('已停表');

  await resident.lookAgain('已停表');
  await resident.see(reason);
  await resident.shot('h5-detail-held');

  await worker.lookAgain('已停表');
  await worker.tap('#act-resume');
  await worker.see('办理中');
  await resident.doNotSee('已停表');
  assert.deepEqual(await stateOf(line), { state: 'handling', round: 1 });
  await Promise.all([resident.close(), worker.close(), community.close()]);
});

test('whoever reported reads why it was not taken on', async () => {
  const line = '小区外面大马路上的井盖响，吵得睡不着';
  const reason = '这是市政道路，已经转告市政热线，您也可以直接打过去问进度';
  const resident = await reportedBy('resident-2', line, 'facility');
  const community = await signedInAs('community-worker-1');
  await opens(community, line);
  await community.tap('#act-more');
  await community.tap('#act-reject');
  await community.tap('#reject-send');
  await community.see('写一句为什么');
  await community.type('#reject-note', reason);
  await community.shot('h5-reject');
  await community.tap('#reject-send');
  await community.see('这件事没有受理');

  await resident.lookAgain('这件事没有受理');
  await resident.see(reason);
  await resident.shot('h5-detail-rejected');
  assert.deepEqual(await stateOf(line), { state: 'rejected', round: 1 });
  await Promise.all([resident.close(), community.close()]);
});
