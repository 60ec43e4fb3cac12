export const COORDINATE_SYSTEMS = ['gcj02', 'wgs84'] as const;
export type CoordinateSystem = (typeof COORDINATE_SYSTEMS)[number];

interface Point {
  lng: number;
  lat: number;
}

/** The Krasovsky 1940 ellipsoid, on which GCJ-02's offsets are reckoned: half the long axis in metres, and e². */
const SEMI_MAJOR_METRES = 6_378_245;
const ECCENTRICITY_SQUARED = 0.006693421622965943;

/** The offset is zero at this meridian and parallel, roughly the middle of the country. */
const ORIGIN = { lng: 105, lat: 35 };

/** Outside this box maps show WGS-84 unchanged. */
const CHINA = { west: 72.004, east: 137.8347, south: 0.8293, north: 55.8271 };

function outsideChina({ lng, lat }: Point): boolean {
  return lng < CHINA.west || lng > CHINA.east || lat < CHINA.south || lat > CHINA.north;
}

/** A sum of sine waves `[amplitude, half-waves per unit]`, the shape all of GCJ-02's ripples have. */
function ripple(value: number, ...waves: [number, number][]): number {
  return (
    waves.reduce(
      (sum, [amplitude, frequency]) => sum + amplitude * Math.sin(frequency * value * Math.PI),
      0,
    ) *
    (2 / 3)
  );
}

function eastwardMetres(x: number, y: number): number {
  const drift = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x));
  return (
    drift +
    ripple(x, [20, 6], [20, 2]) +
    ripple(x, [20, 1], [40, 1 / 3]) +
    ripple(x, [150, 1 / 12], [300, 1 / 30])
  );
}

function northwardMetres(x: number, y: number): number {
  const drift = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x));
  return (
    drift +
    ripple(x, [20, 6], [20, 2]) +
    ripple(y, [20, 1], [40, 1 / 3]) +
    ripple(y, [160, 1 / 12], [320, 1 / 30])
  );
}

/** Turns a WGS-84 point (browsers, GPS, imports) into the GCJ-02 point that Chinese maps show; unchanged outside China. */
export function toGcj02(point: Point): Point {
  if (outsideChina(point)) return { lng: point.lng, lat: point.lat };
  const x = point.lng - ORIGIN.lng;
  const y = point.lat - ORIGIN.lat;
  const latRadians = (point.lat * Math.PI) / 180;
  const flattening = 1 - ECCENTRICITY_SQUARED * Math.sin(latRadians) ** 2;
  const metresPerDegreeEast =
    ((SEMI_MAJOR_METRES / Math.sqrt(flattening)) * Math.cos(latRadians) * Math.PI) / 180;
  const meridianRadius =
    (SEMI_MAJOR_METRES * (1 - ECCENTRICITY_SQUARED)) / (flattening * Math.sqrt(flattening));
  const metresPerDegreeNorth = (meridianRadius * Math.PI) / 180;
  return {
    lng: point.lng + eastwardMetres(x, y) / metresPerDegreeEast,
    lat: point.lat + northwardMetres(x, y) / metresPerDegreeNorth,
  };
}
