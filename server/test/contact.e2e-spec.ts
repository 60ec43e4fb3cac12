import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Answer, ask, assertProblem } from './support/api.js';
import { CAST, type CastMember, moveIn, type Neighbourhood } from './support/neighbourhood.js';

const NUMBER = '13899990001';
/** What the worker signs in with, which is nobody's to call. */
const SIGN_IN = '13800000101';
const OTHER = '13899990002';

let here: Neighbourhood;
before(async () => {
  here = await moveIn();
});
after(() => here?.close());

const readMine = async (who: CastMember) => (await here.as(who, 'GET', '/api/me/work-card')).body;
/** Sets a card as its owner sees it now. */
const set = async (who: CastMember, phone: unknown, shown: unknown): Promise<Answer> => {
  const { version } = await readMine(who);
  return here.as(who, 'PUT', '/api/me/work-card', { phone, shown, version });
};
const cardOf = async (gridId: string) =>
  (await here.as(null, 'GET', `/api/grids/${gridId}/worker-card`)).body;
const nearGrid = () => here.town.near.grids[0].id;
const phonesIn = async (gridId: string) =>
  (await cardOf(gridId)).workers.flatMap(({ phone }: { phone: string | null }) => phone ?? []);

/** Everything that anybody can be sent by asking: every address of the contract that reads, as everybody. */
async function everyAnswer(): Promise<{ from: string; text: string }[]> {
  const { near } = here.town;
  const incident = await here.report();
  const known: Record<string, string> = { incidents: incident, communities: near.id, grids: nearGrid() };
  const { body: contract } = await ask(here.base, 'GET', '/api/openapi.json');
  const paths = Object.entries<Record<string, unknown>>(contract.paths)
    .filter(([path, operations]) => 'get' in operations && path !== '/api/live')
    .map(([path]) => path.replace(/\{(\w+)\}/g, (_, name) => known[path.split('/')[2] ?? ''] ?? name));
  const query = `communityId=${near.id}&limit=50&pageSize=50&tab=all&categoryCode=lighting&buildingId=${near.buildingId}`;
  const asked = [...CAST, null].map(async (who) => {
    const answers: { from: string; text: string }[] = [];
    for (const address of paths.flatMap((path) => [path, `${path}?${query}`])) {
      const { body } = await here.as(who, 'GET', address);
      answers.push({ from: `${who} ${address}`, text: JSON.stringify(body) });
    }
    return answers;
  });
  return (await Promise.all(asked)).flat();
}
const saying = (answers: { from: string; text: string }[], number: string) =>
  answers.filter(({ text }) => text.replace(/[\s-]/g, '').includes(number)).map(({ from }) => from);

describe('a grid worker’s card', () => {
  it('starts empty, names who serves the grid, and gives no number unasked', async () => {
    const mine = await readMine('worker');
    assert.deepEqual([mine.phone, mine.shown, mine.version], [null, false, 0]);
    assert.deepEqual(
      mine.places.map(({ areaName }: { areaName: string }) => areaName),
      ['第一网格'],
    );
    assert.deepEqual(await cardOf(nearGrid()), {
      gridName: '第一网格',
      communityName: '近处社区',
      workers: [{ name: '测试worker', roleLabel: '网格员', phone: null }],
      dutyPhone: null,
    });
  });

  it('keeps a number to its owner until they agree, whatever anybody asks', async () => {
    const { id } = (await here.as('worker', 'GET', '/api/me')).body;
    await here.town.addPhoneLogin(id, SIGN_IN);
    const kept = await set('worker', ' 138-9999 0001', false);
    assert.deepEqual([kept.status, kept.body.phone, kept.body.shown], [200, NUMBER, false]);
    const answers = await everyAnswer();
    assert.deepEqual(saying(answers, SIGN_IN), []);
    const told = saying(answers, NUMBER);
    assert.ok(told.length > 0);
    assert.deepEqual(
      told.filter((from) => !from.startsWith('worker /api/me/work-card')),
      [],
    );
    const tables = await here.database.query<{ name: string }>(
      'select table_name as name from information_schema.tables where table_schema = database()',
    );
    for (const { name } of tables) {
      const rows = await here.database.query(`select * from \`${name}\` limit 5000`);
      assert.ok(!JSON.stringify(rows).includes(NUMBER), `${name} holds it as it is`);
    }
  });

  it('shows the number to this grid alone once agreed, and not a moment longer', async () => {
    assert.equal((await set('worker', NUMBER, true)).body.shown, true);
    assert.deepEqual(await phonesIn(nearGrid()), [NUMBER]);
    assert.deepEqual(await phonesIn(here.town.near.grids[1].id), []);
    assert.deepEqual(await phonesIn(here.town.far.grids[0].id), []);
    assert.equal((await set('worker', NUMBER, false)).body.shown, false);
    assert.deepEqual(await phonesIn(nearGrid()), []);
  });

  it('is not shown again by a request that comes late, and can be taken back by one that saw less', async () => {
    const { version } = await readMine('worker');
    const show = { phone: NUMBER, shown: true, version };
    const put = (body: object) => here.as('worker', 'PUT', '/api/me/work-card', body);
    assert.equal((await put(show)).status, 200);
    const again = await put(show);
    assert.deepEqual([again.status, again.body.version], [200, version + 1]);
    // The phone that was asleep still knows the first version only.
    assert.equal((await put({ phone: OTHER, shown: false, version })).body.phone, NUMBER);
    assert.deepEqual(await phonesIn(nearGrid()), []);
    assertProblem(await put(show), 409, 'contact/changed-meanwhile');
    assert.deepEqual(await phonesIn(nearGrid()), []);
  });

  it('is set once by two requests at the same moment', async () => {
    const { version } = await readMine('otherWorker');
    const answers = await Promise.all(
      [NUMBER, OTHER].map((phone) =>
        here.as('otherWorker', 'PUT', '/api/me/work-card', { phone, shown: true, version }),
      ),
    );
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409]);
    assert.equal((await readMine('otherWorker')).version, version + 1);
  });

  it('goes with the appointment, and has to be agreed to again for another one', async () => {
    const grid = here.town.near.grids[1].id;
    const at = { areaId: grid, subdistrictId: here.town.near.subdistrictId, communityId: here.town.near.id };
    const moved = await here.town.addPerson('movedWorker', [{ role: 'grid_worker', ...at, gridId: grid }]);
    const { accessToken: token } = (
      await ask(here.base, 'POST', '/api/auth/demo', { body: { key: 'movedWorker' } })
    ).body;
    const shown = { phone: '13899990003', shown: true, version: 0 };
    await ask(here.base, 'PUT', '/api/me/work-card', { token, body: shown });
    assert.ok((await phonesIn(grid)).includes('13899990003'));

    await here.town.endAppointment(moved.appointmentIds[0] ?? '');
    assert.ok(!JSON.stringify(await cardOf(grid)).includes('movedWorker'));
    const late = await ask(here.base, 'PUT', '/api/me/work-card', { token, body: shown });
    assertProblem(late, 403, 'auth/not-permitted');

    const next = nearGrid();
    await here.database.query(
      `insert into appointment (id, person_id, role, area_id, subdistrict_id, community_id, grid_id, from_at, created_at)
       select uuid(), person_id, role, ?, subdistrict_id, community_id, ?, now(3), now(3) from appointment where id = ?`,
      [next, next, moved.appointmentIds[0]],
    );
    const keptToThemselves = async () => {
      const worker = (await cardOf(next)).workers.find(({ name }: { name: string }) =>
        name.endsWith('movedWorker'),
      );
      assert.equal(worker.phone, null);
      const mine = (await ask(here.base, 'GET', '/api/me/work-card', { token })).body;
      assert.deepEqual([mine.phone, mine.shown], ['13899990003', false]);
    };
    await keptToThemselves();
    // Entered today as of last month, it was not there to be agreed to either.
    await here.database.query(
      'update appointment set from_at = from_at - interval 30 day where person_id = ? and area_id = ?',
      [moved.id, next],
    );
    await keptToThemselves();
  });

  it('stands beside a community worker only if they chose to be called', async () => {
    const names = async () =>
      (await cardOf(nearGrid())).workers.map(({ roleLabel }: { roleLabel: string }) => roleLabel);
    assert.ok(!(await names()).includes('社区工作者'));
    await set('communityWorker', '0546-8123456', true);
    assert.ok((await names()).includes('社区工作者'));
    assert.deepEqual((await phonesIn(here.town.far.grids[0].id)).length, 0);
    await set('communityWorker', null, false);
    assert.ok(!(await names()).includes('社区工作者'));
  });

  it('is refused in words with letters, too few digits, no consent given, or no number to show', async () => {
    for (const phone of ['1389999000a', '8123456', '', '12345', 7, {}]) {
      const answer = await set('worker', phone, false);
      assertProblem(answer, 400, 'request/invalid');
      assert.match(JSON.stringify(answer.body.errors), /手机号|座机/);
    }
    assertProblem(await set('worker', NUMBER, undefined), 400, 'request/invalid');
    assertProblem(await set('worker', null, true), 422, 'contact/phone-needed');
    assertProblem(await here.as(null, 'GET', '/api/grids/x/worker-card'), 404, 'contact/grid-not-found');
    const community = await here.as(null, 'GET', `/api/grids/${here.town.near.id}/worker-card`);
    assertProblem(community, 404, 'contact/grid-not-found');
  });
});

describe('a community’s duty phone', () => {
  const path = (id: string) => `/api/communities/${id}/duty-phone`;

  it('is set by its secretary, read by everybody, and stands on every card of the community', async () => {
    const { near } = here.town;
    const set = (version: number, phone: string | null) =>
      here.as('secretary', 'PUT', path(near.id), { phone, version });
    assert.deepEqual((await set(0, '0546 812 3456')).body, { phone: '05468123456', version: 1 });
    assert.deepEqual((await set(0, '05468123456')).body.version, 1);
    assertProblem(await set(0, NUMBER), 409, 'contact/changed-meanwhile');
    assert.equal((await here.as(null, 'GET', path(near.id))).body.phone, '05468123456');
    assert.equal((await cardOf(nearGrid())).dutyPhone, '05468123456');
    const community = (await here.as(null, 'GET', `/api/communities/${near.id}/worker-card`)).body;
    assert.deepEqual(community, {
      gridName: null,
      communityName: '近处社区',
      workers: [],
      dutyPhone: '05468123456',
    });
    assert.deepEqual((await set(1, null)).body, { phone: null, version: 2 });
  });

  it('is not another community’s to set, nor anything but a number', async () => {
    const { near, far } = here.town;
    const foreign = await here.as('secretary', 'PUT', path(far.id), { phone: NUMBER, version: 0 });
    assertProblem(foreign, 404, 'contact/community-not-found');
    assert.equal((await here.as(null, 'GET', path(far.id))).body.phone, null);
    const words = await here.as('secretary', 'PUT', path(near.id), { phone: '请打值班室', version: 2 });
    assertProblem(words, 400, 'request/invalid');
    assertProblem(await here.as(null, 'GET', path('x')), 404, 'area/community-not-found');
  });
});
