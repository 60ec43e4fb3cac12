import assert from 'node:assert/strict';
import Flatbush from 'flatbush';
import { built } from '../test/support/built.js';
import { type Figure, figure, median } from './figures.js';

type Polygon = import('../src/modules/area/geo/point.js').Polygon;
type Point = import('../src/modules/area/geo/point.js').Point;

/** Each grid has a bend in every side, so that no box alone tells which of two it is. */
export interface Town {
  columns: number;
  rows: number;
  lookUps: number;
}

/** 125,000 grids. */
export const MANY_GRIDS: Town = { columns: 500, rows: 250, lookUps: 200_000 };
const STEP = 0.004;
const WEST = 116;
const SOUTH = 36;
const ROUNDS = 5;
const BRUTE = 60;

/** How fast a point's grid is found, against finding only the boxes around it. */
export async function locate({ columns, rows, lookUps }: Town): Promise<Figure[]> {
  const { PolygonIndex } = await built<typeof import('../src/modules/area/geo/grid-index.js')>(
    'modules/area/geo/grid-index.js',
  );
  const { polygonContains } = await built<typeof import('../src/modules/area/geo/polygon.js')>(
    'modules/area/geo/polygon.js',
  );
  const grids = Array.from({ length: columns * rows }, (_, i) => ({
    id: String(i),
    polygon: gridAt(i, columns),
  }));
  const points = pointsAmong(grids);

  const builds: number[] = [];
  let index = new PolygonIndex(grids.slice(0, 1));
  for (let round = 0; round < ROUNDS; round++) {
    const began = processorMs();
    index = new PolygonIndex(grids);
    builds.push(processorMs() - began);
  }
  const boxes = new Flatbush(grids.length);
  for (const { polygon } of grids) {
    const xs = polygon[0]?.map(([lng]) => lng) ?? [];
    const ys = polygon[0]?.map(([, lat]) => lat) ?? [];
    boxes.add(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys));
  }
  boxes.finish();

  const rates = { floor: [] as number[], index: [] as number[] };
  const finders = {
    floor: ({ lng, lat }: Point) => boxes.search(lng, lat, lng, lat).length > 0,
    index: (point: Point) => index.containing(point) !== null,
  };
  for (let round = 0; round < ROUNDS; round++)
    for (const side of ['floor', 'index', 'index', 'floor'] as const)
      rates[side].push(perSecond(finders[side], points, lookUps));

  // Corners, points on borders and in holes: what looking through all of them finds.
  const odd = points.filter((_, i) => i % Math.floor(points.length / BRUTE) === 0);
  for (const point of odd) {
    const wanted = grids.find(({ polygon }) => polygonContains(polygon, point))?.id ?? null;
    assert.equal(index.containing(point)?.id ?? null, wanted);
  }
  return [
    figure({
      name: 'area.locate',
      value: median(rates.index),
      unit: 'per s CPU',
      better: 'higher',
      floor: median(rates.floor),
      limit: null,
      note: `${grids.length} grids, built in ${Math.round(median(builds))} ms; ${odd.length} answers equal to looking through all`,
    }),
  ];
}

function perSecond(find: (point: Point) => boolean, points: readonly Point[], lookUps: number): number {
  const began = processorMs();
  let found = 0;
  for (let i = 0; i < lookUps; i++) if (find(points[i % points.length] as Point)) found += 1;
  assert.ok(found > lookUps / 2);
  return lookUps / ((processorMs() - began) / 1_000);
}

/** This process does nothing else meanwhile; on an idle machine it is the time that passes. */
function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** Neighbours share their borders; every tenth has a hole. */
function gridAt(i: number, columns: number): Polygon {
  const west = WEST + (i % columns) * STEP;
  const south = SOUTH + Math.floor(i / columns) * STEP;
  const bend = STEP / 10;
  const kept = (lng: number, lat: number): [number, number] => [round(lng), round(lat)];
  const outline = [
    kept(west, south),
    kept(west + STEP / 2, south + bend),
    kept(west + STEP, south),
    kept(west + STEP + bend, south + STEP / 2),
    kept(west + STEP, south + STEP),
    kept(west + STEP / 2, south + STEP + bend),
    kept(west, south + STEP),
    kept(west + bend, south + STEP / 2),
  ];
  const third = STEP / 3;
  const hole = [
    kept(west + third, south + third),
    kept(west + 2 * third, south + third),
    kept(west + 2 * third, south + 2 * third),
    kept(west + third, south + 2 * third),
  ];
  return i % 10 === 0 ? [outline, hole] : [outline];
}

const round = (degrees: number) => Math.round(degrees * 1e7) / 1e7;

/** A fixed order that looks like chance: points anywhere, on corners, on borders, in holes. */
function pointsAmong(grids: readonly { polygon: Polygon }[]): Point[] {
  const points: Point[] = [];
  for (let i = 0; points.length < 20_000; i++) {
    const { polygon } = grids[(i * 7_919) % grids.length] as { polygon: Polygon };
    const ring = polygon[i % polygon.length] as Polygon[number];
    const [from, to] = [ring[i % ring.length], ring[(i + 1) % ring.length]] as [
      [number, number],
      [number, number],
    ];
    if (i % 4 === 0) points.push({ lng: from[0], lat: from[1] });
    else if (i % 4 === 1)
      points.push({ lng: round((from[0] + to[0]) / 2), lat: round((from[1] + to[1]) / 2) });
    else
      points.push({
        lng: round(from[0] + ((i * 31) % 97) * 3e-5),
        lat: round(from[1] + ((i * 17) % 89) * 3e-5),
      });
  }
  return points;
}
