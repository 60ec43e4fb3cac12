import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { eventually } from './support/api.js';
import { type Carrier, startCarrier } from './support/messages.js';
import { CAST, type CastMember, moveIn, type Neighbourhood } from './support/neighbourhood.js';
import { newId } from './support/new-id.js';

const KEY = '0a1b2c3d-1111-2222-3333-444455556666';

let here: Neighbourhood;
let carrier: Carrier;
before(async () => {
  carrier = await startCarrier();
  const often = { LINLI_DISPATCH_MS: '50', LINLI_SWEEP_MS: '100' };
  here = await moveIn({ WECHAT_BASE_URL: carrier.url, WECOM_BASE_URL: carrier.url, ...often });
  const webhook = `${carrier.url}/cgi-bin/webhook/send?key=${KEY}`;
  const put = await here.as('secretary', 'PUT', `/api/communities/${here.town.near.id}/staff-group`, {
    webhook,
    enabled: true,
  });
  assert.equal(put.status, 200);
});
after(async () => {
  await here?.close();
  await carrier?.stop();
});

/** All that is owed has been told. */
const calm = () =>
  eventually('every effect to be done', async () => {
    const [row] = await here.database.query<{ left: string }>(
      'select count(*) as `left` from outbox_event where done_at is null',
    );
    return Number(row?.left) === 0;
  });

/** Who has read what about this incident or its tasks so far, as `who: title`, in the order of the cast. */
async function told(incidentId: string): Promise<string[]> {
  await calm();
  const lines: string[] = [];
  for (const who of CAST) {
    const { body } = await here.as(who, 'GET', '/api/inbox?limit=50');
    for (const { id, title, link } of body.items.toReversed()) {
      const about = link.type === 'task' ? await incidentOf(link.id) : link.id;
      if (about === incidentId && !seen.has(`${id}`)) lines.push(`${who}: ${title}`);
      if (about === incidentId) seen.add(`${id}`);
    }
  }
  return lines;
}
const seen = new Set<string>();
const incidentOf = async (taskId: string) => {
  const [row] = await here.database.query<{ incidentId: string }>(
    'select incident_id as incidentId from task where id = ?',
    [taskId],
  );
  return row?.incidentId;
};
const acts = async (who: CastMember, id: string, action: string, body: Record<string, unknown> = {}) => {
  const answer = await here.act(who, id, action, body);
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
};
const posts = async () => (await carrier.carried()).posted.map(({ text }) => text);

describe('who is told what', () => {
  it('on the way from a report to its end, each who should and nobody else, and never who did it', async () => {
    const id = await here.report();
    const follow = await here.as('neighbour', 'PUT', `/api/incidents/${id}/follow`);
    assert.equal(follow.status, 200, JSON.stringify(follow.body));
    assert.deepEqual(await told(id), ['worker: 有人上报：公共照明']);
    await eventually('the post in the group', async () =>
      (await posts()).some((text) => text.startsWith('有人上报：近处小区 1 号楼')),
    );

    await acts('worker', id, 'accept');
    assert.deepEqual(await told(id), ['reporter: 您报的事有人接了', 'neighbour: 您关注的事有人接了']);

    await acts('worker', id, 'judge', { difficulty: 'simple' });
    await acts('worker', id, 'dispatch', { route: 'self' });
    assert.deepEqual(await told(id), []);

    await acts('worker', id, 'request-hold', { reason: '等灯具到货' });
    assert.deepEqual(await told(id), [
      'communityWorker: 有人申请挂起，请批一下',
      'secretary: 有人申请挂起，请批一下',
    ]);
    await acts('communityWorker', id, 'approve-hold');
    assert.deepEqual(await told(id), [
      'reporter: 您报的事暂时挂起',
      'neighbour: 您关注的事暂时挂起',
      'worker: 同意挂起',
    ]);
    await acts('worker', id, 'resume');
    assert.deepEqual(await told(id), ['reporter: 您报的事接着办了', 'neighbour: 您关注的事接着办了']);

    await acts('worker', id, 'resolve', { note: '换了灯泡', photoIds: [] });
    assert.deepEqual(await told(id), ['reporter: 您报的事办好了，请您确认', 'neighbour: 您关注的事办好了']);

    await acts('reporter', id, 'dispute', { note: '还是不亮' });
    assert.deepEqual(await told(id), ['worker: 居民说还没好', 'communityWorker: 居民说还没好']);
    await eventually('the dispute in the group', async () =>
      (await posts()).some((text) => text.startsWith('居民说还没好')),
    );

    await acts('worker', id, 'resolve', { note: '又换了一次', photoIds: [] });
    await told(id);
    await acts('reporter', id, 'confirm', { rating: 4 });
    assert.deepEqual(await told(id), ['neighbour: 您关注的事办结了', 'worker: 居民确认办好了']);
  });

  it('when it is rejected, and when it is merged into another', async () => {
    const rejected = await here.report();
    await told(rejected);
    await acts('communityWorker', rejected, 'reject', { reason: '不归社区管' });
    assert.deepEqual(await told(rejected), ['reporter: 您报的事没有受理']);
    const { items } = (await here.as('reporter', 'GET', '/api/inbox?limit=1')).body;
    assert.match(items[0].body, /不归社区管/);

    const target = await here.report({}, 'neighbour');
    const double = await here.report();
    await told(double);
    await acts('communityWorker', double, 'merge', { intoId: target });
    assert.deepEqual(await told(double), ['reporter: 您报的事并入了另一件']);
    await told(target);
    await acts('worker', target, 'accept');
    assert.deepEqual(await told(target), ['reporter: 您关注的事有人接了', 'neighbour: 您报的事有人接了']);
  });

  it('when others help: their people, then the handler, and no word of who reported', async () => {
    const id = await here.reach('judge');
    await told(id);
    const taskId = newId();
    const { property } = here.town.organisations;
    const dueAt = new Date(Date.now() + 86_400_000).toISOString();
    const tasks = [{ id: taskId, organisationId: property, dueAt, note: '请换灯' }];
    await acts('communityWorker', id, 'dispatch', { route: 'assisted', tasks });
    assert.deepEqual(await told(id), ['coHelper: 有一件新的事请您办']);

    const act = async (who: CastMember, action: string, body: object = {}) => {
      const answer = await here.as(who, 'POST', `/api/tasks/${taskId}/${action}`, {
        actionId: newId(),
        ...body,
      });
      assert.equal(answer.status, 200, JSON.stringify(answer.body));
    };
    await act('communityWorker', 'urge');
    assert.deepEqual(await told(id), ['coHelper: 社区在催这件事']);
    await act('coHelper', 'accept');
    await act('coHelper', 'finish', { note: '换好了', photoIds: [] });
    assert.deepEqual(await told(id), ['worker: 任务办好了']);

    const { items } = (await here.as('coHelper', 'GET', '/api/inbox?limit=50')).body;
    assert.ok(items.length > 0 && !JSON.stringify(items).includes('测试reporter'));
  });

  it('when only staff may know of it: nobody else, and still the one who reported', async () => {
    const id = await here.report({ categoryCode: 'help' });
    await here.database.query(
      "insert into incident_follower (incident_id, person_id, followed_at) select ?, id, utc_timestamp(3) from person where demo_key = 'neighbour'",
      [id],
    );
    await told(id);
    await acts('worker', id, 'accept');
    assert.deepEqual(await told(id), ['reporter: 您报的事有人接了']);
  });

  it('when its time ran out long ago: the whole way up stands on it in order, and each hears of it once', async () => {
    const id = await here.report();
    await told(id);
    await here.age(id, 400);
    const steps = async () =>
      (await here.as('communityWorker', 'GET', `/api/incidents/${id}`)).body.timeline
        .map(({ label }: { label: string }) => label)
        .slice(1);
    const all = ['社区工作者', '社区书记', '街道干部'].map((who) => `回应超时，报给${who}`);
    await eventually('the way up', async () => (await steps()).length === all.length);
    assert.deepEqual(await steps(), all);
    const once = ['communityWorker', 'secretary', 'officer'].map((who) => `${who}: 回应超时，报给街道干部`);
    assert.deepEqual(await told(id), once);
    const { number } = (await here.as('worker', 'GET', `/api/incidents/${id}`)).body;
    const ours = async () => (await posts()).filter((text) => text.includes('超时') && text.includes(number));
    await eventually('the post in the group', async () => (await ours()).length === 1);
  });

  it('when its place is found later: those who serve there', async () => {
    const { near } = here.town;
    const id = await here.report({ buildingId: undefined, communityId: near.id, placeNote: '一号楼门口' });
    assert.deepEqual(await told(id), ['communityWorker: 有人上报：公共照明']);
    await acts('communityWorker', id, 'locate', { buildingId: near.buildingId });
    assert.deepEqual(await told(id), ['worker: 有人上报：公共照明']);
  });

  it("where a grid has nobody, the community's workers hear it", async () => {
    const [point] = [here.town.near.grids[1].point];
    await here.database.query(
      "update appointment set to_at = utc_timestamp(3) where role = 'grid_worker' and grid_id = ?",
      [here.town.near.grids[1].id],
    );
    const location = { ...point, system: 'gcj02' };
    const id = await here.report({ buildingId: undefined, location });
    assert.deepEqual(await told(id), ['communityWorker: 有人上报：公共照明']);
  });

  it('once, even when every effect runs again', async () => {
    const id = await here.report();
    await acts('worker', id, 'accept');
    await told(id);
    const inboxes = () =>
      here.database.query('select id from inbox_message where link_id = ? order by id', [id]);
    const before = await inboxes();
    assert.ok(before.length > 0);
    await here.database.query(
      'delete from effect_run where event_id in (select id from outbox_event where subject_id = ?)',
      [id],
    );
    await here.database.query(
      "update outbox_event set state = 'pending', done_at = null, available_at = utc_timestamp(3) where subject_id = ?",
      [id],
    );
    await calm();
    assert.deepEqual(await inboxes(), before);
  });
});
