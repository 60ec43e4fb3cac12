/** A spot in GCJ-02 degrees, as everything inside the server is. */
export interface Point {
  lng: number;
  lat: number;
}

/** `[lng, lat]` pairs; the last may repeat the first. */
export type Ring = [number, number][];

/** The first ring is the outline, the others are holes. */
export type Polygon = Ring[];

/** Coordinates are kept to a ten-millionth of a degree, about a centimetre. */
const UNITS_PER_DEGREE = 1e7;

/** A coordinate as a whole number of ten-millionths of a degree, so that comparing it is exact. */
export function toUnits(degrees: number): number {
  return Math.round(degrees * UNITS_PER_DEGREE);
}

/** The nearest coordinate that is kept. */
export function roundDegrees(degrees: number): number {
  return toUnits(degrees) / UNITS_PER_DEGREE;
}
