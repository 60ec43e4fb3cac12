import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { assertProblem } from './support/api.js';
import { type CastMember, moveIn, type Neighbourhood } from './support/neighbourhood.js';
import { inHours, onTask, taskFor } from './support/tasks.js';

let here: Neighbourhood;
before(async () => {
  here = await moveIn();
});
after(() => here?.close());

const act = (who: CastMember, taskId: string, action: string, body: Record<string, unknown> = {}) =>
  onTask(here, who, taskId, action, body);
const ok = (answer: { status: number; body: unknown }) =>
  assert.equal(answer.status, 200, JSON.stringify(answer.body));

describe('who does a task', () => {
  it('never hears who reported, by whatever way they ask', async () => {
    const name = '王标记';
    const phone = '13912345678';
    const marked = await here.town.addPerson('marked');
    await here.town.addPhoneLogin(marked.id, phone);
    await here.database.query('update person set name = ? where id = ?', [name, marked.id]);
    const session = (await here.as(null, 'POST', '/api/auth/demo', { key: 'marked' })).body;
    const body = here.reportBody({ description: '楼道堆了杂物', placeNote: '二楼' });
    const sent = await fetch(`${here.base}/api/incidents`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${session.accessToken}` },
      body: JSON.stringify(body),
    });
    assert.equal(sent.status, 201);
    for (const [action, more] of [
      ['accept', { note: '给居民打了电话' }],
      ['judge', { difficulty: 'simple' }],
    ] as const)
      ok(await here.act('worker', body.id, action, more));
    const one = taskFor(here.town.organisations.property);
    ok(await here.act('worker', body.id, 'dispatch', { route: 'assisted', tasks: [one] }));
    const heard = [
      await here.as('coHelper', 'GET', '/api/tasks'),
      await here.as('coHelper', 'GET', `/api/tasks/${one.id}`),
      await here.as('coHelper', 'GET', `/api/incidents/${body.id}`),
      await here.as('coHelper', 'GET', '/api/incidents/mine'),
      await here.as('coHelper', 'GET', `/api/incidents/public?communityId=${here.town.near.id}&limit=50`),
      await act('coHelper', one.id, 'accept'),
      await act('coHelper', one.id, 'ask-time', { reason: '要等配件', dueAt: inHours(48) }),
      await act('coHelper', one.id, 'finish', { note: '清走了', photoIds: [] }),
      await here.as('coHelper', 'GET', '/api/tasks?state=over'),
    ];
    for (const { status, body: told } of heard) {
      assert.equal(status, 200, JSON.stringify(told));
      const words = JSON.stringify(told);
      for (const mark of [name, phone, marked.id, '给居民打了电话'])
        assert.ok(!words.includes(mark), `${mark} in ${words}`);
    }
    const told = heard[1]?.body;
    assert.equal(told.description, '楼道堆了杂物');
    assert.equal(told.incidentId, null);
    assert.ok(told.placeLabel.endsWith('二楼'));
    for (const path of ['/api/incidents', '/api/incidents/workbench', '/api/organisations'])
      assertProblem(await here.as('coHelper', 'GET', path), 403, 'auth/not-permitted');
  });
});
