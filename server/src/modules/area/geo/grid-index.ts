import Flatbush from 'flatbush';
import { boxAround, distanceMetres, metresToBorder } from './distance.js';
import type { Point, Polygon } from './point.js';
import { boxOf, type Corners, cornersContain, cornersOf } from './polygon.js';

/** Coordinates are kept to 1e-7 degrees; boxes are widened by more than that so that rounding never hides an area. */
const MARGIN_DEGREES = 1e-6;

export interface PolygonArea {
  id: string;
  polygon: Polygon;
}

/** Areas with outlines, found by the boxes around them first and by the outline itself second. */
export class PolygonIndex<A extends PolygonArea> {
  private readonly boxes: Flatbush | null;
  /** Of areas that were asked for once: most points lie where points lay before. */
  private readonly corners: (Corners | undefined)[] = [];

  constructor(private readonly areas: readonly A[]) {
    this.boxes = areas.length === 0 ? null : new Flatbush(areas.length);
    for (const area of areas) {
      const { west, south, east, north } = boxOf(area.polygon);
      this.boxes?.add(
        west - MARGIN_DEGREES,
        south - MARGIN_DEGREES,
        east + MARGIN_DEGREES,
        north + MARGIN_DEGREES,
      );
    }
    this.boxes?.finish();
  }

  /** The area the point lies in; where areas overlap by mistake, the earlier one in the list. */
  containing(point: Point): A | null {
    const hits = this.boxes?.search(point.lng, point.lat, point.lng, point.lat) ?? [];
    if (hits.length > 1) hits.sort((a, b) => a - b);
    for (const i of hits) {
      const area = this.areas[i];
      if (area !== undefined && cornersContain(this.cornersAt(i, area), point)) return area;
    }
    return null;
  }

  private cornersAt(i: number, area: A): Corners {
    const known = this.corners[i];
    if (known !== undefined) return known;
    const corners = cornersOf(area.polygon);
    this.corners[i] = corners;
    return corners;
  }

  /** The area whose border is nearest to a point outside all of them, no farther than `withinMetres`. */
  nearest(point: Point, withinMetres: number): A | null {
    const { west, south, east, north } = boxAround(point, withinMetres);
    let best: { area: A; metres: number } | null = null;
    for (const i of (this.boxes?.search(west, south, east, north) ?? []).sort((a, b) => a - b)) {
      const area = this.areas[i];
      if (area === undefined) continue;
      const metres = metresToBorder(area.polygon, point);
      if (metres <= withinMetres && (best === null || metres < best.metres)) best = { area, metres };
    }
    return best?.area ?? null;
  }
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
