import type { Point, Polygon } from './point.js';
import type { Box } from './polygon.js';

const METRES_PER_DEGREE = (Math.PI / 180) * 6_371_008.8;

/** Metres east and north of `origin`. Flat-earth reckoning: within a centimetre or so over the few kilometres we measure. */
function metresFrom(origin: Point, lng: number, lat: number): [number, number] {
  const shrink = Math.cos((origin.lat * Math.PI) / 180);
  return [(lng - origin.lng) * METRES_PER_DEGREE * shrink, (lat - origin.lat) * METRES_PER_DEGREE];
}

/** How many metres a degree is at this parallel: east, and north. */
export function metresPerDegree(lat: number): [east: number, north: number] {
  return [METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180), METRES_PER_DEGREE];
}

export function distanceMetres(from: Point, to: Point): number {
  return Math.hypot(...metresFrom(from, to.lng, to.lat));
}

/** How far the nearest border of the polygon is, from inside or outside. */
export function metresToBorder(polygon: Polygon, point: Point): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (const ring of polygon) {
    ring.forEach((corner, i) => {
      const next = ring[(i + 1) % ring.length] ?? corner;
      const [ax, ay] = metresFrom(point, corner[0], corner[1]);
      const [bx, by] = metresFrom(point, next[0], next[1]);
      const [dx, dy] = [bx - ax, by - ay];
      const length = dx * dx + dy * dy;
      const share = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length));
      nearest = Math.min(nearest, Math.hypot(ax + share * dx, ay + share * dy));
    });
  }
  return nearest;
}

/** A box that holds everything within `metres` of the point. */
export function boxAround(point: Point, metres: number): Box {
  const north = metres / METRES_PER_DEGREE;
  // Towards the poles a degree of longitude shrinks; the farthest parallel of the box decides.
  const east = north / Math.max(0.01, Math.cos(((Math.abs(point.lat) + north) * Math.PI) / 180));
  return {
    west: point.lng - east,
    south: point.lat - north,
    east: point.lng + east,
    north: point.lat + north,
  };
}
