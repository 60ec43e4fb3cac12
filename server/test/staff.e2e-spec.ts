import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { auditDetailWords } from '@linli/shared';
import { type Answer, ask } from './support/api.js';
import { type CastMember, moveIn, type Neighbourhood } from './support/neighbourhood.js';
import { newId } from './support/new-id.js';

let here: Neighbourhood;
let admin: (method: string, path: string, body?: unknown) => Promise<Answer>;
const ids = new Map<string, string>();
const tokens = new Map<string, string>();

const later = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

/** Somebody besides the cast, signed in. */
async function arrive(key: string, appointments: Parameters<typeof here.town.addPerson>[1] = []) {
  const person = await here.town.addPerson(key, appointments);
  const { body } = await ask(here.base, 'POST', '/api/auth/demo', { body: { key } });
  ids.set(key, person.id);
  tokens.set(key, body.accessToken);
  return person;
}
const by = (key: string, method: string, path: string, body?: unknown) =>
  ask(here.base, method, path, { token: tokens.get(key), body });

before(async () => {
  here = await moveIn({ LINLI_SWEEP_MS: '200' });
  await arrive('admin', [{ role: 'personnel_admin' }]);
  for (const key of ['anna', 'bert', 'cora', 'dora', 'emil']) await arrive(key);
  admin = (method, path, body) => by('admin', method, path, body);
  for (const who of ['worker', 'otherWorker', 'communityWorker', 'secretary'] as CastMember[])
    ids.set(who, (await here.as(who, 'GET', '/api/me')).body.id);
});
after(() => here?.close());

const appointed = (key: string, change: Record<string, unknown> = {}) => ({
  ...{ id: newId(), personId: ids.get(key), role: 'grid_worker', areaId: here.town.near.grids[0].id },
  ...change,
});
/** Appoints somebody to the near community's first grid and gives back the appointment's id. */
async function appoint(key: string, change: Record<string, unknown> = {}): Promise<string> {
  const body = appointed(key, change);
  const answer = await admin('POST', '/api/appointments', body);
  assert.equal(answer.status, 204, JSON.stringify(answer.body));
  return body.id;
}
const end = (id: string, change: Record<string, unknown> = {}) =>
  admin('POST', `/api/appointments/${id}/end`, { actionId: newId(), ...change });
const codeOf = ({ body }: Answer) => body?.code;

/** A fresh incident of the first grid that this person has in hand. */
async function takenBy(key: string): Promise<string> {
  const id = await here.report();
  const answer = await by(key, 'POST', `/api/incidents/${id}/accept`, { actionId: newId() });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return id;
}
async function rowOf(id: string) {
  const [row] = await here.database.query<{ state: string; handler_id: string | null }>(
    'select state, handler_id from incident where id = ?',
    [id],
  );
  return row;
}
async function eventually(what: string, met: () => Promise<boolean>, everyMs = 50) {
  const deadline = Date.now() + 10_000;
  while (!(await met())) {
    if (Date.now() > deadline) throw new Error(`never: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}

describe('an appointment', () => {
  it('works with the next request, and ended it gives nothing with the next, to a token issued before', async () => {
    const path = '/api/incidents/workbench';
    assert.equal((await by('anna', 'GET', path)).status, 403);
    const body = appointed('anna');
    assert.equal((await here.as('secretary', 'POST', '/api/appointments', body)).status, 204);
    assert.equal((await by('anna', 'GET', path)).status, 200);
    // Sent again it is the same appointment; the same id for another is refused.
    assert.equal((await here.as('secretary', 'POST', '/api/appointments', body)).status, 204);
    const other = { ...body, personId: ids.get('bert') };
    assert.equal((await here.as('secretary', 'POST', '/api/appointments', other)).status, 409);

    // Nobody is offered a role that there is no kind of place for.
    const offered = (await by('admin', 'GET', '/api/staff')).body.roles;
    assert.ok(
      offered.includes('grid_worker') && offered.includes('auditor') && !offered.includes('resident'),
    );
    const { body: found } = await here.as('secretary', 'GET', '/api/staff?q=anna');
    assert.deepEqual(
      found.items.map(({ id, appointments }: { id: string; appointments: { placeLabel: string }[] }) => [
        id,
        appointments.map(({ placeLabel }) => placeLabel),
      ]),
      [[ids.get('anna'), ['近处社区 第一网格']]],
    );
    assert.equal(
      (await here.as('secretary', 'POST', `/api/appointments/${body.id}/end`, { actionId: newId() })).status,
      204,
    );
    assert.equal((await by('anna', 'GET', path)).status, 403);
  });

  it('is refused where it cannot be, each with its reason', async () => {
    const { near, far, organisations } = here.town;
    const gone = await here.town.addOrganisation('volunteers', '散了的队', near.id);
    await here.town.dissolveOrganisation(gone);
    const held = await appoint('bert');
    const captain = await appoint('cora', { role: 'building_captain', areaId: near.buildingId });
    const none = { areaId: undefined };
    const refusals: [string, Record<string, unknown>][] = [
      ['appointment/ends-before-it-starts', { fromAt: later(2), toAt: later(1) }],
      ['appointment/held-already', {}],
      ['appointment/captain-exists', { role: 'building_captain', areaId: near.buildingId, fromAt: later(9) }],
      ['appointment/place-unfit', { role: 'community_worker' }],
      [
        'appointment/place-unfit',
        { role: 'department_officer', ...none, organisationId: organisations.property },
      ],
      ['appointment/place-gone', { areaId: newId() }],
      ['appointment/organisation-dissolved', { role: 'co_helper', ...none, organisationId: gone }],
      ['appointment/own', { personId: ids.get('admin'), role: 'platform_admin', ...none }],
      ['staff/person-not-found', { personId: newId() }],
    ];
    for (const [code, change] of refusals)
      assert.equal(codeOf(await admin('POST', '/api/appointments', appointed('bert', change))), code, code);
    const beyond = [
      { role: 'community_secretary', areaId: near.id },
      { areaId: far.grids[0].id },
      { role: 'personnel_admin', ...none },
    ];
    for (const change of beyond) {
      const answer = await here.as('secretary', 'POST', '/api/appointments', appointed('dora', change));
      assert.equal(codeOf(answer), 'appointment/beyond-your-reach');
    }
    const audits = await appoint('dora', { role: 'auditor', ...none });
    const both = await admin(
      'POST',
      '/api/appointments',
      appointed('dora', { role: 'personnel_admin', ...none }),
    );
    assert.equal(codeOf(both), 'appointment/auditor-apart');
    for (const id of [held, captain, audits]) assert.equal((await end(id)).status, 204);
    assert.equal(codeOf(await end(held)), 'appointment/already-ended');
  });

  it('of a captain goes to one of two who are appointed at once', async () => {
    const body = { role: 'building_captain', areaId: here.town.far.buildingId };
    const answers = await Promise.all(
      ['bert', 'cora', 'dora'].map((key) => admin('POST', '/api/appointments', appointed(key, body))),
    );
    assert.deepEqual(answers.map(({ status }) => status).sort(), [204, 409, 409]);
  });

  it('of the last personnel admin does not end, nor is that person suspended', async () => {
    const [own] = await here.database.query<{ id: string }>(
      "select id from appointment where role = 'personnel_admin' and to_at is null",
    );
    const second = await appoint('emil', { role: 'personnel_admin', areaId: undefined });
    const asEmil = (path: string) => by('emil', 'POST', path, { actionId: newId() });
    assert.equal(codeOf(await end(own?.id ?? '')), 'appointment/own');
    assert.equal((await end(second)).status, 204);
    assert.equal((await asEmil(`/api/appointments/${own?.id}/end`)).status, 403);
    const third = await appoint('emil', { role: 'personnel_admin', areaId: undefined, toAt: later(1) });
    // Emil's ends in an hour, and then nobody could appoint any more.
    assert.equal(
      codeOf(await asEmil(`/api/appointments/${own?.id}/end`)),
      'appointment/last-personnel-admin',
    );
    assert.equal(
      codeOf(await asEmil(`/api/staff/${ids.get('admin')}/suspend`)),
      'appointment/last-personnel-admin',
    );
    assert.equal((await end(third)).status, 204);
  });
});

describe('what somebody has in hand', () => {
  it('is handed over when the appointment ends, and otherwise goes back to its queue; what is closed stays', async () => {
    const mine = await appoint('anna');
    const two = [await takenBy('anna'), await takenBy('anna')];
    const closed = await takenBy('anna');
    await here.database.query("update incident set state = 'closed' where id = ?", [closed]);
    const { body: held } = await admin('GET', `/api/appointments/${mine}/held-cases`);
    assert.equal(held.count, 2);
    const heirs = held.heirs.map(({ id }: { id: string }) => id);
    assert.ok(heirs.includes(ids.get('worker')) && !heirs.includes(ids.get('otherWorker')));

    const unfit = await end(mine, { toPersonId: ids.get('otherWorker') });
    assert.equal(codeOf(unfit), 'appointment/heir-unfit');
    assert.equal((await rowOf(two[0] ?? ''))?.handler_id, ids.get('anna'), 'nothing is half done');
    assert.equal((await end(mine, { toPersonId: ids.get('worker') })).status, 204);
    for (const id of two)
      assert.deepEqual(await rowOf(id), { state: 'accepted', handler_id: ids.get('worker') });
    assert.equal((await rowOf(closed))?.handler_id, ids.get('anna'));

    const again = await appoint('anna');
    const third = await takenBy('anna');
    assert.equal((await end(again)).status, 204);
    assert.deepEqual(await rowOf(third), { state: 'reported', handler_id: null });
    const { body: seen } = await here.as('worker', 'GET', `/api/incidents/${third}`);
    assert.equal(seen.timeline.at(-1).action, 'requeue');
    await eventually('the grid is told', async () => {
      const { body } = await here.as('worker', 'GET', '/api/inbox?limit=20');
      return body.items.some(({ title }: { title: string }) => title === '一件事等人来接');
    });
    await eventually('who had it hears that nobody has it yet', async () => {
      const { body } = await by('anna', 'GET', '/api/inbox?limit=20');
      const said = body.items.find(({ title }: { title: string }) => title === '一件事不用您办了');
      return said?.body.endsWith('已经放回待办，等人来接。');
    });
  });

  it('goes back by itself when the time is over', async () => {
    await appoint('anna', { toAt: new Date(Date.now() + 2_500).toISOString() });
    const id = await takenBy('anna');
    await eventually('it waits again', async () => (await rowOf(id))?.state === 'reported');
    assert.equal((await by('anna', 'GET', '/api/incidents/workbench')).status, 403);
  });

  it('goes to the stand-in for the time of a leave, and comes back', async () => {
    const mine = await appoint('anna');
    const id = await takenBy('anna');
    const leave = newId();
    const body = { id: leave, fromAt: later(0), toAt: later(48), standInId: ids.get('bert') };
    assert.equal((await admin('POST', `/api/appointments/${mine}/leaves`, body)).status, 204);
    assert.equal((await by('anna', 'GET', '/api/incidents/workbench')).status, 403);
    assert.equal((await by('bert', 'GET', '/api/incidents/workbench')).status, 200);
    await eventually('bert has it', async () => (await rowOf(id))?.handler_id === ids.get('bert'));
    const twice = await admin('POST', `/api/appointments/${mine}/leaves`, { ...body, id: newId() });
    assert.equal(codeOf(twice), 'appointment/leave-overlaps');
    const tooLong = { ...body, id: newId(), fromAt: later(50), toAt: later(49) };
    assert.equal(
      codeOf(await admin('POST', `/api/appointments/${mine}/leaves`, tooLong)),
      'appointment/leave-outside',
    );
    const { body: person } = await admin('GET', `/api/staff/${ids.get('anna')}`);
    const shown = person.appointments.find((one: { id: string }) => one.id === mine);
    assert.equal(shown.onLeave, true);
    assert.equal(shown.leaves[0].standInName, '测试bert');

    assert.equal((await admin('POST', `/api/leaves/${leave}/end`, { actionId: newId() })).status, 204);
    assert.equal((await by('anna', 'GET', '/api/incidents/workbench')).status, 200);
    assert.equal((await by('bert', 'GET', '/api/incidents/workbench')).status, 403);
    await eventually('anna has it back', async () => (await rowOf(id))?.handler_id === ids.get('anna'));
    assert.equal((await end(mine)).status, 204);
  });

  it('is what the auditor reads of it in words: which office, where, and who goes on with it', async () => {
    const id = await appoint('anna');
    const leave = { id: newId(), fromAt: later(0), toAt: later(1), standInId: ids.get('bert') };
    assert.equal((await admin('POST', `/api/appointments/${id}/leaves`, leave)).status, 204);
    await takenBy('bert');
    assert.equal((await end(id)).status, 204);
    await arrive('auditor', [{ role: 'auditor' }]);
    const { body } = await by('auditor', 'GET', `/api/audit/entries?subjectId=${id}`);
    const [ended, left, made] = (body.items as Parameters<typeof auditDetailWords>[0][]).map((entry) =>
      Object.fromEntries(auditDetailWords(entry).map(({ title, words }) => [title, words])),
    );
    for (const entry of [ended, left, made]) {
      assert.equal(entry?.职务, '网格员');
      assert.equal(entry?.在哪里, '近处社区 第一网格');
      assert.doesNotMatch(Object.keys(entry ?? {}).join(), /[a-z]/i);
    }
    assert.equal(left?.代班的人, '测试bert');
    assert.equal(made?.到什么时候, '没有定期限');
  });

  it('goes to no stand-in who is being suspended at that moment', async () => {
    const mine = await appoint('anna');
    const id = await takenBy('anna');
    const fromAt = new Date(Date.now() + 1_500).toISOString();
    const body = { id: newId(), fromAt, toAt: later(48), standInId: ids.get('bert') };
    assert.equal((await admin('POST', `/api/appointments/${mine}/leaves`, body)).status, 204);
    const other = await here.database.another();
    try {
      await other.query('start transaction');
      await other.query('update person set suspended_at = now(3) where id = ?', [ids.get('bert')]);
      await eventually('the sweep waits for what becomes of bert', () => here.database.someoneWaits(), 200);
      await other.query('commit');
    } finally {
      await other.drop();
    }
    await eventually('it waits for somebody', async () => (await rowOf(id))?.state === 'reported');
    assert.equal((await rowOf(id))?.handler_id, null);
    await admin('POST', `/api/staff/${ids.get('bert')}/restore`, { actionId: newId() });
    assert.equal((await end(mine)).status, 204);
  });

  it('goes back when its handler is suspended, who is signed out at once and can be restored', async () => {
    await appoint('dora');
    const id = await takenBy('dora');
    const path = `/api/staff/${ids.get('dora')}`;
    assert.equal((await here.as('secretary', 'POST', `${path}/suspend`, { actionId: newId() })).status, 403);
    assert.equal((await admin('POST', `${path}/suspend`, { actionId: newId() })).status, 204);
    assert.equal((await by('dora', 'GET', '/api/me')).status, 401);
    assert.deepEqual(await rowOf(id), { state: 'reported', handler_id: null });
    assert.equal(
      codeOf(await admin('POST', '/api/appointments', appointed('dora'))),
      'appointment/person-suspended',
    );
    assert.equal((await admin('POST', `${path}/restore`, { actionId: newId() })).status, 204);
    const { body } = await ask(here.base, 'POST', '/api/auth/demo', { body: { key: 'dora' } });
    assert.ok(body.accessToken);
  });
});

describe('whoever is concerned', () => {
  it('reads what, where and until when, and in their own page who stands in', async () => {
    const first = new Date();
    const toldOf = async (key: string) => {
      const { body } = await by(key, 'GET', '/api/inbox?limit=20');
      const items: { title: string; body: string; at: string }[] = body.items;
      return items.filter(({ at }) => Date.parse(at) >= first.getTime());
    };
    const isTold = (key: string, title: string, words: string) =>
      eventually(`${key} reads ${title}`, async () => {
        const found = (await toldOf(key)).find((one) => one.title === title);
        return found?.body.includes(words) ?? false;
      });
    const mine = await appoint('anna');
    await isTold('anna', '您有新的任命', '您是近处社区 第一网格的网格员，从现在起。');
    const leave = {
      id: newId(),
      fromAt: later(0),
      toAt: '2099-11-30T10:00:00.000Z',
      standInId: ids.get('bert'),
    };
    assert.equal((await admin('POST', `/api/appointments/${mine}/leaves`, leave)).status, 204);
    await isTold('anna', '给您登记了请假', '到 2099 年 11 月 30 日 18:00 为止请假，有人代班');
    await isTold('bert', '请您代班', '近处社区 第一网格的网格员请假');

    const { body: away } = await by('anna', 'GET', '/api/me');
    assert.deepEqual(away.appointments, []);
    const { gridName, leaveUntil, standInName } = away.onLeave[0];
    assert.deepEqual([gridName, leaveUntil, standInName], ['第一网格', leave.toAt, '测试bert']);
    const { body: standIn } = await by('bert', 'GET', '/api/me');
    const [there] = standIn.appointments.filter(({ standsIn }: { standsIn: boolean }) => standsIn);
    assert.deepEqual([there.gridName, there.toAt, standIn.onLeave], ['第一网格', leave.toAt, []]);

    assert.equal((await admin('POST', `/api/leaves/${leave.id}/end`, { actionId: newId() })).status, 204);
    await isTold('anna', '请假结束了', '从现在起又由您来做');
    await isTold('bert', '代班结束了', '近处社区 第一网格的网格员');
    assert.equal((await end(mine, { at: '2099-06-01T10:00:00.000Z' })).status, 204);
    await isTold('anna', '任命到 2099 年 6 月 1 日 18:00 为止', '近处社区 第一网格的网格员');
    assert.equal((await end(mine)).status, 204);
    await isTold('anna', '任命结束了', '您不再是近处社区 第一网格的网格员');
    const coming = await appoint('anna', { fromAt: '2099-01-10T01:00:00.000Z' });
    assert.equal((await end(coming)).status, 204);
    await isTold('anna', '任命取消了', '原定 2099 年 1 月 10 日 09:00 起，不会开始了');
    // Sent once for each, whatever is asked twice; and nobody else's name is kept in it.
    const told = await toldOf('anna');
    assert.equal(told.length, 7);
    assert.ok(told.every(({ body }) => !body.includes('测试')));
  });
});

describe('what changes later', () => {
  const captainOf = (change: Record<string, unknown>) => ({
    role: 'building_captain',
    areaId: here.town.near.buildingId,
    ...change,
  });

  it('makes an appointment longer only where a new one could be made', async () => {
    const audits = await appoint('dora', { role: 'auditor', areaId: undefined, toAt: later(1) });
    const administers = { role: 'platform_admin', areaId: undefined, fromAt: later(3) };
    const coming = await appoint('dora', administers);
    assert.equal(codeOf(await end(audits, { at: later(4) })), 'appointment/auditor-apart');
    assert.equal((await end(audits, { at: later(2) })).status, 204);
    assert.equal((await end(coming, { at: administers.fromAt })).status, 204);

    const captain = await appoint('cora', captainOf({ toAt: later(1) }));
    const nextFrom = later(3);
    const after = await appoint('bert', captainOf({ fromAt: nextFrom }));
    assert.equal(codeOf(await end(captain, { at: later(4) })), 'appointment/captain-exists');
    // The next one is called off before it begins, and stands in nobody's way.
    assert.equal((await end(after, { at: nextFrom })).status, 204);
    assert.equal((await end(captain, { at: later(4) })).status, 204);

    await here.town.suspend(ids.get('cora') ?? '');
    assert.equal(codeOf(await end(captain, { at: later(5) })), 'appointment/person-suspended');
    await admin('POST', `/api/staff/${ids.get('cora')}/restore`, { actionId: newId() });
    for (const id of [audits, captain]) assert.equal((await end(id)).status, 204);
  });

  it('calls off at once what has not begun', async () => {
    const namesOf = async (when: string) => {
      const { body } = await admin('GET', `/api/staff?when=${when}&q=anna`);
      return body.items.map(({ name }: { name: string }) => name);
    };
    const coming = await appoint('anna', { fromAt: later(24) });
    assert.deepEqual(await namesOf('coming'), ['测试anna']);
    assert.equal((await end(coming)).status, 204);
    assert.deepEqual(await namesOf('coming'), []);
    const { body: person } = await admin('GET', `/api/staff/${ids.get('anna')}`);
    assert.equal(person.appointments.find((one: { id: string }) => one.id === coming).when, 'ended');
    assert.equal(codeOf(await end(coming)), 'appointment/already-ended');
  });

  it('says before it ends whose grid nobody else serves', async () => {
    const empties = async (id: string) =>
      (await admin('GET', `/api/appointments/${id}/held-cases`)).body.emptiesGrid;
    const { body: worker } = await admin('GET', `/api/staff/${ids.get('otherWorker')}`);
    const only = worker.appointments[0].id;
    assert.equal(await empties(only), true);
    const second = await appoint('anna', { areaId: here.town.near.grids[1].id });
    assert.equal(await empties(only), false);
    assert.equal((await end(second)).status, 204);
    // Whoever stands in goes with whom they stand in for.
    const leave = { id: newId(), fromAt: later(0), toAt: later(48), standInId: ids.get('bert') };
    assert.equal((await admin('POST', `/api/appointments/${only}/leaves`, leave)).status, 204);
    assert.equal(await empties(only), true);
    assert.equal((await admin('POST', `/api/leaves/${leave.id}/end`, { actionId: newId() })).status, 204);
  });

  it('says before it ends which organisation nobody would be left in, and what it has to do', async () => {
    const incident = await here.reach('judge', 'complex');
    const organisationId = here.town.organisations.property;
    const task = { id: newId(), organisationId, dueAt: later(5), note: '请修灯' };
    const given = await here.act('worker', incident, 'dispatch', { route: 'assisted', tasks: [task] });
    assert.equal(given.status, 200, JSON.stringify(given.body));
    const [held] = await here.database.query<{ id: string; personId: string }>(
      'select id, person_id as personId from appointment where organisation_id = ? and to_at is null',
      [here.town.organisations.property],
    );
    const asked = async () => (await admin('GET', `/api/appointments/${held?.id}/held-cases`)).body;
    const [tasks] = await here.database.query<{ many: number }>(
      "select count(*) as many from task where organisation_id = ? and state in ('assigned', 'working')",
      [here.town.organisations.property],
    );
    assert.ok(Number(tasks?.many) > 0);
    assert.deepEqual(
      [(await asked()).emptiesOrganisation, (await asked()).openTasks],
      [true, Number(tasks?.many)],
    );
    const unit = { role: 'co_helper', areaId: undefined, organisationId: here.town.organisations.property };
    const second = await appoint('anna', unit);
    assert.equal((await asked()).emptiesOrganisation, false);
    assert.equal((await end(second)).status, 204);
  });

  it("keeps a stand-in within the leave, and a leave that was called off in nobody's way", async () => {
    const mine = await appoint('anna');
    const leave = { id: newId(), fromAt: later(2), toAt: later(4), standInId: ids.get('bert') };
    assert.equal((await admin('POST', `/api/appointments/${mine}/leaves`, leave)).status, 204);
    const [standIn] = await here.database.query<{ id: string }>(
      'select id from appointment where stand_in_for_id = ?',
      [mine],
    );
    assert.equal(codeOf(await end(standIn?.id ?? '', { at: later(6) })), 'appointment/stand-in-not-extended');
    assert.equal((await admin('POST', `/api/leaves/${leave.id}/end`, { actionId: newId() })).status, 204);
    const earlier = { ...leave, id: newId(), fromAt: later(1), toAt: later(3) };
    const taken = await admin('POST', `/api/appointments/${mine}/leaves`, earlier);
    assert.equal(taken.status, 204, JSON.stringify(taken.body));
    assert.equal((await end(mine)).status, 204);
  });

  it('gives what is in hand to nobody who is suspended, and counts all of it', async () => {
    const mine = await appoint('anna');
    const id = await takenBy('anna');
    const heir = await appoint('emil');
    await here.town.suspend(ids.get('emil') ?? '');
    for (const key of ['emil', 'anna'])
      assert.equal(codeOf(await end(mine, { toPersonId: ids.get(key) })), 'appointment/heir-unfit', key);
    await admin('POST', `/api/staff/${ids.get('emil')}/restore`, { actionId: newId() });

    await multiply(id, 501);
    const { body: held } = await admin('GET', `/api/appointments/${mine}/held-cases`);
    assert.equal(held.count, 502);
    await here.database.query("delete from incident where number like 'N-%'");
    assert.equal((await end(mine, { toPersonId: ids.get('emil') })).status, 204);
    assert.equal((await rowOf(id))?.handler_id, ids.get('emil'));
    assert.equal((await end(heir)).status, 204);
  });

  it("appoints nobody to what was closed, and offers all that lies in one's reach", async () => {
    const { near, far } = here.town;
    const offered = async (role: string) => {
      const { body } = await here.as('secretary', 'GET', `/api/staff/places?role=${role}`);
      return body.items.map((one: { id: string }) => one.id);
    };
    const ofGrids = near.grids.map((grid) => grid.id);
    // More grids of somebody else's than a list holds, and all before one's own.
    await here.database.query('update area set sort = -1 where id = ?', [far.id]);
    await here.database.query(
      `insert into area (id, kind, parent_id, subdistrict_id, community_id, grid_id, name, sort, created_at)
       select g.id, 'grid', ?, ?, ?, g.id, '很多网格', 0, now(3)
         from (select concat('01900000-0000-7000-9000-', lpad(seq, 12, '0')) as id from seq_1_to_2001) g`,
      [far.id, far.subdistrictId, far.id],
    );
    assert.deepEqual(await offered('grid_worker'), ofGrids);
    await here.database.query("delete from area where name = '很多网格'");

    const grid = near.grids[1].id;
    const closed = async (at: Date | null) => {
      await here.database.query('update area set closed_at = ? where id in (?)', [
        at,
        [grid, near.buildingId],
      ]);
      await here.database.query('update estate set closed_at = ? where id = ?', [at, near.estateId]);
    };
    await closed(new Date());
    const gone = [
      { areaId: grid },
      captainOf({}),
      { role: 'community_worker', areaId: undefined, estateId: near.estateId },
    ];
    for (const change of gone)
      assert.equal(
        codeOf(await admin('POST', '/api/appointments', appointed('cora', change))),
        'appointment/place-gone',
      );
    assert.deepEqual(await offered('grid_worker'), [near.grids[0].id]);
    assert.deepEqual(await offered('building_captain'), []);
    assert.deepEqual(await offered('community_worker'), [near.id]);
    await closed(null);
  });
});

/** So many incidents more in the same hands. */
async function multiply(id: string, count: number) {
  const columns = await here.database.query<{ name: string }>(
    `select column_name as name from information_schema.columns
      where table_schema = database() and table_name = 'incident' and extra not like '%generated%'`,
  );
  const names = columns.map(({ name }) => name);
  const values = names.map((name) => {
    if (name === 'id') return "concat(left(i.id, 24), lpad(hex(seq), 12, '0'))";
    return name === 'number' ? "concat('N-', seq)" : `i.${name}`;
  });
  await here.database.query(
    `insert into incident (${names.join(', ')})
     select ${values.join(', ')} from incident i join seq_1_to_1000 on seq <= ? where i.id = ?`,
    [count, id],
  );
}

describe('somebody new', () => {
  it('is found by the whole phone or entered, and never shown it whole', async () => {
    const phone = '13911112222';
    assert.equal(codeOf(await admin('POST', '/api/staff/find', { phone })), 'staff/person-not-found');
    const { body: made } = await admin('POST', '/api/staff/find', { phone, name: '新来的网格员' });
    assert.deepEqual([made.name, made.maskedPhone, made.known], ['新来的网格员', '139****2222', false]);
    const { body: found } = await admin('POST', '/api/staff/find', { phone });
    assert.deepEqual([found.id, found.known], [made.id, true]);
    assert.equal((await admin('POST', '/api/staff/find', { phone: '1391111' })).status, 400);
    const { body: places } = await here.as('secretary', 'GET', '/api/staff/places?role=grid_worker');
    assert.deepEqual(
      places.items.map(({ label }: { label: string }) => label),
      ['近处社区 第一网格', '近处社区 第二网格'],
    );
    const kept = await here.database.query<{ action: string }>(
      "select action from audit_entry where action like 'person.%' order by id",
    );
    assert.ok(
      kept.some(({ action }) => action === 'person.add') &&
        kept.some(({ action }) => action === 'person.find'),
    );
  });
});
