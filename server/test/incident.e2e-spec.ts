import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { INCIDENT_ACTIONS } from '@linli/shared';
import { assertProblem } from './support/api.js';
import { type CastMember, moveIn, type Neighbourhood, picture } from './support/neighbourhood.js';
import { newId } from './support/new-id.js';

let here: Neighbourhood;
before(async () => {
  here = await moveIn();
});
after(() => here?.close());

const timelineOf = (id: string) =>
  here.database.query<{ action: string }>(
    'select action from incident_action where incident_id = ? order by seq',
    [id],
  );

describe('one report, all the way', () => {
  it('goes from a place code to a closed, rated incident', async () => {
    const photo = await here.upload('reporter', await picture());
    const body = here.reportBody({
      buildingId: undefined,
      placeCode: here.town.near.placeCode,
      placeNote: '二楼',
      photoIds: [photo.body.id],
      happenedAt: new Date(Date.now() - 60_000).toISOString(),
    });
    const reported = await here.as('reporter', 'POST', '/api/incidents', body);
    assert.equal(reported.status, 201);
    assert.match(reported.body.number, /^T0-\d{4}-\d{3}$/);
    assert.equal(reported.body.placeLabel, '近处小区 1 号楼 二楼');
    assert.equal(reported.body.gridId, here.town.near.grids[0].id);
    assert.equal(reported.body.communityName, '近处社区');
    assert.equal(reported.body.clock.kind, 'response');
    assert.equal(reported.body.clock.limitMinutes, 5);
    assert.deepEqual(reported.body.allowedActions, []);
    assert.equal(reported.body.photos.length, 1);
    assert.equal(reported.body.happenedAt, body.happenedAt);
    const id = body.id;

    const seen = await here.as('worker', 'GET', `/api/incidents/${id}`);
    assert.deepEqual(seen.body.allowedActions, ['accept', 'publish']);
    assert.equal(seen.body.reporterName, '测试reporter');

    const accepted = await here.act('worker', id, 'accept', { note: '十分钟到' });
    assert.equal(accepted.status, 200);
    assert.equal(accepted.body.state, 'accepted');
    assert.equal(accepted.body.handlerName, '测试worker');
    assert.deepEqual(accepted.body.allowedActions, ['judge', 'publish']);
    assert.notEqual(accepted.body.clock.stoppedAt, null);

    const judged = await here.act('worker', id, 'judge', { difficulty: 'simple' });
    assert.deepEqual(judged.body.allowedActions, ['dispatch', 'publish']);
    assert.equal(judged.body.clock.kind, 'solve');
    assert.equal(judged.body.clock.limitMinutes, 30);
    assert.equal(judged.body.clock.startedAt, reported.body.reportedAt);

    const dispatched = await here.act('worker', id, 'dispatch', { route: 'self' });
    assert.equal(dispatched.body.state, 'handling');
    assert.deepEqual(dispatched.body.allowedActions, ['dispatch', 'request_hold', 'publish', 'resolve']);

    const evidence = await here.upload('worker', await picture('green'));
    const resolved = await here.act('worker', id, 'resolve', {
      note: '换了灯泡',
      photoIds: [evidence.body.id],
    });
    assert.equal(resolved.body.state, 'resolved');
    assert.equal(resolved.body.solvedInMinutes, 0);
    assert.deepEqual(
      resolved.body.photos.map((one: { stage: string }) => one.stage),
      ['report', 'resolve'],
    );

    const asked = await here.as('reporter', 'GET', `/api/incidents/${id}`);
    assert.deepEqual(asked.body.allowedActions, ['confirm', 'dispute']);
    assert.equal(asked.body.awaitingMe, true);
    const closed = await here.act('reporter', id, 'confirm', { rating: 5, note: '谢谢' });
    assert.equal(closed.body.state, 'closed');
    assert.equal(closed.body.rating, 5);
    assert.deepEqual(closed.body.allowedActions, []);
    assert.deepEqual(
      (await timelineOf(id)).map((entry) => entry.action),
      ['report', 'accept', 'judge', 'dispatch', 'resolve', 'confirm'],
    );
    assert.deepEqual(
      await here.database.query(
        'select kind, breached, stopped_at is null as runs from clock where subject_id = ?',
        [id],
      ),
      [
        { kind: 'response', breached: 0, runs: 0 },
        { kind: 'solve', breached: 0, runs: 0 },
        { kind: 'confirm', breached: 0, runs: 0 },
      ],
    );
  });

  it("outside every grid waits in the community's unassigned queue", async () => {
    const [first] = here.town.near.grids;
    const location = { lng: first.point.lng, lat: first.point.lat - 0.006, system: 'gcj02' };
    const id = await here.report({ buildingId: undefined, location });
    const queue = await here.as('communityWorker', 'GET', '/api/incidents?gridId=none');
    assert.ok(
      queue.body.items.some((item: { id: string; gridId: null }) => item.id === id && item.gridId === null),
    );
    assertProblem(await here.act('worker', id, 'accept'), 404, 'incident/not-found');
    assert.equal((await here.act('communityWorker', id, 'accept')).status, 200);
  });

  it('at a place somebody found by its name lies there, until its code is out of use', async () => {
    const { near } = here.town;
    const id = newId();
    await here.database.query(
      `insert into place (id, code, label, address, community_id, grid_id, building_id, estate_id, lng, lat, created_at)
       select ?, 'AAAA3333', '中心花园', address, community_id, grid_id, null, null, lng, lat, created_at
         from place where code = ?`,
      [id, near.placeCode],
    );
    const shown = async () => (await here.as(null, 'GET', `/api/communities/${near.id}/map`)).body.places;
    const [garden] = await shown();
    assert.deepEqual(Object.keys(garden).sort(), ['gridName', 'id', 'label', 'location']);
    assert.equal(garden.id, id);
    const body = here.reportBody({ buildingId: undefined, placeId: id });
    const { body: reported } = await here.as('reporter', 'POST', '/api/incidents', body);
    assert.equal(reported.placeLabel, '中心花园');
    assert.equal(reported.gridId, near.grids[0].id);
    await here.database.query('update place set revoked_at = utc_timestamp(3) where id = ?', [id]);
    assert.deepEqual(await shown(), []);
    const late = here.reportBody({ buildingId: undefined, placeId: id });
    assertProblem(await here.as('reporter', 'POST', '/api/incidents', late), 410, 'place/revoked');
  });

  it('only told in words waits in the unassigned queue of the community, shown at no point', async () => {
    const where = { buildingId: undefined, communityId: here.town.near.id };
    const wordless = here.reportBody({ ...where, placeNote: '  ' });
    assertProblem(
      await here.as('reporter', 'POST', '/api/incidents', wordless),
      422,
      'incident/place-words-needed',
    );
    const nowhere = here.reportBody({ ...where, communityId: newId(), placeNote: '公交站旁' });
    assertProblem(
      await here.as('reporter', 'POST', '/api/incidents', nowhere),
      404,
      'area/community-not-found',
    );
    const id = await here.report({ ...where, placeNote: '和悦街公交站旁' });
    const queue = await here.as('communityWorker', 'GET', '/api/incidents?gridId=none');
    const found = queue.body.items.find((item: { id: string }) => item.id === id);
    assert.equal(found.placeLabel, '近处社区（地点待核实） 和悦街公交站旁');
    assert.equal(found.location, null);
    // The words are for those who go and look; neighbours read them when they are let through.
    const seen = await here.as(null, 'GET', `/api/incidents/${id}`);
    assert.equal(seen.body.placeLabel, '近处社区（地点待核实）');
  });

  it('told in words only, is given its place by staff, once, and lies there from then on', async () => {
    const { near, far } = here.town;
    const id = await here.report({
      ...{ buildingId: undefined, communityId: near.id, placeNote: '一号楼门口' },
    });
    const locate = (who: CastMember, body: object) => here.act(who, id, 'locate', { ...body });
    const there = { buildingId: near.buildingId };
    assertProblem(await locate('worker', there), 404, 'incident/not-found');
    assertProblem(await locate('reporter', there), 403, 'auth/not-permitted');
    assertProblem(await locate('communityWorker', {}), 422, 'incident/place-needed');
    const elsewhere = await locate('communityWorker', { buildingId: far.buildingId });
    assertProblem(elsewhere, 422, 'incident/place-elsewhere');
    const actionId = newId();
    const twice = await Promise.all(
      [1, 2].map(() =>
        here.as('communityWorker', 'POST', `/api/incidents/${id}/locate`, { actionId, ...there }),
      ),
    );
    assert.deepEqual(
      twice.map(({ status }) => status),
      [200, 200],
    );
    assertProblem(await locate('communityWorker', there), 409, 'incident/already-located');

    const { body } = await here.as('worker', 'GET', `/api/incidents/${id}`);
    const byHouse = (await here.as('worker', 'GET', `/api/incidents/${await here.report()}`)).body;
    for (const place of ['gridId', 'gridName', 'communityId', 'location'])
      assert.deepEqual(body[place], byHouse[place], place);
    assert.equal(body.placeLabel, '近处小区 1 号楼 一号楼门口');
    assert.ok(!body.allowedActions.includes('locate'));
    const queue = await here.as('communityWorker', 'GET', '/api/incidents?gridId=none');
    assert.ok(!queue.body.items.some((item: { id: string }) => item.id === id));
    const read = (await here.as(null, 'GET', `/api/incidents/${id}`)).body;
    assert.equal(read.placeLabel, '近处小区 1 号楼');
    assert.deepEqual(
      read.timeline.map(({ label }: { label: string }) => label),
      ['居民报上这件事', '补上了地点：近处小区 1 号楼'],
    );
    assert.equal((await here.act('worker', id, 'accept')).status, 200);
  });
});

describe('the routes', () => {
  it('are one for each action of the lifecycle, each asking for its own permission', async () => {
    const { body } = await here.as(null, 'GET', '/api/openapi.json');
    const found = Object.entries<Record<string, { 'x-permission': string }>>(body.paths)
      .filter(([path, methods]) => path.startsWith('/api/incidents/{id}/') && methods.post !== undefined)
      .map(([path, methods]) => [path.slice('/api/incidents/{id}/'.length), methods.post?.['x-permission']]);
    assert.deepEqual(
      found.sort(),
      INCIDENT_ACTIONS.map((action) => [action.replaceAll('_', '-'), `incident.${action}`]).sort(),
    );
  });
});

describe('what each reader gets', () => {
  it('hides words, pictures, names and the exact spot from the neighbours until staff let them through', async () => {
    const photo = await here.upload('reporter', await picture());
    const point = here.town.near.grids[0].point;
    const location = { lng: point.lng + 0.0012345, lat: point.lat, system: 'gcj02' };
    const id = await here.report({
      buildingId: undefined,
      location,
      placeNote: '我家门口',
      photoIds: [photo.body.id],
    });
    for (const who of [null, 'neighbour', 'farCommunityWorker'] as const) {
      const { body } = await here.as(who, 'GET', `/api/incidents/${id}`);
      assert.equal(body.title, '公共照明');
      assert.equal(body.textHidden, true);
      assert.equal(body.description, null);
      assert.equal(body.coverUrl, null);
      assert.deepEqual(body.photos, []);
      assert.deepEqual(body.timeline[0].photoIds, []);
      assert.equal(body.reporterName, null);
      assert.equal(body.handlerName, null);
      assert.equal(body.happenedAt, null);
      assert.ok(!JSON.stringify(body).includes('我家门口'));
      assert.ok(!JSON.stringify(body).includes('测试reporter'));
      assert.equal(body.location.lng, Math.round(location.lng * 1e4) / 1e4);
      assert.deepEqual(body.allowedActions, []);
    }
    await here.act('worker', id, 'accept');
    const published = await here.act('communityWorker', id, 'publish');
    assert.equal(published.body.published, true);
    const { body } = await here.as(null, 'GET', `/api/incidents/${id}`);
    assert.equal(body.title, '楼道的灯不亮了');
    assert.equal(body.photos.length, 1);
    assert.equal(body.timeline[0].byLabel, null);
    assert.equal(body.timeline[1].byLabel, '网格员');
    assert.equal(body.reporterName, null);
    assertProblem(await here.act('worker', id, 'publish'), 409, 'incident/wrong-state');
  });

  it('never shows the neighbours what the reporter says at the end', async () => {
    const id = await here.reach('resolve');
    await here.act('worker', id, 'publish');
    await here.act('reporter', id, 'confirm', { rating: 4, note: '我是三楼的' });
    const seen = await here.as('neighbour', 'GET', `/api/incidents/${id}`);
    assert.equal(seen.body.rating, 4);
    assert.ok(JSON.stringify(seen.body).includes('换了灯泡'));
    assert.ok(!JSON.stringify(seen.body).includes('我是三楼的'));
  });

  it('keeps what is for staff only from everybody else, as if it did not exist', async () => {
    const id = await here.report({ categoryCode: 'dispute', description: '楼上漏水' });
    for (const who of [null, 'neighbour', 'otherWorker', 'farCommunityWorker'] as const) {
      const hidden = assertProblem(
        await here.as(who, 'GET', `/api/incidents/${id}`),
        404,
        'incident/not-found',
      );
      const absent = assertProblem(
        await here.as(who, 'GET', `/api/incidents/${newId()}`),
        404,
        'incident/not-found',
      );
      assert.equal(hidden.title, absent.title);
    }
    for (const who of ['reporter', 'worker', 'communityWorker', 'officer'] as const) {
      assert.equal((await here.as(who, 'GET', `/api/incidents/${id}`)).body.description, '楼上漏水');
    }
    const feed = await here.as(
      'neighbour',
      'GET',
      `/api/incidents/public?communityId=${here.town.near.id}&limit=50`,
    );
    assert.ok(!feed.body.items.some((item: { id: string }) => item.id === id));
  });

  it('shows what is for neighbours only to who is signed in', async () => {
    const id = await here.report({ categoryCode: 'noise' });
    assertProblem(await here.as(null, 'GET', `/api/incidents/${id}`), 404, 'incident/not-found');
    assert.equal((await here.as('neighbour', 'GET', `/api/incidents/${id}`)).status, 200);
  });

  it('is passed on with what a stranger may know, whoever passes it on', async () => {
    const photo = (await here.upload('reporter', await picture())).body;
    const change = { description: '我是三楼的', placeNote: '301 门口', photoIds: [photo.id] };
    const id = await here.report(change);
    const share = async (who: CastMember | null, one = id) =>
      (await here.as(who, 'GET', `/api/incidents/${one}`)).body.share;
    const title = '公共照明・近处小区 1 号楼';
    for (const who of ['reporter', 'worker', null] as const)
      assert.deepEqual(await share(who), { title, coverUrl: null }, who ?? 'nobody');
    await here.act('worker', id, 'publish');
    for (const who of ['reporter', 'worker', null] as const) {
      const now = await share(who);
      assert.equal(now.title, title);
      assert.ok(now.coverUrl.includes(photo.id));
    }
    for (const categoryCode of ['noise', 'help'])
      assert.equal(await share('worker', await here.report({ categoryCode })), null);
  });

  it('refuses ids that are none', async () => {
    for (const id of ['1', '中文', '%00', "' or 1=1", 'undefined']) {
      const path = `/api/incidents/${encodeURIComponent(id)}`;
      assertProblem(await here.as(null, 'GET', path), 404, 'incident/not-found');
      assertProblem(await here.act('worker', encodeURIComponent(id), 'accept'), 404, 'incident/not-found');
    }
  });
});

describe('actions that may not be', () => {
  it('from the wrong state change nothing', async () => {
    const id = await here.report();
    const before = await here.as('worker', 'GET', `/api/incidents/${id}`);
    assertProblem(
      await here.act('worker', id, 'judge', { difficulty: 'simple' }),
      409,
      'incident/wrong-state',
    );
    assertProblem(await here.act('worker', id, 'dispatch', { route: 'self' }), 409, 'incident/wrong-state');
    assertProblem(
      await here.act('worker', id, 'resolve', { note: '好了', photoIds: [] }),
      409,
      'incident/wrong-state',
    );
    assertProblem(await here.act('reporter', id, 'confirm', { rating: 5 }), 409, 'incident/wrong-state');
    const { serverNow: _, ...unchanged } = (await here.as('worker', 'GET', `/api/incidents/${id}`)).body;
    assert.deepEqual({ ...unchanged, serverNow: before.body.serverNow }, before.body);
  });

  it('tell the second to accept who was first', async () => {
    const id = await here.reach('accept');
    const problem = assertProblem(
      await here.act('communityWorker', id, 'accept'),
      409,
      'incident/already-accepted',
    );
    assert.equal(problem.title, '测试worker已经接了这件事');
  });

  it('need a judgement, then evidence', async () => {
    const accepted = await here.reach('accept');
    assertProblem(
      await here.act('worker', accepted, 'dispatch', { route: 'self' }),
      409,
      'incident/difficulty-needed',
    );
    const handling = await here.reach('dispatch');
    const empty = await here.act('worker', handling, 'resolve', { note: '  ', photoIds: [] });
    assertProblem(empty, 422, 'incident/evidence-needed');
    assert.equal((await timelineOf(handling)).length, 4);
  });

  it('are not for residents, other grids, other communities or officers', async () => {
    const id = await here.report();
    assertProblem(await here.act('neighbour', id, 'accept'), 403, 'auth/not-permitted');
    assertProblem(await here.act('officer', id, 'accept'), 403, 'auth/not-permitted');
    assertProblem(await here.act('otherWorker', id, 'accept'), 404, 'incident/not-found');
    assertProblem(await here.act('farCommunityWorker', id, 'accept'), 404, 'incident/not-found');
    assertProblem(
      await here.as(null, 'POST', `/api/incidents/${id}/accept`, { actionId: newId() }),
      401,
      'auth/sign-in-needed',
    );
    const resolved = await here.reach('resolve');
    assertProblem(await here.act('neighbour', resolved, 'confirm', { rating: 1 }), 404, 'incident/not-found');
  });

  it('keep people from confirming their own work', async () => {
    const id = await here.report({}, 'worker');
    await here.act('worker', id, 'accept');
    await here.act('worker', id, 'judge', { difficulty: 'simple' });
    await here.act('worker', id, 'dispatch', { route: 'self' });
    const done = await here.act('worker', id, 'resolve', { note: '顺手修了', photoIds: [] });
    assert.equal(done.body.state, 'resolved');
    assert.ok(!done.body.allowedActions.includes('confirm'));
    assertProblem(await here.act('worker', id, 'confirm', { rating: 5 }), 403, 'incident/own-work');
  });
});
