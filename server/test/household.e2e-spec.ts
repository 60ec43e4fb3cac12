import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { LIMITS } from '@linli/shared';
import { type Answer, ask, assertProblem, eventually } from './support/api.js';
import { moveIn, type Neighbourhood } from './support/neighbourhood.js';
import { newId } from './support/new-id.js';

let here: Neighbourhood;
/** Tokens of people whom only this file needs, and the ids behind them. */
const tokens = new Map<string, string>();
const ids = new Map<string, string>();

before(async () => {
  here = await moveIn({ LINLI_DISPATCH_MS: '100' });
  const { near } = here.town;
  const captain = {
    role: 'building_captain' as const,
    areaId: near.buildingId,
    subdistrictId: near.subdistrictId,
    communityId: near.id,
    buildingId: near.buildingId,
  };
  for (const key of ['captain', 'ann', 'bo', 'cai', 'dan', 'eve'])
    await comeIn(key, key === 'captain' ? [captain] : []);
  for (const key of ['communityWorker', 'farCommunityWorker', 'secretary', 'worker']) await signIn(key);
});
after(() => here?.close());

async function comeIn(key: string, appointments: Parameters<Neighbourhood['town']['addPerson']>[1]) {
  ids.set(key, (await here.town.addPerson(key, appointments)).id);
  await signIn(key);
}
async function signIn(key: string) {
  tokens.set(key, (await ask(here.base, 'POST', '/api/auth/demo', { body: { key } })).body.accessToken);
}
const as = (who: string, method: string, path: string, body?: unknown): Promise<Answer> =>
  ask(here.base, method, path, { token: tokens.get(who), body });
const claimBody = (door: 0 | 1 | 2 | 3, change: object = {}) => ({
  ...{ id: newId(), homeId: here.town.near.homeIds[door], relation: 'tenant', livesHere: true, name: '李安' },
  ...change,
});
async function claim(who: string, door: 0 | 1 | 2 | 3, change: object = {}): Promise<string> {
  const answer = await as(who, 'POST', '/api/households/claims', claimBody(door, change));
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return answer.body.id;
}
const act = (who: string, id: string, action: string, body: object = {}) =>
  as(who, 'POST', `/api/households/${id}/${action}`, { actionId: newId(), ...body });
async function done(who: string, id: string, action: string, body: object = {}): Promise<string> {
  const answer = await act(who, id, action, body);
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return answer.body.state;
}
const myHomes = async (who: string) => (await as(who, 'GET', '/api/me/homes')).body.items;
const waitingFor = async (who: string) =>
  (await as(who, 'GET', '/api/households/waiting')).body.items as {
    id: string;
    proof: string;
    maskedPhone: string | null;
  }[];
const isWaitingFor = async (who: string, id: string) => (await waitingFor(who)).find((one) => one.id === id);
interface Told {
  kind: string;
  title: string;
  body: string;
  link: { id: string };
}
const told = (who: string, id: string, words = /./) =>
  eventually(`${who} is told`, async () => {
    const items: Told[] = (await as(who, 'GET', '/api/inbox?limit=50')).body.items;
    return items.find(({ link, body }) => link.id === id && words.test(body)) ?? null;
  });

describe('a claimed home', () => {
  it('is chosen from a building’s doors, waits for the captain, and is confirmed once', async () => {
    const { near } = here.town;
    const doors = (await as('ann', 'GET', `/api/buildings/${near.buildingId}/doors`)).body;
    assert.deepEqual(
      doors.entrances.map(({ name, homes }: { name: string; homes: { room: string }[] }) => [
        name,
        homes.map(({ room }) => room),
      ]),
      [['1 单元', ['101', '102', '201', '202']]],
    );
    assert.doesNotMatch(JSON.stringify(doors), /person|owner|name":"李/);

    const body = claimBody(0);
    const first = await as('ann', 'POST', '/api/households/claims', body);
    assert.equal(first.body.state, 'claimed');
    assert.deepEqual((await as('ann', 'POST', '/api/households/claims', body)).body, first.body);
    assertProblem(
      await as('ann', 'POST', '/api/households/claims', { ...body, name: '别人' }),
      409,
      'request/id-used-differently',
    );
    assertProblem(
      await as('ann', 'POST', '/api/households/claims', claimBody(0)),
      409,
      'household/claimed-already',
    );
    const message = await told('captain', body.id);
    assert.equal(message.kind, 'home_claimed');
    assert.match(message.body, /有人说是近处小区 1 号楼 1 单元 101 的租户/);

    const line = await isWaitingFor('captain', body.id);
    assert.equal(line?.proof, 'none');
    // Who only ever signed in by phone is called by the last of its digits until somebody has said who they are.
    await here.database.query("update person set name = '邻居9999' where id = ?", [ids.get('ann')]);
    assert.equal(await isWaitingFor('farCommunityWorker', body.id), undefined);
    // Two confirm at once: one does it, the other reads that it is done.
    const both = await Promise.all([
      act('captain', body.id, 'confirm'),
      act('communityWorker', body.id, 'confirm'),
    ]);
    assert.deepEqual(both.map(({ status }) => status).sort(), [200, 409]);
    const [home] = await myHomes('ann');
    assert.equal(home.state, 'confirmed');
    assert.equal((await as('ann', 'GET', '/api/me')).body.name, '李安');
    assert.equal(home.gridId, near.grids[0].id);
    assert.deepEqual(home.allowedActions, ['change_living', 'move_out']);
    assert.equal((await told('ann', body.id)).title, '您家确认好了');
  });

  it('is confirmed at once when a verified phone stands in the owner register, for an owner and nobody else', async () => {
    const door = here.town.near.homeIds[1];
    const line = await here.town.addOwner(door, '王桂芳', '13800001111');
    await here.town.addPhoneLogin(ids.get('bo') ?? '', '13800001111');
    const asFamily = await claim('bo', 1, { relation: 'family', name: '王桂芳' });
    assert.equal((await isWaitingFor('captain', asFamily))?.proof, 'phone');
    assert.equal(await done('bo', asFamily, 'withdraw'), 'withdrawn');
    // Numbers are handed out anew: of another name they wait, and whoever decides is told what does not agree.
    const another = await claim('bo', 1, { relation: 'owner', name: '李不是' });
    assert.equal((await isWaitingFor('captain', another))?.proof, 'phone_alone');
    assert.equal(await done('bo', another, 'withdraw'), 'withdrawn');

    const body = claimBody(1, { relation: 'owner', name: '王桂芳' });
    const answer = await as('bo', 'POST', '/api/households/claims', body);
    assert.equal(answer.body.state, 'confirmed');
    assert.notEqual((await as('bo', 'GET', '/api/me')).body.name, '王桂芳', 'whoever has a name keeps it');
    const [home] = await myHomes('bo');
    assert.equal(home.confirmedWay, 'phone');
    const owner = () =>
      here.database.query('select person_id as personId from home_owner where id = ?', [line]);
    assert.deepEqual(await owner(), [{ personId: ids.get('bo') }]);
    assert.match((await told('bo', body.id)).title, /确认好了/);
    // The same name alone is no proof, but whoever decides is told of it.
    const sameName = await claim('cai', 1, { relation: 'owner', name: '王桂芳' });
    assert.equal((await isWaitingFor('communityWorker', sameName))?.proof, 'name');
    assert.equal(await done('cai', sameName, 'withdraw'), 'withdrawn');
    // A new number in the register is their new number: they stay, and the course says so.
    const renumber = { actionId: newId(), name: '王桂芳', ownerKind: 'person', phone: '13800002222' };
    const corrected = await as('secretary', 'POST', `/api/homes/${door}/owners/${line}/correct`, renumber);
    assert.equal(corrected.status, 200, JSON.stringify(corrected.body));
    assert.deepEqual(await owner(), [{ personId: ids.get('bo') }]);
    const { body: course } = await as('secretary', 'GET', `/api/households/${body.id}`);
    assert.equal(course.state, 'confirmed');
    assert.deepEqual(
      course.timeline.map(({ action }: { action: string }) => action),
      ['claim', 'match', 'renumber'],
    );
    assert.equal(await done('bo', body.id, 'move-out'), 'ended');
    assert.deepEqual(await owner(), [{ personId: null }]);

    // Whose number stood there by mistake was known by nothing else, and waits to be confirmed once it is put right.
    const put = (phone: string) =>
      as('secretary', 'POST', `/api/homes/${door}/owners/${line}/correct`, {
        ...{ ...renumber, actionId: newId(), phone },
      });
    assert.equal((await put('13800001111')).status, 200);
    const mistaken = await claim('bo', 1, { relation: 'owner', name: '王桂芳' });
    await here.database.query("update household_member set name = '李不是' where id = ?", [mistaken]);
    assert.deepEqual(await owner(), [{ personId: ids.get('bo') }]);
    assert.equal((await put('13800003333')).status, 200);
    assert.deepEqual(await owner(), [{ personId: null }]);
    const { body: unseated } = await as('secretary', 'GET', `/api/households/${mistaken}`);
    assert.equal(unseated.state, 'claimed');
    assert.match(unseated.timeline.at(-1).reason, /重新确认/);
    assert.equal((await isWaitingFor('captain', mistaken))?.proof, 'none');
    assert.equal(await done('bo', mistaken, 'withdraw'), 'withdrawn');
  });

  it('is refused with a reason that its claimant reads, and may be claimed again', async () => {
    const id = await claim('dan', 0);
    assertProblem(await act('captain', id, 'refuse', { reason: ' ' }), 400, 'request/invalid');
    assert.equal(await done('captain', id, 'refuse', { reason: '请带租房合同到社区看一下' }), 'refused');
    assertProblem(await act('communityWorker', id, 'confirm'), 409, 'household/wrong-state');
    assert.match((await told('dan', id)).body, /请带租房合同/);
    assert.equal((await myHomes('dan'))[0].reason, '请带租房合同到社区看一下');
    await claim('dan', 0);
  });

  it('tells strangers nothing: neither who lives there, nor that somebody else says so too', async () => {
    const one = await claim('eve', 2);
    const other = await claim('cai', 2);
    for (const stranger of ['cai', 'ann', 'worker', 'farCommunityWorker']) {
      const seen = await as(stranger, 'GET', `/api/households/${one}`);
      assert.ok(['auth/not-permitted', 'household/not-found'].includes(seen.body.code), stranger);
      for (const action of ['withdraw', 'move-out'])
        assertProblem(await act(stranger, one, action), 404, 'household/not-found');
      assertProblem(await act(stranger, one, 'end', { reason: '看看' }), 404, 'household/not-found');
    }
    assert.doesNotMatch(JSON.stringify(await myHomes('cai')), new RegExp(one));
    assertProblem(await as('ann', 'GET', '/api/households/desk'), 403, 'auth/not-permitted');
    const phoneOf = (who: string, id: string) => as(who, 'GET', `/api/households/${id}/phone`);
    assertProblem(await phoneOf('captain', one), 404, 'household/no-phone');
    await here.town.addPhoneLogin(ids.get('eve') ?? '', '13800001234');
    for (const stranger of ['cai', 'eve', 'worker', 'farCommunityWorker'])
      assert.ok([403, 404].includes((await phoneOf(stranger, one)).status), stranger);
    // Who confirms may have to call: a masked number on the line, the whole one when asked for, and that is kept.
    const line = (await waitingFor('captain')).find(({ id }) => id === one);
    assert.equal(line?.maskedPhone, '138****1234');
    for (const who of ['captain', 'communityWorker', 'captain'])
      assert.deepEqual((await phoneOf(who, one)).body, { phone: '13800001234' });
    const looks = await here.database.query(
      `select actor_id as actorId, about_person_id as aboutId from audit_entry
        where action = 'household.read_phone' order by id`,
    );
    const [worker] = await here.database.query<{ id: string }>(
      "select id from person where demo_key = 'communityWorker'",
    );
    assert.deepEqual(
      looks,
      [ids.get('captain'), worker?.id].map((actorId) => ({ actorId, aboutId: ids.get('eve') })),
    );
    // Who confirms sees both.
    await done('captain', one, 'confirm');
    assertProblem(await phoneOf('captain', one), 409, 'household/wrong-state');
    assert.equal((await as('captain', 'GET', `/api/households/${one}`)).body.maskedPhone, null);
    const { body } = await as('captain', 'GET', `/api/households/${other}`);
    assert.deepEqual(
      body.others.map(({ id }: { id: string }) => id),
      [one],
    );
  });

  it('is never confirmed by its own claimant, captain or not', async () => {
    const id = await claim('captain', 3, { relation: 'owner', name: '赵队' });
    assert.equal(await isWaitingFor('captain', id), undefined);
    assertProblem(await act('captain', id, 'confirm'), 403, 'household/own-claim');
    await here.town.addOwner(here.town.near.homeIds[3], '赵队');
    assert.equal((await told('communityWorker', id)).kind, 'home_claimed');
    assert.equal(await done('communityWorker', id, 'confirm'), 'confirmed');
  });

  it('lets an owner see and end a tenancy, a tenant nothing; the one who is let go is told', async () => {
    const tenant = await claim('ann', 3, { name: '小安' });
    await done('communityWorker', tenant, 'confirm');
    const home = (await myHomes('captain')).find(
      ({ homeId }: { homeId: string }) => homeId === here.town.near.homeIds[3],
    );
    assert.deepEqual(
      home.mates.map(({ name, allowedActions }: never) => [name, allowedActions]),
      [['小安', ['end']]],
    );
    const asTenant = (await myHomes('ann')).find(({ id }: { id: string }) => id === tenant);
    assert.deepEqual(asTenant.mates, []);
    const [ownersOwn] = (await myHomes('captain')).map(({ id }: { id: string }) => id);
    assertProblem(await act('ann', ownersOwn, 'end', { reason: '不住了' }), 404, 'household/not-found');
    assert.equal(await done('captain', tenant, 'end', { reason: '租约到期' }), 'ended');
    assert.match((await told('ann', tenant)).body, /您|租约到期/);
    // An owner who lets the home goes on owning it.
    assert.equal(await done('captain', ownersOwn, 'change-living', { livesHere: false }), 'confirmed');
    assert.equal((await myHomes('captain'))[0].livesHere, false);
  });

  it('gives whoever sold it no say over who lives there, and a captain’s word gives no title', async () => {
    const homeId = here.town.near.homeIds[3];
    const tenant = await claim('eve', 3, { name: '新租客' });
    await done('communityWorker', tenant, 'confirm');
    const sold = (await myHomes('captain')).find((one: { homeId: string }) => one.homeId === homeId);
    assert.equal(sold.mates.length, 1);
    const sale = { actionId: newId(), owners: [{ name: '买家', ownerKind: 'person' }] };
    assert.equal((await as('secretary', 'POST', `/api/homes/${homeId}/transfer`, sale)).status, 200);
    const after = (await myHomes('captain')).find((one: { homeId: string }) => one.homeId === homeId);
    assert.deepEqual([after.state, after.mates], ['ended', []]);
    await told('captain', sold.id, /产权人有变更/);

    const neighbour = await claim('dan', 3, { relation: 'owner', name: '买家' });
    await done('captain', neighbour, 'confirm');
    const theirs = (await myHomes('dan')).find(({ id }: { id: string }) => id === neighbour);
    assert.deepEqual([theirs.state, theirs.mates], ['confirmed', []]);
    assertProblem(await act('dan', tenant, 'end', { reason: '我的' }), 404, 'household/not-found');
  });

  it('cannot be claimed where the building is drawn no more', async () => {
    const { buildingId, homeIds } = here.town.far;
    await here.database.query('update area set closed_at = utc_timestamp(3) where id = ?', [buildingId]);
    const body = claimBody(0, { homeId: homeIds[0] });
    assertProblem(await as('eve', 'POST', '/api/households/claims', body), 404, 'household/home-unknown');
    await here.database.query('update area set closed_at = null where id = ?', [buildingId]);
  });

  it('is counted: so many a day and no more, whatever comes at once', async () => {
    await comeIn('finn', []);
    const far = here.town.far.homeIds;
    const doors = [...here.town.near.homeIds, ...far];
    const answers = await Promise.all(
      doors.map((homeId) => as('finn', 'POST', '/api/households/claims', claimBody(0, { homeId }))),
    );
    const fine = answers.filter(({ status }) => status === 201);
    assert.equal(fine.length, LIMITS.homeClaimsPerDay);
    for (const answer of answers.filter(({ status }) => status !== 201))
      assertProblem(answer, 429, 'household/too-many-claims');
    assert.equal((await myHomes('finn')).length, LIMITS.homeClaimsPerDay);
  });

  it('of somebody without a phone is entered by staff, with both names', async () => {
    const body = claimBody(0, { name: '孙奶奶', relation: 'family' });
    const enter = (who: string) => as(who, 'POST', '/api/households/entries', body);
    assertProblem(await enter('captain'), 403, 'auth/not-permitted');
    assertProblem(await enter('farCommunityWorker'), 403, 'household/outside-your-area');
    const answer = await enter('communityWorker');
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    assert.deepEqual((await enter('communityWorker')).body, answer.body);
    const { body: card } = await as('secretary', 'GET', `/api/households/${body.id}`);
    assert.equal(card.name, '孙奶奶');
    assert.deepEqual(
      card.timeline.map(({ action, actorName }: never) => [action, actorName]),
      [['enter', '测试communityWorker']],
    );
    const people = await here.database.query<{ many: string }>(
      "select count(*) as many from person where name = '孙奶奶'",
    );
    assert.equal(Number(people[0]?.many), 1);
  });

  it('stands in the staff’s list by state, building and a piece of a name', async () => {
    const list = async (query: string, who = 'communityWorker') =>
      (await as(who, 'GET', `/api/households/desk?pageSize=100&${query}`)).body;
    const all = await list('');
    assert.equal(all.total, all.items.length);
    assert.equal((await list('state=confirmed')).total, all.counts.confirmed);
    assert.deepEqual(
      (await list(`q=${encodeURIComponent('孙奶')}`)).items.map(({ name }: { name: string }) => name),
      ['孙奶奶'],
    );
    // As an address is typed: without the spaces it is drawn with, or in short.
    const label = all.items[0].homeLabel as string;
    const [building, entrance, room] = label.match(/\d+/g) ?? [];
    for (const q of [label, label.replaceAll(' ', ''), `近处小区${building}-${entrance}-${room}`]) {
      const { items } = await list(`q=${encodeURIComponent(q)}`);
      assert.ok(items.length > 0 && items.every(({ homeLabel }: never) => homeLabel === label), q);
    }
    assert.equal((await list(`q=${encodeURIComponent('%')}`)).total, 0);
    assert.equal((await list(`buildingId=${here.town.far.buildingId}`)).total, 0);
    assert.ok(
      (await list('', 'farCommunityWorker')).items.every(({ homeLabel }: never) => /^远处/.test(homeLabel)),
    );
  });
});
