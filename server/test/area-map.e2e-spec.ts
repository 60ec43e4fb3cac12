import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Answer, assertProblem, eventually } from './support/api.js';
import { type CastMember, moveIn, type Neighbourhood } from './support/neighbourhood.js';
import { newId } from './support/new-id.js';

type Ring = [number, number][];
interface Plan {
  version: number;
  community: { name: string; polygon: Ring[] };
  grids: { id: string; name: string; code: string | null; polygon: Ring[] }[];
  estates: { id: string; name: string }[];
  buildings: {
    id: string;
    name: string;
    estateId: string;
    gridId: string;
    entranceCount: number;
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
    const earlier = await plan('officer', then);
    assert.deepEqual(earlier.grids, before.grids);
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
      save({ buildings: [{ ...now, entranceCount, gridId: undefined }] });
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
