import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Answer, ask, assertProblem, eventually } from './support/api.js';
import { type CastMember, moveIn, type Neighbourhood } from './support/neighbourhood.js';
import { newId } from './support/new-id.js';
import { CALL_US, noticeBody, writeNotice } from './support/notices.js';
import { settleResidents } from './support/residents.js';

type Ring = [number, number][];
interface Plan {
  version: number;
  community: { name: string; polygon: Ring[] };
  grids: { id: string; name: string; code: string | null; polygon: Ring[]; workerNames: string[] | null }[];
  estates: { id: string; name: string }[];
  buildings: {
    id: string;
    name: string;
    estateId: string;
    gridId: string;
    entranceCount: number;
    homeCount: number | null;
    location: { lng: number; lat: number };
  }[];
}

let here: Neighbourhood;
before(async () => {
  here = await moveIn();
});
after(() => here?.close());

const WEST = 118.6;
const SOUTH = 37.4;
/** Corners by hundredths of a degree east and north of the community's corner: the first grid is 0–1, the second 1–2. */
const ring = (...corners: [number, number][]): Ring =>
  corners.map(([east, north]) => [
    Math.round((WEST + east / 100) * 1e7) / 1e7,
    Math.round((SOUTH + north / 100) * 1e7) / 1e7,
  ]);
const rectangle = (west: number, south: number, east: number, north: number) =>
  ring([west, south], [east, south], [east, north], [west, north]);

const path = () => `/api/communities/${here.town.near.id}`;
async function plan(who: CastMember = 'officer', asOf?: string): Promise<Plan> {
  const query = asOf === undefined ? '' : `?asOf=${encodeURIComponent(asOf)}`;
  const { status, body } = await here.as(who, 'GET', `${path()}/plan${query}`);
  assert.equal(status, 200, JSON.stringify(body));
  return body;
}
const nothing = {
  grids: [],
  closedGridIds: [],
  estates: [],
  closedEstateIds: [],
  buildings: [],
  closedBuildingIds: [],
};
const preview = async (change: object, who: CastMember = 'officer'): Promise<Answer> =>
  here.as(who, 'POST', `${path()}/map-edits/preview`, {
    ...nothing,
    baseVersion: (await plan()).version,
    ...change,
  });
const save = async (change: object, who: CastMember = 'officer'): Promise<Answer> =>
  here.as(who, 'POST', `${path()}/map-edits`, {
    ...nothing,
    id: newId(),
    baseVersion: (await plan()).version,
    ...change,
  });
const redrawn = async (...outlines: Ring[][]) => {
  const { grids } = await plan();
  return grids.map(({ id, name, code, polygon }, i) => ({
    id,
    name,
    code,
    polygon: outlines[i] ?? polygon,
  }));
};
const kindsOf = (answer: Answer) => {
  assertProblem(answer, 422, 'area/map-refused');
  return answer.body.details.faults.map((fault: { kind: string }) => fault.kind);
};

describe('a map that cannot be', () => {
  it('is refused with the place: an overlap, a crossing, a hole or a piece outside, a building left out', async () => {
    const overlapping = await preview({ grids: await redrawn([rectangle(0, 0, 1.2, 1)]) });
    assert.deepEqual(kindsOf(overlapping), ['overlap']);
    const [{ areaId, otherId, words, shapes, at }] = overlapping.body.details.faults;
    assert.deepEqual(
      [areaId, otherId],
      here.town.near.grids.map(({ id }) => id),
    );
    assert.equal(words, '第一网格和第二网格有一块重叠了');
    assert.equal(overlapping.body.title, words);
    const lngs = shapes[0].map(([lng]: [number, number]) => lng);
    assert.ok(Math.abs(Math.min(...lngs) - (WEST + 0.01)) < 1e-6);
    assert.ok(Math.abs(Math.max(...lngs) - (WEST + 0.012)) < 1e-6);
    assert.ok(at[0] >= WEST && at[0] <= WEST + 0.02);

    const crossed = [ring([0, 0], [1, 1], [1, 0], [0, 1])];
    assert.deepEqual(kindsOf(await preview({ grids: await redrawn(crossed) })), ['self-crossing']);
    const pierced = [rectangle(0, 0, 1, 1), rectangle(1.2, 0.2, 1.4, 0.4)];
    assert.deepEqual(kindsOf(await preview({ grids: await redrawn(pierced) })), ['hole-outside']);
    const over = await save({ grids: await redrawn([rectangle(0, -0.1, 1, 1)]) });
    assert.deepEqual(kindsOf(over), ['outside-community']);
    const aside = await save({ grids: await redrawn([rectangle(0, 0, 0.4, 1)]) });
    assert.deepEqual(kindsOf(aside), ['building-without-grid']);
    // A hole lets out what stands in it.
    const holed = [rectangle(0, 0, 1, 1), rectangle(0.4, 0.4, 0.6, 0.6)];
    assert.deepEqual(kindsOf(await save({ grids: await redrawn(holed) })), ['building-without-grid']);
  });

  it('is refused for its names and codes, and nothing of it is kept', async () => {
    const [one, two] = await redrawn();
    const spare = { id: newId(), name: '第三网格', code: null, polygon: [rectangle(1.5, 0, 2, 1)] };
    const answer = await save({
      grids: [
        { ...one, name: '第二网格', code: '123456789012345' },
        { ...two, code: '123456789012345', polygon: [rectangle(1, 0, 1.5, 1)] },
        spare,
      ],
    });
    assert.deepEqual(kindsOf(answer).sort(), ['code-taken', 'name-taken']);
    assertProblem(await save({ grids: [{ ...one, code: '12' }] }), 400, 'request/invalid');
    assertProblem(await save({}), 422, 'area/map-unchanged');
    assertProblem(await save({ closedGridIds: [newId()] }), 422, 'area/map-area-unknown');
    const [building] = (await plan()).buildings;
    assertProblem(await save({ grids: [{ ...spare, id: building?.id }] }), 422, 'area/map-area-unknown');
    assert.deepEqual(
      (await plan()).grids.map(({ name }) => name),
      ['第一网格', '第二网格'],
    );
    assert.equal((await plan()).version, 0);
  });
});

describe('a map', () => {
  it('is drawn anew as a whole, once, by one of two who draw at the same time, and its history stays', async () => {
    const before = await plan();
    const then = new Date().toISOString();
    const grids = await redrawn([rectangle(0, 0, 1, 1)], [rectangle(1, 0, 1.5, 1)]);
    const third = {
      id: newId(),
      name: '第三网格',
      code: '370500001001003',
      polygon: [rectangle(1.5, 0, 2, 1)],
    };
    const estate = { id: newId(), name: '新苑' };
    const building = {
      id: newId(),
      name: '9 号楼',
      estateId: estate.id,
      location: { lng: WEST + 0.017, lat: SOUTH + 0.005 },
      entranceCount: 3,
    };
    const change = { grids: [...grids, third], estates: [estate], buildings: [building] };
    const bodies = [newId(), newId()].map((id) => ({ ...nothing, id, baseVersion: 0, ...change }));
    const answers = await Promise.all(
      bodies.map((body) => here.as('officer', 'POST', `${path()}/map-edits`, body)),
    );
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409]);
    const won = answers.findIndex(({ status }) => status === 200);
    assertProblem(answers[1 - won] as Answer, 409, 'area/map-moved-on');
    const again = await here.as('officer', 'POST', `${path()}/map-edits`, bodies[won]);
    assert.equal(again.status, 200, 'sent twice is one');
    assertProblem(
      await here.as('officer', 'POST', `${path()}/map-edits`, { ...bodies[won], closedGridIds: [third.id] }),
      409,
      'request/id-used-differently',
    );

    const now = await plan();
    assert.equal(now.version, 1);
    assert.deepEqual(
      now.grids.map(({ name }) => name),
      ['第一网格', '第二网格', '第三网格'],
    );
    const added = now.buildings.find(({ id }) => id === building.id);
    assert.deepEqual([added?.gridId, added?.entranceCount], [third.id, 3]);
    // Whose each grid is and how many live there is told of now alone.
    assert.deepEqual(
      now.grids.map(({ workerNames }) => workerNames),
      [['测试worker'], ['测试otherWorker'], []],
    );
    assert.deepEqual(
      now.buildings.map(({ homeCount }) => homeCount),
      [4, 0],
    );
    const earlier = await plan('officer', then);
    assert.deepEqual(
      earlier.grids,
      before.grids.map((grid) => ({ ...grid, workerNames: null })),
    );
    assert.equal(earlier.buildings[0]?.homeCount, null);
    assert.deepEqual(earlier.estates, before.estates);
    const located = await here.as(
      null,
      'GET',
      `/api/locate?lng=${WEST + 0.017}&lat=${SOUTH + 0.005}&system=gcj02`,
    );
    assert.equal(located.body.grid.name, '第三网格');
    const { body: edits } = await here.as('secretary', 'GET', `${path()}/map-edits`);
    assert.deepEqual(
      edits.items.map(
        ({ version, actorName, changed }: { version: number; actorName: string; changed: object }) => [
          version,
          actorName,
          changed,
        ],
      ),
      [
        [
          1,
          '测试officer',
          {
            community: false,
            grids: 3,
            closedGrids: 0,
            estates: 1,
            closedEstates: 0,
            buildings: 1,
            closedBuildings: 0,
          },
        ],
      ],
    );
    const audit = await here.database.query<{ n: number }>(
      "select count(*) as n from audit_entry where action = 'area.draw' and community_id = ?",
      [here.town.near.id],
    );
    assert.equal(Number(audit[0]?.n), 1);

    // Closed, it is in no list any more, but its code is never given to another, and its time stays.
    const closed = await save({
      grids: [{ ...grids[1], polygon: [rectangle(1, 0, 2, 1)] }],
      closedGridIds: [third.id],
    });
    assert.equal(closed.status, 200, JSON.stringify(closed.body));
    assert.deepEqual(closed.body.retiredCodes, [third.code]);
    assert.equal(
      closed.body.buildings.find(({ id }: { id: string }) => id === building.id).gridId,
      grids[1]?.id,
    );
    const taken = await save({
      grids: [{ ...grids[1], code: third.code, polygon: [rectangle(1, 0, 2, 1)] }],
    });
    assert.deepEqual(kindsOf(taken), ['code-taken']);
    const { body: shown } = await here.as(null, 'GET', `${path()}/map`);
    assert.equal(shown.grids.length, 2);
    assertProblem(await save({ closedEstateIds: [estate.id] }), 422, 'area/map-refused');
    const { subdistrictId, id: communityId } = here.town.near;
    await here.town.addPerson('closingStaff', [
      { role: 'community_worker', subdistrictId, communityId, estateId: estate.id },
      { role: 'building_captain', areaId: building.id, subdistrictId, communityId, buildingId: building.id },
    ]);
    const closing = await preview({ closedEstateIds: [estate.id], closedBuildingIds: [building.id] });
    assert.deepEqual(closing.body.leftBehind, [
      { placeName: building.name, words: '楼长', count: 1 },
      { placeName: estate.name, words: '社区工作者', count: 1 },
    ]);
    const gone = await save({ closedEstateIds: [estate.id], closedBuildingIds: [building.id] });
    assert.equal(gone.status, 200, JSON.stringify(gone.body));
    assert.equal(gone.body.buildings.length, 1);
  });
});

describe('a grid drawn anew', () => {
  it('takes what is open along, keeps it with a handler who serves both, and leaves what is closed', async () => {
    const [first, second] = here.town.near.grids;
    const waiting = await here.report();
    const inHand = await here.reach('dispatch');
    const own = await here.report();
    assert.equal((await here.act('communityWorker', own, 'accept')).status, 200);
    // Where a border was drawn in between, a point may lie in a neighbour's grid; the case is its own community's still.
    const beyond = await here.report();
    const { lng, lat } = here.town.far.grids[0].point;
    await here.database.query('update incident set building_id = null, lng = ?, lat = ? where id = ?', [
      ...[lng, lat, beyond],
    ]);
    const closed = await here.reach('resolve');
    assert.equal((await here.act('reporter', closed, 'confirm', { rating: 5 })).status, 200);

    const grids = await redrawn([rectangle(0, 0, 0.3, 1)], [rectangle(0.3, 0, 2, 1)]);
    const { body } = await preview({ grids });
    const move = { fromGridName: '第一网格', toGridName: '第二网格' };
    assert.deepEqual(body.incidents, [
      { ...move, count: 3 },
      { fromGridName: '第一网格', toGridName: null, count: 1 },
    ]);
    assert.deepEqual(body.buildings, [{ ...move, count: 1 }]);
    assert.equal((await save({ grids })).status, 200);

    const stands = (id: string) =>
      here.database.query<{ gridId: string; state: string; handlerName: string | null }>(
        'select grid_id as gridId, state, handler_name as handlerName from incident where id = ?',
        [id],
      );
    const moved = await eventually('the move', async () => {
      const rows = (await Promise.all([waiting, inHand, own].map(stands))).flat();
      return rows.every(({ gridId }) => gridId === second.id) && rows;
    });
    assert.deepEqual(
      moved.map(({ state, handlerName }) => [state, handlerName]),
      [
        ['reported', null],
        ['reported', null],
        ['accepted', '测试communityWorker'],
      ],
    );
    const [aside] = await eventually('the other', async () => {
      const rows = await stands(beyond);
      return rows.every(({ gridId }) => gridId !== first.id) && rows;
    });
    assert.equal(aside?.gridId, null);
    const [past] = await stands(closed);
    assert.deepEqual([past?.gridId, past?.state], [first.id, 'closed']);
    const seen = async (who: CastMember) => {
      const { body: list } = await here.as(who, 'GET', '/api/incidents/workbench');
      return JSON.stringify(list).includes(inHand);
    };
    assert.deepEqual([await seen('worker'), await seen('otherWorker')], [false, true]);
    assert.equal((await here.act('otherWorker', inHand, 'accept')).status, 200);
    const place = await here.as(null, 'GET', `/api/places/${here.town.near.placeCode}`);
    assert.equal(place.body.grid.id, second.id);
  });

  it('takes along what was told to its buildings, or waits to be, and tells nobody twice', async () => {
    const { id: communityId, grids, buildingId, placeCode } = here.town.near;
    const [first, second] = grids;
    const [resident] = await settleResidents(here.database, { communityId, gridId: second.id, buildingId }, [
      {},
    ]);
    await settleResidents(here.database, { communityId, gridId: first.id, buildingId: newId() }, [{}]);
    const toSecond = { reach: 'grid', areaIds: [second.id] };
    const published = await writeNotice(here, { ...toSecond, title: '二格停水' });
    const waits = await writeNotice(here, { ...toSecond, title: '二格停气', body: CALL_US });
    const over = await writeNotice(here, { ...toSecond, title: '早停了' });
    await here.database.query('update notice set over_at = ? where id = ?', [new Date(), over]);
    await writeNotice(here, { reach: 'building', areaIds: [buildingId], title: '一号楼消杀' });
    const told = async (id: string) => {
      await eventually('all to be told', async () => {
        const { body } = await here.as('secretary', 'GET', `/api/notices/${id}`);
        return body.desk.told?.ended === true;
      });
      const rows = await here.database.query<{ id: string }>(
        "select person_id as id from inbox_message where link_id = ? and kind = 'notice_here'",
        [id],
      );
      return rows.map((row) => row.id);
    };
    assert.deepEqual(await told(published), [resident]);
    const read = async (where: string) => {
      const { body } = await here.as(null, 'GET', `/api/notices?communityId=${communityId}&${where}`);
      return body.items.map(({ title }: { title: string }) => title);
    };

    for (const [border, there] of [
      [0.6, first],
      [0.3, second],
    ] as const) {
      const drawn = await redrawn([rectangle(0, 0, border, 1)], [rectangle(border, 0, 2, 1)]);
      assert.equal((await save({ grids: drawn })).status, 200);
      const place = await here.as(null, 'GET', `/api/places/${placeCode}`);
      assert.equal(place.body.grid.id, there.id);
      if (there === second) continue;
      assert.deepEqual(await read(`placeCode=${placeCode}`), ['一号楼消杀', '二格停水']);
      assert.deepEqual(await read(`gridId=${first.id}`), ['一号楼消杀', '二格停水']);
      const letThrough = { actionId: newId() };
      const out = await here.as('secretary', 'POST', `/api/notices/${waits}/let-through`, letThrough);
      assert.equal(out.status, 200, JSON.stringify(out.body));
      // Whoever has always lived in the other grid is not meant.
      assert.deepEqual(await told(waits), [resident]);
      assert.deepEqual(await told(published), [resident]);
    }
    assert.deepEqual(await read(`placeCode=${placeCode}`), ['二格停气', '一号楼消杀', '二格停水']);
    assert.deepEqual(await read(`gridId=${first.id}`), []);
  });
});

describe('a building with homes', () => {
  it('takes its homes, owners, members and code along into another estate, and cannot be closed', async () => {
    const { buildingId, homeIds, placeCode, estateId, grids } = here.town.near;
    const former = await here.town.addOwner(homeIds[0], '张先');
    await here.database.query('update home_owner set to_at = from_at where id = ?', [former]);
    const owner = await here.town.addOwner(homeIds[0], '张后');
    const claim = { id: newId(), homeId: homeIds[1], relation: 'tenant', livesHere: true, name: '李安' };
    assert.equal((await here.as('reporter', 'POST', '/api/households/claims', claim)).status, 201);

    const estate = { id: newId(), name: '河畔' };
    const building = {
      ...{ id: buildingId, name: '1 号楼', estateId: estate.id, entranceCount: 1 },
      location: { lng: WEST + 0.001, lat: SOUTH + 0.005 },
    };
    const moved = await save({ estates: [estate], buildings: [building] });
    assert.equal(moved.status, 200, JSON.stringify(moved.body));
    const estatesOf = async (table: string, column: string, value: string) =>
      (
        await here.database.query<{ estateId: string }>(
          `select distinct estate_id as estateId from ${table} where ${column} = ?`,
          [value],
        )
      ).map((row) => row.estateId);
    assert.deepEqual(await estatesOf('home', 'building_id', buildingId), [estate.id]);
    assert.deepEqual(await estatesOf('home_owner', 'id', owner), [estate.id]);
    assert.deepEqual(await estatesOf('home_owner', 'id', former), [estateId], 'what was stays');
    assert.deepEqual(await estatesOf('place', 'code', placeCode), [estate.id]);
    const members = await here.database.query<{ estateId: string; gridId: string }>(
      'select estate_id as estateId, grid_id as gridId from household_member where id = ?',
      [claim.id],
    );
    assert.deepEqual({ ...members[0] }, { estateId: estate.id, gridId: grids[0].id });

    const closing = await save({ closedEstateIds: [estate.id], closedBuildingIds: [buildingId] });
    assert.deepEqual(kindsOf(closing), ['building-in-use']);
    assert.equal(closing.body.title, '河畔 1 号楼里还登记着 4 户房屋，不能关掉；要重画，请改它的名称或位置');
    assert.deepEqual(kindsOf(await preview({ closedBuildingIds: [buildingId] })), ['building-in-use']);
  });

  it('gets entrances under names that are not taken', async () => {
    const { buildingId } = here.town.near;
    const [now] = (await plan()).buildings.filter(({ id }) => id === buildingId);
    const entrances = (entranceCount: number) =>
      save({ buildings: [{ ...now, entranceCount, gridId: undefined, homeCount: undefined }] });
    const named = async () =>
      (
        await here.database.query<{ name: string }>(
          "select name from area where parent_id = ? and kind = 'entrance' order by sort, name",
          [buildingId],
        )
      ).map(({ name }) => name);
    // A ledger that knows of no second one makes these.
    await here.database.query("update area set name = '2 单元', sort = 2 where parent_id = ?", [buildingId]);
    assert.equal((await entrances(3)).status, 200);
    assert.deepEqual(await named(), ['1 单元', '2 单元', '3 单元']);
  });
});

describe('the tree of areas', () => {
  const added = (change: object = {}) => ({
    ...{ id: newId(), subdistrictId: here.town.near.subdistrictId, name: '新河社区', code: null },
    ...{ shortCode: 'XH', ...change },
  });
  const add = (body: object, who: CastMember = 'officer') => here.as(who, 'POST', '/api/communities', body);
  const signedIn = async (key: string) => {
    const { body } = await ask(here.base, 'POST', '/api/auth/demo', { body: { key } });
    return (method: string, to: string, sent?: unknown) =>
      ask(here.base, method, to, { token: body.accessToken, body: sent });
  };
  const admin = async () => {
    await here.town.addPerson('treeAdmin', [{ role: 'platform_admin' }]);
    return signedIn('treeAdmin');
  };

  it('gets a community that is named once, drawn later, shown to residents only then, and closed when it is empty', async () => {
    const bodies = [added(), added()];
    const answers = await Promise.all(bodies.map((body) => add(body)));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [204, 409]);
    const lost = answers.find(({ status }) => status === 409) as Answer;
    assert.match(assertProblem(lost, 409, 'area/name-taken').title, /新河社区/);
    const one = bodies[answers.findIndex(({ status }) => status === 204)] as (typeof bodies)[number];
    assert.equal((await add(one)).status, 204, 'sent twice is one');
    assertProblem(await add({ ...one, name: '别的社区' }), 409, 'request/id-used-differently');
    assertProblem(await add(added({ name: '又一社区' })), 409, 'area/short-code-taken');
    assertProblem(await add(added({ shortCode: 'x' })), 400, 'request/invalid');
    const elsewhere = added({ subdistrictId: here.town.far.subdistrictId });
    assertProblem(await add(elsewhere), 403, 'area/beyond-your-reach');
    const inTree = async () => {
      const { body } = await here.as('officer', 'GET', '/api/area-tree');
      assert.deepEqual(
        [body.mayAdd, body.subdistricts[0].mayAdd, body.subdistricts[0].mayManage],
        [false, true, false],
      );
      return body.subdistricts[0].communities.find(({ id }: { id: string }) => id === one.id);
    };
    assert.equal((await inTree()).drawn, false);
    const offered = async () => {
      const { body } = await here.as(null, 'GET', '/api/communities');
      return body.items.some(({ id }: { id: string }) => id === one.id);
    };
    assert.equal(await offered(), false);
    assertProblem(
      await here.as(null, 'GET', `/api/communities/${one.id}/map`),
      404,
      'area/community-not-found',
    );

    const { body: bare } = await here.as('officer', 'GET', `/api/communities/${one.id}/plan`);
    assert.deepEqual([bare.version, bare.community.polygon], [0, []]);
    assert.equal(bare.neighbours.length, 1);
    const called = (change: object) =>
      here.as('officer', 'POST', `/api/areas/${one.id}/describe`, { name: one.name, code: null, ...change });
    assert.equal((await called({ shortCode: 'XX', code: '370500009009' })).status, 204);
    const drawn = (change: object) =>
      here.as('officer', 'POST', `/api/communities/${one.id}/map-edits`, {
        ...{ ...nothing, id: newId(), baseVersion: 1 },
        ...change,
      });
    const estate = { id: newId(), name: '新河苑' };
    const unbounded = await drawn({ estates: [estate] });
    assert.match(assertProblem(unbounded, 422, 'area/map-refused').title, /还没有边界/);
    const outline = [rectangle(3, 0, 5, 1)];
    const grid = { id: newId(), name: '1 网格', code: '370500009009001', polygon: outline };
    const community = { name: one.name, polygon: outline };
    const over = await drawn({ community: { ...community, polygon: [rectangle(1.9, 0, 5, 1)] } });
    assert.deepEqual(kindsOf(over), ['overlap']);
    const [namesake] = bare.neighbours as { name: string }[];
    const twice = await drawn({ community: { ...community, name: namesake?.name } });
    assert.deepEqual(kindsOf(twice), ['name-taken']);
    assert.match(twice.body.title, new RegExp(`「${namesake?.name}」`));
    const saved = await drawn({ community, grids: [grid], estates: [estate] });
    assert.equal(saved.status, 200, JSON.stringify(saved.body));
    assert.equal(await offered(), true);
    const located = await here.as(
      null,
      'GET',
      `/api/locate?lng=${WEST + 0.04}&lat=${SOUTH + 0.005}&system=gcj02`,
    );
    assert.equal(located.body.grid.id, grid.id);

    assertProblem(await called({ shortCode: 'XY', code: '370500009009' }), 409, 'area/codes-fixed');
    assertProblem(await called({ code: '370500009008' }), 409, 'area/codes-fixed');
    assert.equal((await called({ name: '新新河社区', code: '370500009009' })).status, 204);
    assert.equal((await inTree()).name, '新新河社区');
    assertProblem(await drawn({ baseVersion: 2, closedGridIds: [grid.id] }), 409, 'area/map-moved-on');

    const close = () => here.as('officer', 'POST', `/api/areas/${one.id}/close`);
    const { subdistrictId } = here.town.near;
    const { appointmentIds } = await here.town.addPerson('newSecretary', [
      { role: 'community_secretary', areaId: one.id, subdistrictId, communityId: one.id },
    ]);
    const report = { ...here.reportBody(), buildingId: undefined };
    const location = { lng: WEST + 0.04, lat: SOUTH + 0.005, system: 'gcj02' };
    const reported = await here.as('reporter', 'POST', '/api/incidents', { ...report, location });
    assert.equal(reported.status, 201, JSON.stringify(reported.body));
    const asSecretary = await signedIn('newSecretary');
    const notices = [{}, { body: CALL_US }].map((change) =>
      noticeBody(here, { communityId: one.id, ...change }),
    );
    for (const notice of notices)
      assert.equal((await asSecretary('POST', '/api/notices', notice)).status, 201);
    const refused = assertProblem(await close(), 409, 'area/still-in-use');
    const inside = refused.title.replace(/^还有 |，先处理完再关$/g, '').split('、');
    assert.deepEqual(inside.sort(), [
      '1 个小区',
      '1 个网格',
      '1 件没办结的事',
      '1 条没过期的通知',
      '1 条等放行的通知',
      '1 项社区书记任命',
    ]);
    const [shown, waiting] = notices.map(({ id }) => id);
    const reason = { actionId: newId(), reason: '写错了社区' };
    const withdrawn = await asSecretary('POST', `/api/notices/${waiting}/withdraw`, reason);
    assert.equal(withdrawn.status, 200, JSON.stringify(withdrawn.body));
    // What is over nobody loses.
    await here.database.query('update notice set over_at = ? where id = ?', [new Date(0), shown]);
    const emptied = await drawn({ baseVersion: 3, closedGridIds: [grid.id], closedEstateIds: [estate.id] });
    assert.equal(emptied.status, 200, JSON.stringify(emptied.body));
    await here.town.endAppointment(appointmentIds[0] as string);
    // Whoever reported it may still say that it was not done.
    await here.database.query("update incident set state = 'resolved' where community_id = ?", [one.id]);
    assert.equal(
      assertProblem(await close(), 409, 'area/still-in-use').title,
      '还有 1 件没办结的事，先处理完再关',
    );
    await here.database.query("update incident set state = 'closed' where community_id = ?", [one.id]);
    assert.deepEqual([(await close()).status, (await close()).status], [204, 204]);
    assert.equal(await inTree(), undefined);
    assert.equal(await offered(), false);
    const acts = await here.database.query<{ action: string }>(
      "select action from audit_entry where subject_id = ? and action <> 'area.draw' order by at, id",
      [one.id],
    );
    assert.deepEqual(
      acts.map(({ action }) => action),
      ['area.add', 'area.describe', 'area.describe', 'area.close'],
    );
  });

  it('gets a subdistrict from the platform admin, who renames it and closes it when it has no community', async () => {
    const asAdmin = await admin();
    const subdistrict = { id: newId(), name: '新城街道', code: '370599001', countyName: '测试新区' };
    const addTo = (change: object = {}) =>
      asAdmin('POST', '/api/subdistricts', { ...subdistrict, ...change });
    assertProblem(
      await here.as('officer', 'POST', '/api/subdistricts', subdistrict),
      403,
      'auth/not-permitted',
    );
    assertProblem(await addTo({ code: '370500001' }), 422, 'area/county-differs');
    assert.deepEqual([(await addTo()).status, (await addTo()).status], [204, 204]);
    assertProblem(await addTo({ id: newId(), code: '370599002' }), 409, 'area/name-taken');
    const wrong = added({
      subdistrictId: subdistrict.id,
      name: '城东社区',
      shortCode: 'CD',
      code: '370500001001',
    });
    const beginning = assertProblem(
      await asAdmin('POST', '/api/communities', wrong),
      422,
      'area/code-of-another-level',
    );
    assert.match(beginning.title, /370599001/);
    const community = { ...wrong, code: '370599001001' };
    assert.equal((await asAdmin('POST', '/api/communities', community)).status, 204);

    const late = { id: newId(), name: '城西街道', code: null, countyName: '测试新区' };
    assert.equal((await asAdmin('POST', '/api/subdistricts', late)).status, 204);
    const first = added({
      subdistrictId: late.id,
      name: '城西社区',
      shortCode: 'CX',
      code: '370599009001',
    });
    assert.equal((await asAdmin('POST', '/api/communities', first)).status, 204);
    const coded = (code: string) =>
      asAdmin('POST', `/api/areas/${late.id}/describe`, { name: late.name, code });
    assert.equal(
      assertProblem(await coded('370599002'), 409, 'area/codes-below-differ').title,
      '下面的城西社区编码是 370599009001，不以这个编码开头，请核对',
    );
    assert.equal((await coded('370599009')).status, 204);
    // A border may be shared with another subdistrict's community; of one that may lie anywhere nobody knows yet.
    const outline = { name: community.name, polygon: [rectangle(2, 0, 3, 1)] };
    const edit = { ...nothing, id: newId(), baseVersion: 0, community: outline };
    const drawn = await asAdmin('POST', `/api/communities/${community.id}/map-edits`, edit);
    assert.equal(drawn.status, 200, JSON.stringify(drawn.body));
    const besides = async (id: string) => {
      const { body } = await asAdmin('GET', `/api/communities/${id}/plan`);
      return body.neighbours.map((one: { name: string; subdistrictName: string | null }) => [
        one.name,
        one.subdistrictName,
      ]);
    };
    assert.deepEqual(await besides(here.town.near.id), [[community.name, subdistrict.name]]);
    assert.deepEqual(await besides(first.id), [[community.name, subdistrict.name]]);
    const { body: tree } = await asAdmin('GET', '/api/area-tree');
    const entry = tree.subdistricts.find(({ id }: { id: string }) => id === subdistrict.id);
    assert.deepEqual([entry.countyName, entry.communities.length, tree.mayAdd], ['测试新区', 1, true]);

    const close = (id: string) => asAdmin('POST', `/api/areas/${id}/close`);
    assert.equal(
      assertProblem(await close(subdistrict.id), 409, 'area/still-in-use').title,
      '还有 1 个社区，先处理完再关',
    );
    const renamed = { name: '新城区街道', code: subdistrict.code };
    assertProblem(
      await here.as('officer', 'POST', `/api/areas/${subdistrict.id}/describe`, renamed),
      404,
      'area/not-found',
    );
    assert.equal((await asAdmin('POST', `/api/areas/${subdistrict.id}/describe`, renamed)).status, 204);
    assert.deepEqual([(await close(community.id)).status, (await close(subdistrict.id)).status], [204, 204]);
    const { body: after } = await asAdmin('GET', '/api/area-tree');
    assert.ok(!JSON.stringify(after).includes(subdistrict.id));
  });
});
