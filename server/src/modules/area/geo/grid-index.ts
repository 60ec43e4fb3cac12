import Flatbush from 'flatbush';
import { boxAround, distanceMetres, metresToBorder } from './distance.js';
import { OutlineTable } from './outline-table.js';
import type { Point, Polygon } from './point.js';
import { boxOf } from './polygon.js';

export interface PolygonArea {
  id: string;
  polygon: Polygon;
}

/** Areas with outlines. */
export class PolygonIndex<A extends PolygonArea> {
  private readonly outlines: OutlineTable;
  private boxes: Flatbush | null = null;

  constructor(private readonly areas: readonly A[]) {
    this.outlines = new OutlineTable(areas.map(({ polygon }) => polygon));
  }

  /** The area the point lies in; where areas overlap by mistake, the earlier one in the list. */
  containing(point: Point): A | null {
    return this.areas[this.outlines.find(point.lng, point.lat)] ?? null;
  }

  /** The area whose border is nearest to a point outside all of them, no farther than `withinMetres`. */
  nearest(point: Point, withinMetres: number): A | null {
    if (this.areas.length === 0) return null;
    this.boxes ??= boxesOf(this.areas);
    const { west, south, east, north } = boxAround(point, withinMetres);
    let best: { area: A; metres: number } | null = null;
    for (const i of this.boxes.search(west, south, east, north).sort((a, b) => a - b)) {
      const area = this.areas[i];
      if (area === undefined) continue;
      const metres = metresToBorder(area.polygon, point);
      if (metres <= withinMetres && (best === null || metres < best.metres)) best = { area, metres };
    }
    return best?.area ?? null;
  }
}

/** Made when it is first asked what is near: whoever only asks what a point lies in needs none. */
function boxesOf(areas: readonly PolygonArea[]): Flatbush {
  const boxes = new Flatbush(areas.length);
  for (const { polygon } of areas) {
    const { west, south, east, north } = boxOf(polygon);
    boxes.add(west, south, east, north);
  }
  boxes.finish();
  return boxes;
}

/** Things at one spot, found by how near they are. */
export class PointIndex<T extends Point> {
  private readonly boxes: Flatbush | null;

  constructor(private readonly things: readonly T[]) {
    this.boxes = things.length === 0 ? null : new Flatbush(things.length);
    for (const { lng, lat } of things) this.boxes?.add(lng, lat, lng, lat);
    this.boxes?.finish();
  }

  nearest(point: Point, withinMetres: number): { thing: T; metres: number } | null {
    const { west, south, east, north } = boxAround(point, withinMetres);
    let best: { thing: T; metres: number } | null = null;
    for (const i of this.boxes?.search(west, south, east, north) ?? []) {
      const thing = this.things[i];
      if (thing === undefined) continue;
      const metres = distanceMetres(point, thing);
      if (metres <= withinMetres && (best === null || metres < best.metres)) best = { thing, metres };
    }
    return best;
  }
}
