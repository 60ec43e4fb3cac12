import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toGcj02 } from '@linli/shared';
import { readGeoJson, systemOf, WrongFile } from './geojson';
import type { PlanDraft } from './plan-draft';
import { importedInto } from './plan-import';
import { type Corner, footOn, kept, metresBetween, type Outline } from './plan-shape';

const square = (west: number, south: number, east: number, north: number) => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const feature = (properties: object, type: string, coordinates: unknown) => ({
  ...{ type: 'Feature', properties },
  geometry: { type, coordinates },
});
const collection = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });
const polygon = (name: string, ...corners: [number, number, number, number]) =>
  feature({ name }, 'Polygon', [square(...corners)]);
const empty: PlanDraft = {
  community: { id: 'c', name: '新社区', polygon: [] },
  grids: [],
  estates: [],
  buildings: [],
};
const codes = { community: '370500009009', retired: ['370500009009001'] };
const put = (text: string, draft = empty, around: Outline[] = []) =>
  importedInto(draft, readGeoJson(text, 'gcj02'), 'grid', codes, around);
const refused = (text: string, words: RegExp) =>
  assert.throws(
    () => put(text),
    (error) => error instanceof WrongFile && words.test(error.message),
  );

describe('a file of outlines', () => {
  it('becomes the plan: the community, grids with the next codes and shared borders, estates and buildings', () => {
    const text = collection(
      feature({ kind: 'community', name: '新社区' }, 'Polygon', [square(0, 0, 2, 1)]),
      polygon('1 网格', 0, 0, 1, 1),
      // Its western border has a corner that its neighbour lacks.
      feature({ 名称: '2 网格' }, 'Polygon', [
        [
          [1, 0],
          [2, 0],
          [2, 1],
          [1, 1],
          [1, 0.5, 12],
        ],
      ]),
      feature({ kind: 'building', name: '1 号楼', estate: '新苑' }, 'Point', [0.5, 0.5]),
    );
    const { draft, counts } = put(text);
    assert.deepEqual(counts, { community: true, newGrids: 2, redrawnGrids: 0, estates: 1, buildings: 1 });
    assert.deepEqual(
      draft.grids.map(({ name, code }) => [name, code]),
      [
        ['1 网格', '370500009009002'],
        ['2 网格', '370500009009003'],
      ],
    );
    assert.ok(
      draft.grids[0]?.polygon[0]?.some(([lng, lat]) => lng === 1 && lat === 0.5),
      'both have one border',
    );
    assert.equal(draft.community.polygon[0]?.length, 6, 'with the grids’ corners on its border');
    assert.equal(draft.buildings[0]?.estateId, draft.estates[0]?.id);

    const again = put(collection(polygon('1 网格', 0, 0, 0.5, 1)), draft);
    assert.deepEqual(again.counts, {
      community: false,
      newGrids: 0,
      redrawnGrids: 1,
      estates: 0,
      buildings: 0,
    });
    assert.equal(again.draft.grids[0]?.id, draft.grids[0]?.id);
    assert.equal(again.draft.grids[0]?.code, '370500009009002');
  });

  it('shares one border where two were drawn within half a metre, and leaves what was there where it is', () => {
    const metre = 1 / 111_195;
    const bounds = feature({ kind: 'community' }, 'Polygon', [square(0, 0, 0.02, 0.01)]);
    const apart = collection(
      bounds,
      polygon('1 网格', 0, 0, 0.01, 0.01),
      polygon('2 网格', 0.01 - 0.3 * metre, 0.2 * metre, 0.02, 0.01 + 0.3 * metre),
    );
    const { draft } = put(apart);
    const [one, two] = draft.grids.map((grid) => new Set(grid.polygon.flat().map(String)));
    assert.deepEqual(one, new Set(['0,0', '0.01,0', '0.01,0.01', '0,0.01']));
    assert.deepEqual(two, new Set(['0.01,0', '0.02,0', '0.02,0.01', '0.01,0.01']));
    assert.equal(draft.community.polygon[0]?.length, 6, 'the border of both ends at the community’s');

    const inside = put(collection(polygon('3 网格', 0.005, 0, 0.015, 0.01 + 0.3 * metre)), {
      ...draft,
      grids: [],
    });
    assert.deepEqual(inside.draft.community, draft.community);
    assert.ok(inside.draft.grids[0]?.polygon.flat().every(([, lat]) => lat <= 0.01));
  });

  it('has one border with the community next to it, which keeps its ground to the last centimetre', () => {
    const [south, bend, north]: [Corner, Corner, Corner] = [
      [0.01, 0],
      [0.0118318, 0.0061],
      [0.013, 0.01],
    ];
    const there: Outline = [[[0, 0], south, bend, north, [0, 0.01]]];
    // Drawn a third of a metre into it, with two corners where it has none and none where it has its bend.
    const into = ([lng, lat]: Corner): Corner => [lng - 0.3 / 111_195, lat];
    const along = (share: number): Corner =>
      into([south[0] + share * (bend[0] - south[0]), south[1] + share * (bend[1] - south[1])]);
    const [one, two, pastBend] = [along(0.37), along(0.61), into([0.0121313, 0.0071])];
    const border = [into(south), one, two, pastBend, into(north)];
    const outline = (...corners: Corner[]) => [[...corners, corners[0]]];
    const file = collection(
      feature({ kind: 'community' }, 'Polygon', outline(...border, [0.02, 0.01], [0.02, 0])),
      feature({ name: '1 网格' }, 'Polygon', outline(into(south), one, [0.02, 0.005], [0.02, 0])),
    );
    const { draft } = put(file, empty, [there]);
    const own = draft.community.polygon[0] ?? [];
    const names = new Set(own.map(String));
    for (const corner of [south, bend, north]) assert.ok(names.has(String(corner)), `no corner ${corner}`);
    assert.equal(own.length, 9, 'their three, its own three on the border, and three in the east');
    const units = ([lng, lat]: Corner) => [Math.round(lng * 1e7), Math.round(lat * 1e7)] as const;
    const eastOf = ([from, to]: [Corner, Corner], corner: Corner) => {
      const [[fromX, fromY], [toX, toY], [x, y]] = [units(from), units(to), units(corner)];
      return (toY - fromY) * (x - fromX) - (toX - fromX) * (y - fromY);
    };
    const onBorder = own.filter(([lng]) => lng < 0.019);
    for (const corner of onBorder) {
      const edge: [Corner, Corner] = corner[1] <= bend[1] ? [south, bend] : [bend, north];
      assert.ok(eastOf(edge, corner) >= 0, `${corner} takes ground`);
      assert.ok(metresBetween(corner, footOn(corner, ...edge)) < 0.03, `${corner} leaves a gap`);
    }
    assert.ok(draft.grids[0]?.polygon.flat().every((corner) => names.has(String(corner))));
  });

  it('makes a grid of every part of what is in parts, and says so', () => {
    const parts = feature({ name: '河滩' }, 'MultiPolygon', [[square(0, 0, 1, 1)], [square(3, 0, 4, 1)]]);
    const { draft, remarks } = put(collection(parts));
    assert.deepEqual(
      draft.grids.map(({ name }) => name),
      ['河滩', '河滩（2）'],
    );
    assert.match(remarks[0] ?? '', /「河滩」分成了 2 块/);
    refused(collection({ ...parts, properties: { name: '河滩', kind: 'community' } }), /「河滩」分成了几块/);
  });

  it('is moved from WGS-84, and says itself which it is in when it does', () => {
    const [first] = readGeoJson(collection(polygon('甲', 118.1, 37.1, 118.2, 37.2)), 'wgs84');
    const moved = toGcj02({ lng: 118.1, lat: 37.1 });
    assert.deepEqual(
      first?.shape.type === 'outline' && first.shape.parts[0]?.[0]?.[0],
      kept([moved.lng, moved.lat]),
    );
    const crs = (name: string) => ({
      type: 'FeatureCollection',
      crs: { type: 'name', properties: { name } },
    });
    assert.equal(systemOf({ coordinates: 'GCJ-02' }), 'gcj02');
    assert.equal(systemOf(crs('urn:ogc:def:crs:EPSG::4490')), 'wgs84');
    assert.equal(systemOf({ type: 'FeatureCollection' }), null);
    assert.throws(() => systemOf(crs('EPSG:4549')), /EPSG:4549/);
  });

  it('is refused in words that name what is wrong with which of its things', () => {
    refused('PK\u0003', /不是 GeoJSON/);
    refused('[1]', /没有图形/);
    refused(collection(), /什么也没有/);
    refused(collection(polygon('甲', 0, 0, 1, 1), feature({}, 'LineString', [[0, 0]])), /第 2 个图形不是面/);
    refused(collection(polygon('乙', 500_000, 4_100_000, 500_100, 4_100_100)), /「乙」的坐标不是经纬度/);
    refused(
      collection(
        feature({ name: '丙' }, 'Polygon', [
          [
            [0, 0],
            ['1', 0],
            [1, 1],
          ],
        ]),
      ),
      /「丙」的坐标不是数字/,
    );
    refused(
      collection(
        feature({ name: '丁' }, 'Polygon', [
          [
            [0, 0],
            [1, 0],
            [0, 0],
          ],
        ]),
      ),
      /「丁」的边界不到三个角/,
    );
    const round = Array.from({ length: 800 }, (_, i) => [Math.cos(i / 128), Math.sin(i / 128)]);
    refused(collection(feature({ name: '戊' }, 'Polygon', [round])), /「戊」有 800 个角/);
    refused(collection(polygon('己', 0, 0, 1, 1), polygon('己', 2, 0, 3, 1)), /两个网格都叫「己」/);
    refused(collection(feature({ name: '1 号楼' }, 'Point', [0, 0])), /「1 号楼」没有写在哪个小区/);
    refused(
      collection(feature({ name: '庚', code: '12' }, 'Polygon', [square(0, 0, 1, 1)])),
      /「庚」的编码 12/,
    );
    const circle = Array.from({ length: 400 }, (_, i) => [Math.cos(i / 64), Math.sin(i / 64)]);
    const many = Array(16).fill(feature({ name: '壬' }, 'Polygon', [circle]));
    refused(collection(...many), /一共有 6400 个角，一次最多 6000 个/);
    refused(collection(...Array(601).fill(polygon('辛', 0, 0, 1, 1))), /601 个图形/);
  });
});
