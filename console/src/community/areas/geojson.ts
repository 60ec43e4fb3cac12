import { type CoordinateSystem, LIMITS, toGcj02 } from '@linli/shared';
import { type Corner, kept, type Outline, openRings, type Ring, sameCorner } from './plan-shape';

/** What a file may hold and still be looked at while somebody waits. */
export const GEOJSON_LIMITS = { bytes: 4_000_000, features: 600, rings: 9, corners: 500 } as const;

/** One thing of a file, in the coordinates of our map. */
export interface FileFeature {
  /** As it is called in the file, or by its number where it has no name. */
  label: string;
  name: string | null;
  code: string | null;
  kind: 'community' | 'grid' | 'building' | null;
  estate: string | null;
  shape: { type: 'outline'; parts: Outline[] } | { type: 'point'; at: Corner };
}

/** Why a file cannot be taken, for whoever chose it. */
export class WrongFile extends Error {}

const NAMES = ['name', '名称', '名字', '网格名称', '小区名称', '社区名称', 'Name', 'NAME'];
const CODES = ['code', '编码', '网格编码', '社区编码', '代码', 'Code', 'CODE'];
const ESTATES = ['estate', '小区', '所属小区'];
const KINDS = ['community', 'grid', 'building'] as const;
/** CGCS2000, the country's own, is within centimetres of WGS-84. */
const AS_WGS84 = /CRS84|EPSG:{1,2}(4326|4490)$/i;

type Json = Record<string, unknown>;

/** Which system a file says its coordinates are in; ours says it, others may. */
export function systemOf(file: unknown): CoordinateSystem | null {
  if (!isObject(file)) return null;
  if (file.coordinates === 'GCJ-02') return 'gcj02';
  const name = isObject(file.crs) && isObject(file.crs.properties) ? file.crs.properties.name : undefined;
  if (typeof name !== 'string') return null;
  if (AS_WGS84.test(name)) return 'wgs84';
  throw new WrongFile(`文件的坐标系是 ${name}，请先转成 WGS-84 或 CGCS2000 的经纬度再导入`);
}

/** Reads outlines and points out of GeoJSON; whatever is wrong is said with the name of the thing it is about. */
export function readGeoJson(text: string, system: CoordinateSystem): FileFeature[] {
  const found = featuresOf(parsed(text));
  if (found.length === 0) throw new WrongFile('文件里什么也没有');
  if (found.length > GEOJSON_LIMITS.features)
    throw new WrongFile(
      `文件里有 ${found.length} 个图形，一次最多 ${GEOJSON_LIMITS.features} 个，请分成几份`,
    );
  const features = found.map((feature, i) => featureOf(feature, i, system));
  const corners = features.reduce((sum, { shape }) => sum + cornersOf(shape), 0);
  if (corners > LIMITS.mapCornersAtOnce)
    throw new WrongFile(
      `文件里一共有 ${corners} 个角，一次最多 ${LIMITS.mapCornersAtOnce} 个，请先简化，或者分成几份`,
    );
  return features;
}

function cornersOf(shape: FileFeature['shape']): number {
  return shape.type === 'point' ? 0 : shape.parts.flat().reduce((sum, ring) => sum + ring.length, 0);
}

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new WrongFile('这不是 GeoJSON 文件，请选 .geojson 或 .json 的地图文件');
  }
}

function featuresOf(file: unknown): unknown[] {
  if (!isObject(file)) throw new WrongFile('这不是 GeoJSON 文件，里面没有图形');
  if (file.type === 'FeatureCollection' && Array.isArray(file.features)) return file.features;
  if (file.type === 'GeometryCollection' && Array.isArray(file.geometries))
    return file.geometries.map((geometry) => ({ type: 'Feature', geometry, properties: {} }));
  if (file.type === 'Feature') return [file];
  if (file.type === 'Polygon' || file.type === 'MultiPolygon')
    return [{ type: 'Feature', geometry: file, properties: {} }];
  throw new WrongFile('这不是 GeoJSON 文件，里面没有图形');
}

function featureOf(feature: unknown, i: number, system: CoordinateSystem): FileFeature {
  const properties = isObject(feature) && isObject(feature.properties) ? feature.properties : {};
  const name = wordOf(properties, NAMES);
  const label = name === null ? `第 ${i + 1} 个图形` : `「${name}」`;
  const geometry = isObject(feature) ? feature.geometry : null;
  const corner = (value: unknown): Corner => cornerOf(value, label, system);
  const shape = ((): FileFeature['shape'] => {
    if (!isObject(geometry)) throw new WrongFile(`${label}没有图形`);
    const { type, coordinates } = geometry;
    if (type === 'Point') return { type: 'point', at: corner(coordinates) };
    if (type === 'Polygon') return { type: 'outline', parts: [outlineOf(coordinates, label, corner)] };
    if (type === 'MultiPolygon' && Array.isArray(coordinates) && coordinates.length > 0)
      return { type: 'outline', parts: coordinates.map((part) => outlineOf(part, label, corner)) };
    throw new WrongFile(`${label}不是面，也不是点（${String(type)}），请只留下边界和楼的位置`);
  })();
  const kind = KINDS.find((one) => one === properties.kind) ?? null;
  return {
    ...{ label, name, kind, shape },
    code: wordOf(properties, CODES),
    estate: wordOf(properties, ESTATES),
  };
}

function outlineOf(value: unknown, label: string, corner: (value: unknown) => Corner): Outline {
  if (!Array.isArray(value) || value.length === 0) throw new WrongFile(`${label}没有边界`);
  const { rings, corners } = GEOJSON_LIMITS;
  if (value.length > rings) throw new WrongFile(`${label}有 ${value.length} 圈，最多 ${rings} 圈`);
  return value.map((ring): Ring => {
    if (!Array.isArray(ring)) throw new WrongFile(`${label}的边界不完整`);
    if (ring.length > corners + 1)
      throw new WrongFile(`${label}有 ${ring.length} 个角，一圈最多 ${corners} 个，请先简化再导入`);
    const [open = []] = openRings([ring.map(corner)]);
    const own = open.filter((one, i) => !sameCorner(one, open[(i + 1) % open.length] ?? [0, 0]));
    if (own.length < 3) throw new WrongFile(`${label}的边界不到三个角`);
    return own;
  });
}

function cornerOf(value: unknown, label: string, system: CoordinateSystem): Corner {
  const [lng, lat] = Array.isArray(value) ? value : [];
  if (typeof lng !== 'number' || typeof lat !== 'number' || !Number.isFinite(lng) || !Number.isFinite(lat))
    throw new WrongFile(`${label}的坐标不是数字`);
  if (Math.abs(lng) > 180 || Math.abs(lat) > 90)
    throw new WrongFile(`${label}的坐标不是经纬度，请先转成 WGS-84 或 CGCS2000 的经纬度再导入`);
  if (system === 'gcj02') return kept([lng, lat]);
  const moved = toGcj02({ lng, lat });
  return kept([moved.lng, moved.lat]);
}

/** The first of these properties that says something. Some programs write numbers. */
function wordOf(properties: Json, keys: readonly string[]): string | null {
  for (const key of keys) {
    const value = properties[key];
    const word = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
    if (word !== '') return word;
  }
  return null;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
