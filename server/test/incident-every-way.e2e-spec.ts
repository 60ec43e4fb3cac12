import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ask, assertProblem } from './support/api.js';
import { moveIn, type Neighbourhood } from './support/neighbourhood.js';
import { newId } from './support/new-id.js';

let here: Neighbourhood;
before(async () => {
  here = await moveIn();
});
after(() => here?.close());

const see = async (who: Parameters<Neighbourhood['as']>[0], id: string) =>
  (await here.as(who, 'GET', `/api/incidents/${id}`)).body;
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const stateOf = async (id: string) => (await see('communityWorker', id)).state;

describe('a hard case', () => {
  it('is handled only by a plan with a date to come, made once', async () => {
    const id = await here.reach('judge', 'hard');
    assertProblem(await here.act('worker', id, 'dispatch', { route: 'self' }), 409, 'incident/plan-needed');
    const note = '请厂家来换整条线路';
    for (const dueAt of [inDays(-1), inDays(400)]) {
      const refused = await here.act('worker', id, 'plan', { dueAt, note });
      assertProblem(refused, 422, 'incident/plan-date-unfit');
    }
    assertProblem(await here.act('worker', id, 'plan', { dueAt: inDays(3) }), 400, 'request/invalid');
    const dueAt = inDays(3);
    const planned = await here.act('worker', id, 'plan', { dueAt, note });
    assert.equal(planned.status, 200);
    assert.deepEqual(planned.body.plan, { dueAt, note });
    assertProblem(await here.act('worker', id, 'plan', { dueAt, note }), 409, 'incident/wrong-state');
    assert.equal((await here.act('worker', id, 'dispatch', { route: 'self' })).body.state, 'handling');
    // The reporter reads the plan; a neighbour only its date until the words are let through.
    assert.equal((await see('reporter', id)).plan.note, note);
    assert.deepEqual((await see('neighbour', id)).plan, { dueAt, note: null });
  });

  it('that is not hard needs no plan', async () => {
    const id = await here.reach('judge', 'complex');
    const refused = await here.act('worker', id, 'plan', { dueAt: inDays(1), note: '慢慢来' });
    assertProblem(refused, 409, 'incident/not-hard');
  });
});

describe('a hold', () => {
  it('is asked for by one and decided by another, and ends when somebody goes on', async () => {
    const id = await here.reach('dispatch', 'complex');
    const asked = await here.act('worker', id, 'request-hold', { reason: '等灯具到货' });
    assert.equal(asked.body.state, 'handling');
    assert.equal(asked.body.hold.state, 'requested');
    assert.equal(asked.body.hold.mine, true);
    assertProblem(
      await here.act('worker', id, 'request-hold', { reason: '再等等' }),
      409,
      'incident/hold-pending',
    );
    assertProblem(
      await here.act('worker', id, 'resolve', { note: '好了', photoIds: [] }),
      409,
      'incident/hold-pending',
    );
    const waiting = await here.as('communityWorker', 'GET', '/api/incidents?tab=to_approve&pageSize=100');
    assert.ok(waiting.body.items.some((item: { id: string }) => item.id === id));

    const held = await here.act('communityWorker', id, 'approve-hold');
    assert.equal(held.body.state, 'held');
    assert.equal((await see('reporter', id)).hold.reason, '等灯具到货');
    assertProblem(
      await here.act('worker', id, 'resolve', { note: '好了', photoIds: [] }),
      409,
      'incident/wrong-state',
    );
    const resumed = await here.act('worker', id, 'resume', { note: '灯具到了' });
    assert.equal(resumed.body.state, 'handling');
    assert.equal(resumed.body.hold, null);
  });

  it('that is refused leaves everything as it was', async () => {
    const id = await here.reach('dispatch', 'complex');
    await here.act('worker', id, 'request-hold', { reason: '等灯具到货' });
    const refused = await here.act('communityWorker', id, 'refuse-hold', { reason: '库里有货' });
    assert.equal(refused.body.state, 'handling');
    assert.equal(refused.body.hold, null);
    assertProblem(await here.act('communityWorker', id, 'approve-hold'), 409, 'incident/no-hold-pending');
    // Why it was refused is between staff.
    assert.ok(!JSON.stringify(await see('reporter', id)).includes('库里有货'));
  });

  it('is not approved by whoever asked for it', async () => {
    const id = await here.reach('dispatch', 'complex');
    await here.act('communityWorker', id, 'request-hold', { reason: '等灯具到货' });
    assertProblem(await here.act('communityWorker', id, 'approve-hold'), 403, 'incident/own-hold');
    assertProblem(
      await here.act('communityWorker', id, 'refuse-hold', { reason: '算了' }),
      403,
      'incident/own-hold',
    );
    assert.ok(!(await see('communityWorker', id)).allowedActions.includes('approve_hold'));
  });
});

describe('a report that is not taken on', () => {
  it('says why to everybody who may see it, and is over', async () => {
    const id = await here.report();
    assertProblem(await here.act('communityWorker', id, 'reject', { reason: '  ' }), 400, 'request/invalid');
    await here.act('communityWorker', id, 'reject', { reason: '这段路归市政管，已转告' });
    for (const who of ['reporter', 'neighbour', null] as const) {
      const body = await see(who, id);
      assert.equal(body.state, 'rejected');
      assert.equal(body.rejectReason, '这段路归市政管，已转告');
    }
    assertProblem(await here.act('worker', id, 'accept'), 409, 'incident/wrong-state');
  });
});

describe('two reports of one thing', () => {
  it('become one, and both reporters see where it goes on', async () => {
    const into = await here.reach('dispatch');
    const id = await here.report({ description: '楼道黑漆漆的' }, 'neighbour');
    const merged = await here.act('communityWorker', id, 'merge', { intoId: into });
    assert.equal(merged.body.state, 'merged');
    const seen = await see('neighbour', id);
    assert.equal(seen.mergedInto.id, into);
    assert.equal(seen.mergedInto.state, 'handling');
    assert.equal((await see('reporter', into)).mergedCount, 1);
    const actions = (await see('communityWorker', into)).timeline.map(
      ({ action }: { action: string }) => action,
    );
    assert.equal(actions.at(-1), 'absorb');
  });

  it('are not merged into themselves, in a ring, across communities, or into what is over or unknown', async () => {
    const id = await here.report();
    assertProblem(
      await here.act('communityWorker', id, 'merge', { intoId: id }),
      422,
      'incident/merge-into-itself',
    );
    const far = await here.report({ buildingId: here.town.far.buildingId });
    for (const intoId of [far, newId()]) {
      const refused = await here.act('communityWorker', id, 'merge', { intoId });
      assertProblem(refused, 422, 'incident/merge-target-unfit');
    }
    const other = await here.report();
    assert.equal((await here.act('communityWorker', id, 'merge', { intoId: other })).status, 200);
    assertProblem(
      await here.act('communityWorker', other, 'merge', { intoId: id }),
      409,
      'incident/merge-target-over',
    );
    assert.equal(await stateOf(other), 'reported');
  });

  it('merged crosswise at the same moment leave one of them open', async () => {
    for (let round = 0; round < 5; round++) {
      const [a, b] = [await here.report(), await here.report()];
      const answers = await Promise.all([
        here.act('communityWorker', a, 'merge', { intoId: b }),
        here.act('communityWorker', b, 'merge', { intoId: a }),
      ]);
      assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409]);
      assert.deepEqual([await stateOf(a), await stateOf(b)].sort(), ['merged', 'reported']);
    }
  });
});

describe('done or not done', () => {
  it('is said by the reporter: what is disputed goes on in a new round', async () => {
    const id = await here.reach('resolve');
    assertProblem(await here.act('neighbour', id, 'dispute', { note: '没好' }), 404, 'incident/not-found');
    assertProblem(await here.act('reporter', id, 'dispute', {}), 400, 'request/invalid');
    const disputed = await here.act('reporter', id, 'dispute', { note: '晚上又灭了' });
    assert.equal(disputed.body.state, 'handling');
    assert.equal(disputed.body.round, 2);
    assert.equal(disputed.body.resolvedAt, null);
    // Nobody has let the reporter's words through, so they stay between reporter and staff.
    await here.act('communityWorker', id, 'publish');
    assert.ok(!JSON.stringify(await see('neighbour', id)).includes('晚上又灭了'));
    assert.ok(JSON.stringify(await see('worker', id)).includes('晚上又灭了'));
    await here.act('worker', id, 'resolve', { note: '换了整灯', photoIds: [] });
    await here.act('reporter', id, 'confirm', { rating: 4 });
    assertProblem(await here.act('reporter', id, 'dispute', { note: '又坏了' }), 409, 'incident/wrong-state');
  });

  it('is asked by somebody other than the handler, once, and goes on when the reporter is not content', async () => {
    const id = await here.report();
    await here.act('communityWorker', id, 'accept');
    await here.act('worker', id, 'judge', { difficulty: 'simple' });
    await here.act('worker', id, 'dispatch', { route: 'self' });
    await here.act('worker', id, 'resolve', { note: '换了灯泡', photoIds: [] });
    const own = await here.act('communityWorker', id, 'check-back', { outcome: 'satisfied', note: '好了' });
    assertProblem(own, 403, 'incident/own-check-back');

    const other = await here.reach('resolve');
    const listed = await here.as('communityWorker', 'GET', '/api/incidents?tab=to_check_back&pageSize=100');
    assert.ok(listed.body.items.some((item: { id: string }) => item.id === other));
    const body = { outcome: 'unsatisfied', note: '老人说二楼还是黑的' };
    const asked = await here.act('communityWorker', other, 'check-back', body);
    assert.equal(asked.body.state, 'handling');
    assert.equal(asked.body.round, 2);
    const seen = await see('reporter', other);
    assert.equal(seen.checkBack.outcome, 'unsatisfied');
    assert.equal(seen.checkBack.note, null);
    assert.equal((await see('neighbour', other)).checkBack, null);

    await here.act('worker', other, 'resolve', { note: '二楼也换了', photoIds: [] });
    const content = await here.act('communityWorker', other, 'check-back', {
      outcome: 'satisfied',
      note: '好了',
    });
    assert.equal(content.body.state, 'resolved');
    const twice = await here.act('communityWorker', other, 'check-back', {
      outcome: 'satisfied',
      note: '好了',
    });
    assertProblem(twice, 409, 'incident/wrong-state');
  });
});

describe('a report for a caller', () => {
  const forResident = (who: Parameters<Neighbourhood['as']>[0], body: object) =>
    here.as(who, 'POST', '/api/incidents/for-resident', body);

  it('keeps both names, is followed by a code, and is found when the caller first signs in', async () => {
    const phone = '13700001111';
    const body = here.reportBody({ caller: { name: '张阿姨', phone }, description: '家门口的井盖翘起来了' });
    const sent = await forResident('communityWorker', body);
    assert.equal(sent.status, 201);
    const { incident, followCode } = sent.body;
    assert.equal(incident.reporterName, '张阿姨');
    assert.equal(incident.enteredBy, '测试communityWorker');
    assert.equal(incident.mine, false);
    assert.match(followCode, /^[2-9A-Z]{10}$/);

    const again = await forResident('communityWorker', body);
    assert.equal(again.status, 200);
    assert.equal(again.body.followCode, followCode);
    assertProblem(await forResident('worker', body), 409, 'request/id-used-differently');

    const typed = `${followCode.slice(0, 5)}-${followCode.slice(5).toLowerCase()}`;
    const seen = await here.as(null, 'GET', `/api/incidents/by-code/${typed}`);
    assert.equal(seen.status, 200);
    assert.equal(seen.body.description, '家门口的井盖翘起来了');
    assert.deepEqual(seen.body.allowedActions, []);
    assert.ok(!JSON.stringify(seen.body).includes('测试communityWorker'));
    assertProblem(
      await here.as(null, 'GET', '/api/incidents/by-code/AAAAAAAAAA'),
      404,
      'incident/follow-code-unknown',
    );

    const asked = await ask(here.base, 'POST', '/api/auth/phone-codes', { body: { phone } });
    const session = await ask(here.base, 'POST', '/api/auth/phone', {
      body: { phone, code: asked.body.demoCode },
    });
    const mine = await ask(here.base, 'GET', '/api/incidents/mine', { token: session.body.accessToken });
    assert.deepEqual(
      mine.body.items.map(({ id }: { id: string }) => id),
      [body.id],
    );
  });

  it('without a telephone number is checked back by staff', async () => {
    const body = here.reportBody({ caller: { name: '李大爷' } });
    assert.equal((await forResident('worker', body)).status, 201);
    for (const [action, more] of [
      ['accept', {}],
      ['judge', { difficulty: 'simple' }],
      ['dispatch', { route: 'self' }],
      ['resolve', { note: '换了灯泡', photoIds: [] }],
    ] as const)
      await here.act('worker', body.id, action, more);
    const asked = await here.act('communityWorker', body.id, 'check-back', {
      outcome: 'satisfied',
      note: '上门看了，亮了',
    });
    assert.equal(asked.status, 200);
  });

  it('is refused outside the appointment, without a name, with a number that is none', async () => {
    const outside = here.reportBody({ caller: { name: '王叔' }, buildingId: here.town.far.buildingId });
    assertProblem(await forResident('communityWorker', outside), 403, 'incident/outside-your-area');
    for (const caller of [undefined, { name: ' ' }, { name: '王叔', phone: '12345' }]) {
      assertProblem(
        await forResident('communityWorker', here.reportBody({ caller })),
        400,
        'request/invalid',
      );
    }
    assertProblem(
      await forResident('reporter', here.reportBody({ caller: { name: '我' } })),
      403,
      'auth/not-permitted',
    );
  });
});
