import { type CoordinateSystem, toGcj02 } from '@linli/shared';
import { type Point, roundDegrees } from './point.js';

/** A point as it came from outside, in either system, as the rounded GCJ-02 point that is kept. */
export function keepAsGcj02(point: Point & { system: CoordinateSystem }): Point {
  const { lng, lat } = point.system === 'wgs84' ? toGcj02(point) : point;
  return { lng: roundDegrees(lng), lat: roundDegrees(lat) };
}
