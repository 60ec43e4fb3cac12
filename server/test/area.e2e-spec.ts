import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { toGcj02 } from '@linli/shared';
import { ask, assertProblem } from './support/api.js';
import { built } from './support/built.js';
import { type RunningProcess, startServer } from './support/server-process.js';
import { createTestDatabase, type TestDatabase } from './support/test-database.js';
import { buildTown, type Town } from './support/town.js';

type Corner = [number, number];

let database: TestDatabase;
let town: Town;
let server: RunningProcess;

before(async () => {
  database = await createTestDatabase();
  town = await buildTown(database.url);
  server = await startServer(database.url);
});

after(async () => {
  await Promise.all([server?.stop(), town?.close()]);
  await database?.drop();
});

/** As it is kept: to a ten-millionth of a degree. */
const kept = ({ lng, lat }: { lng: number; lat: number }) => ({
  lng: Math.round(lng * 1e7) / 1e7,
  lat: Math.round(lat * 1e7) / 1e7,
});
const get = (path: string) => ask(server.url, 'GET', path);
const locate = (lng: number, lat: number, system = 'gcj02') =>
  get(`/api/locate?lng=${lng}&lat=${lat}&system=${system}`);

describe('communities', () => {
  it('are listed for anyone, with a middle to centre a map on', async () => {
    const { status, body } = await get('/api/communities');
    assert.equal(status, 200);
    assert.deepEqual(
      body.items.map((item: { name: string; subdistrictName: string }) => [item.name, item.subdistrictName]),
      [
        ['近处社区', '近处街道'],
        ['远处社区', '远处街道'],
      ],
    );
    const near = body.items[0];
    assert.equal(near.id, town.near.id);
    assert.ok(Math.abs(near.center.lng - (town.near.grids[0].point.lng + 0.005)) < 1e-6);
  });

  it('have a map with outlines, grids and buildings', async () => {
    const { body } = await get(`/api/communities/${town.near.id}/map`);
    assert.equal(body.community.name, '近处社区');
    assert.equal(body.community.polygon[0].length, 5);
    assert.deepEqual(
      body.grids.map((grid: { id: string }) => grid.id),
      town.near.grids.map((grid) => grid.id),
    );
    assert.deepEqual(body.buildings, [
      {
        id: town.near.buildingId,
        name: '1 号楼',
        gridId: town.near.grids[0].id,
        gridName: '第一网格',
        estateName: '近处小区',
        location: kept(town.near.grids[0].point),
      },
    ]);
  });

  it('that nobody knows are refused', async () => {
    for (const id of [
      '01900000-0000-7000-8000-00000000ffff',
      town.near.grids[0].id,
      'x',
      '中',
      "' or 1=1 -- ",
    ]) {
      const answer = await get(`/api/communities/${encodeURIComponent(id)}/map`);
      assertProblem(answer, 404, 'area/community-not-found');
    }
  });
});

describe('a place code', () => {
  it('tells where its sheet hangs, however it is typed', async () => {
    const { placeCode, buildingId, grids, id } = town.near;
    const { status, body } = await get(`/api/places/${placeCode}`);
    assert.equal(status, 200);
    assert.deepEqual(body, {
      code: placeCode,
      label: '近处小区 1 号楼',
      address: '近处路 1 号',
      community: { id, name: '近处社区' },
      grid: { id: grids[0].id, name: '第一网格' },
      building: { id: buildingId, name: '1 号楼' },
      location: kept(grids[0].point),
    });
    const typed = `${placeCode.slice(0, 4).toLowerCase()}-${placeCode.slice(4)} `;
    assert.deepEqual((await get(`/api/places/${encodeURIComponent(typed)}`)).body, body);
  });

  it('that cannot be one is told from one that nobody knows', async () => {
    for (const text of ['A', 'AN3H2DY0', 'AN3H2DY77', '安澜里三号楼东门', '%00%00', "' or '1"]) {
      assertProblem(await get(`/api/places/${encodeURIComponent(text)}`), 400, 'place/malformed');
    }
    assertProblem(await get('/api/places/AAAA2222'), 404, 'place/unknown');
  });

  it('that was revoked says so', async () => {
    const code = town.far.placeCode;
    await database.query('update place set revoked_at = now(3) where code = ?', [code]);
    assertProblem(await get(`/api/places/${code}`), 410, 'place/revoked');
  });
});

describe('a point on the map', () => {
  it('finds its community, its grid and the nearest building', async () => {
    const { point, id } = town.near.grids[0];
    const { status, body } = await locate(point.lng + 0.001, point.lat);
    assert.equal(status, 200);
    assert.deepEqual(body.community, { id: town.near.id, name: '近处社区' });
    assert.deepEqual(body.grid, { id, name: '第一网格' });
    assert.equal(body.nearestBuilding.id, town.near.buildingId);
    assert.equal(body.nearestBuilding.estateName, '近处小区');
    assert.ok(Math.abs(body.nearestBuilding.distanceMetres - 88) <= 1, body.nearestBuilding.distanceMetres);
  });

  it('on the border of two grids is in exactly one', async () => {
    const [first, second] = town.near.grids;
    const border = Math.round((first.point.lng + 0.005) * 1e7) / 1e7;
    const { body } = await locate(border, first.point.lat);
    assert.equal(body.grid.id, second.id);
  });

  it('near a community but outside it is nobody’s grid; far away it is nobody’s', async () => {
    const { point } = town.near.grids[0];
    const near = await locate(point.lng, point.lat - 0.0085);
    assert.equal(near.body.community.id, town.near.id, '390 metres to the south');
    assert.equal(near.body.grid, null);
    const far = await locate(point.lng, point.lat - 0.0105);
    assert.deepEqual([far.body.community, far.body.grid, far.body.nearestBuilding], [null, null, null]);
    const abroad = await locate(2.35, 48.85, 'wgs84');
    assert.equal(abroad.body.community, null);
  });

  it('in WGS-84 is turned into GCJ-02 before it is looked up', async () => {
    // On the eastern edge: read as GCJ-02 it lies in the community, and 500 metres east, where it really is, it does not.
    const wgs84 = { lng: town.near.grids[1].point.lng + 0.0045, lat: town.near.grids[1].point.lat };
    const moved = toGcj02(wgs84);
    assert.ok(moved.lng - wgs84.lng > 0.003);
    const { body } = await locate(wgs84.lng, wgs84.lat, 'wgs84');
    assert.ok(
      Math.abs(body.location.lng - moved.lng) < 1e-7 && Math.abs(body.location.lat - moved.lat) < 1e-7,
    );
    assert.equal((await locate(wgs84.lng, wgs84.lat)).body.grid.id, town.near.grids[1].id);
    assert.equal(body.grid, null);
  });

  it('that is no point is refused field by field', async () => {
    for (const [query, field] of [
      ['lat=37&system=gcj02', 'lng'],
      ['lng=118&lat=x&system=gcj02', 'lat'],
      ['lng=181&lat=37&system=gcj02', 'lng'],
      ['lng=118&lat=-91&system=gcj02', 'lat'],
      ['lng=118&lat=Infinity&system=gcj02', 'lat'],
      ['lng=118&lat=37&system=bd09', 'system'],
      ['lng=118&lat=37', 'system'],
      ['lng=118&lat=37&system=gcj02&more=1', 'more'],
    ]) {
      const problem = assertProblem(await get(`/api/locate?${query}`), 400, 'request/invalid');
      assert.ok(
        problem.errors?.some((error) => error.field === field && /[一-鿿]/.test(error.message)),
        `${query}: ${JSON.stringify(problem.errors)}`,
      );
    }
  });

  it('follows a redrawn grid at once, hole and all', async () => {
    const { point, id } = town.near.grids[0];
    const square = (half: number): Corner[] => [
      [point.lng - half, point.lat - half],
      [point.lng + half, point.lat - half],
      [point.lng + half, point.lat + half],
      [point.lng - half, point.lat + half],
    ];
    assert.equal((await locate(point.lng, point.lat)).body.grid.id, id);
    await redraw(id, [square(0.005), square(0.001)]);
    assert.equal((await locate(point.lng, point.lat)).body.grid, null, 'in the hole');
    assert.equal((await locate(point.lng, point.lat)).body.community.id, town.near.id);
    assert.equal((await locate(point.lng + 0.002, point.lat)).body.grid.id, id, 'around the hole');
    await redraw(id, [square(0.005)]);
    assert.equal((await locate(point.lng, point.lat)).body.grid.id, id);
  });
});

async function redraw(areaId: string, polygon: Corner[][]): Promise<void> {
  const { databaseContents } =
    await built<typeof import('../src/database.entities.js')>('database.entities.js');
  const { AreaService } = await built<typeof import('../src/modules/area/index.js')>('modules/area/index.js');
  const { Clock } = await built<typeof import('../src/platform/clock/clock.js')>('platform/clock/clock.js');
  const { createDataSource } = await built<typeof import('../src/platform/database/data-source.js')>(
    'platform/database/data-source.js',
  );
  const source = await createDataSource(database.url, databaseContents).initialize();
  try {
    await source.transaction((tx) => new AreaService(new Clock()).redraw(tx, areaId, polygon));
  } finally {
    await source.destroy();
  }
}
