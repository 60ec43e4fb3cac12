import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Answer, assertProblem } from './support/api.js';
import { moveIn, type Neighbourhood, picture } from './support/neighbourhood.js';
import { newId } from './support/new-id.js';

let here: Neighbourhood;
before(async () => {
  here = await moveIn();
});
after(() => here?.close());

const atOnce = <T>(count: number, work: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));
const statusesOf = (answers: Answer[]) => answers.map((answer) => answer.status).sort();
const countOf = async (sql: string, parameters: unknown[]) =>
  (await here.database.query(sql, parameters)).length;

describe('at the same moment', () => {
  it('one report sent five times is one incident', async () => {
    const photo = await here.upload('reporter', await picture());
    const body = here.reportBody({ photoIds: [photo.body.id] });
    const answers = await atOnce(5, () => here.as('reporter', 'POST', '/api/incidents', body));
    assert.deepEqual(statusesOf(answers), [200, 200, 200, 200, 201]);
    assert.equal(new Set(answers.map((answer) => answer.body.number)).size, 1);
    for (const answer of answers) assert.equal(answer.body.photos.length, 1);
    assert.equal(await countOf('select id from incident_action where incident_id = ?', [body.id]), 1);
    assert.equal(await countOf('select id from clock where subject_id = ?', [body.id]), 1);
    assert.equal((await here.as('reporter', 'POST', '/api/incidents', body)).status, 200);
  });

  it('two different reports under one id are one incident and one refusal', async () => {
    const body = here.reportBody();
    const answers = await Promise.all([
      here.as('reporter', 'POST', '/api/incidents', { ...body, description: '这一句' }),
      here.as('reporter', 'POST', '/api/incidents', { ...body, description: '那一句' }),
    ]);
    assert.deepEqual(statusesOf(answers), [201, 409]);
    const refused = answers.find((answer) => answer.status === 409);
    assert.ok(refused);
    assertProblem(refused, 409, 'request/id-used-differently');
    assertProblem(
      await here.as('neighbour', 'POST', '/api/incidents', body),
      409,
      'request/id-used-differently',
    );
  });

  it('two workers accept: one wins, the other is told who', async () => {
    for (let round = 0; round < 5; round++) {
      const id = await here.report();
      const [worker, colleague] = await Promise.all([
        here.act('worker', id, 'accept'),
        here.act('communityWorker', id, 'accept'),
      ]);
      assert.deepEqual(statusesOf([worker, colleague]), [200, 409]);
      const [loser, winner] = worker.status === 409 ? [worker, 'communityWorker'] : [colleague, 'worker'];
      const problem = assertProblem(loser, 409, 'incident/already-accepted');
      assert.equal(problem.title, `测试${winner}已经接了这件事`);
      assert.equal(
        await countOf("select id from incident_action where incident_id = ? and action = 'accept'", [id]),
        1,
      );
    }
  });

  it('one action sent five times happens once', async () => {
    const id = await here.reach('dispatch');
    const body = { actionId: newId(), note: '换了灯泡', photoIds: [] };
    const answers = await atOnce(5, () => here.act('worker', id, 'resolve', body));
    assert.deepEqual(statusesOf(answers), [200, 200, 200, 200, 200]);
    assert.equal(
      await countOf("select id from incident_action where incident_id = ? and action = 'resolve'", [id]),
      1,
    );
    assertProblem(
      await here.act('worker', id, 'resolve', { ...body, note: '别的' }),
      409,
      'request/id-used-differently',
    );
    assertProblem(await here.act('communityWorker', id, 'resolve', body), 409, 'request/id-used-differently');
    await here.act('reporter', id, 'confirm', { rating: 5 });
    assert.equal((await here.act('worker', id, 'resolve', body)).body.state, 'closed');
  });

  it('one action id on two incidents is one action', async () => {
    const [first, second] = [await here.report(), await here.report()];
    const actionId = newId();
    const answers = await Promise.all([
      here.act('worker', first, 'accept', { actionId }),
      here.act('worker', second, 'accept', { actionId }),
    ]);
    assert.deepEqual(statusesOf(answers), [200, 409]);
    const states = await here.database.query<{ state: string }>(
      'select state from incident where id in (?) order by state',
      [[first, second]],
    );
    assert.deepEqual(
      states.map((row) => row.state),
      ['accepted', 'reported'],
    );
  });

  it('two reports reach for one photo: one has it, the other leaves nothing behind', async () => {
    const photo = (await here.upload('reporter', await picture())).body.id;
    const other = (await here.upload('reporter', await picture())).body.id;
    const bodies = [
      here.reportBody({ photoIds: [photo, other] }),
      here.reportBody({ photoIds: [other, photo] }),
    ];
    const answers = await Promise.all(
      bodies.map((body) => here.as('reporter', 'POST', '/api/incidents', body)),
    );
    assert.deepEqual(statusesOf(answers), [201, 422]);
    const ids = bodies.map((body) => body.id);
    assert.equal(await countOf('select id from incident where id in (?)', [ids]), 1);
    assert.equal(await countOf('select id from incident_action where incident_id in (?)', [ids]), 1);
  });

  it('twenty reports get twenty numbers without a gap', async () => {
    const answers = await atOnce(20, () => here.as('neighbour', 'POST', '/api/incidents', here.reportBody()));
    assert.deepEqual(new Set(statusesOf(answers)), new Set([201]));
    const rows = await here.database.query<{ number: string }>('select number from incident order by number');
    const days = new Map<string, number>();
    for (const { number } of rows) {
      const [community, day, sequence] = number.split('-');
      const next = (days.get(`${community}-${day}`) ?? 0) + 1;
      assert.equal(Number(sequence), next);
      days.set(`${community}-${day}`, next);
    }
  });

  it('one photo sent three times is one photo', async () => {
    const id = newId();
    const file = await picture('orange');
    const answers = await atOnce(3, () => here.upload('reporter', file, id));
    assert.deepEqual(statusesOf(answers), [201, 201, 201]);
    assert.equal(await countOf('select id from photo where id = ?', [id]), 1);
  });

  it('two photos under one id: the first stays whole', async () => {
    const id = newId();
    const files = [await picture('black'), await picture('white')];
    const answers = await Promise.all(files.map((file) => here.upload('reporter', file, id)));
    assert.deepEqual(statusesOf(answers), [201, 409]);
    const kept = answers.find((answer) => answer.status === 201);
    const shown = await fetch(here.base + kept?.body.url);
    assert.equal(shown.status, 200);
    assert.equal(shown.headers.get('content-type'), 'image/jpeg');
  });
});
