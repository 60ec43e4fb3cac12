import { distanceMetres } from '../geo/distance.js';
import type { Polygon } from '../geo/point.js';
import { type Box, boxOf } from '../geo/polygon.js';
import type { Reading } from './map.plans.js';

export interface DrawnCommunity {
  id: string;
  name: string;
  subdistrictId: string;
  subdistrictName: string;
  countyId: string;
  polygon: Polygon;
}

export interface Neighbour {
  name: string;
  /** Null in the same subdistrict. */
  subdistrictName: string | null;
  polygon: Polygon;
}

type OwnPlace = Pick<DrawnCommunity, 'id' | 'subdistrictId' | 'countyId'>;

/** Beyond this an outline is neither drawn to nor seen beside. */
const NEAR_METRES = 3_000;
const MOST_NEIGHBOURS = 200;
/** A county of 871 communities still fits; a list has to end somewhere. */
const MOST_COMMUNITIES = 2_000;

/** The communities around one, of its own subdistrict and of others: borders are shared across both. */
export async function neighboursOf(reading: Reading, communityId: string): Promise<Neighbour[]> {
  const [own] = await reading<OwnPlace>(
    `select c.id, c.subdistrict_id as subdistrictId, s.parent_id as countyId
       from area c join area s on s.id = c.subdistrict_id where c.id = ?`,
    [communityId],
  );
  if (own === undefined) return [];
  const rows = await reading<Omit<DrawnCommunity, 'polygon'> & { polygon: string }>(
    `select c.id, c.name, c.polygon, c.subdistrict_id as subdistrictId, s.name as subdistrictName,
            s.parent_id as countyId
       from area k
       join area s on s.parent_id = k.id and s.kind = 'subdistrict'
       join area c on c.parent_id = s.id and c.kind = 'community'
      where k.parent_id is null and k.kind = 'county' and c.closed_at is null and c.polygon is not null
      order by c.subdistrict_id <> ?, s.parent_id <> ?, c.sort, c.id limit ${MOST_COMMUNITIES}`,
    [own.subdistrictId, own.countyId],
  );
  const drawn = rows.map((row) => ({ ...row, polygon: JSON.parse(row.polygon) as Polygon }));
  return neighboursAmong(own, drawn);
}

/**
 * The subdistrict's own first, then whoever's ground comes near, the nearest first. Where nothing is drawn yet that says
 * where the community lies, it may be anywhere in its county.
 */
export function neighboursAmong(own: OwnPlace, drawn: readonly DrawnCommunity[]): Neighbour[] {
  const others = drawn.filter(({ id }) => id !== own.id);
  const beside = others.filter(({ subdistrictId }) => subdistrictId === own.subdistrictId);
  const beyond = others.filter(({ subdistrictId }) => subdistrictId !== own.subdistrictId);
  const itself = drawn.filter(({ id }) => id === own.id);
  const known = boxAround((itself.length > 0 ? itself : beside).map(({ polygon }) => boxOf(polygon)));
  const near =
    known === null
      ? beyond.filter(({ countyId }) => countyId === own.countyId)
      : beyond
          .map((community) => ({ community, metres: metresApart(known, boxOf(community.polygon)) }))
          .filter(({ metres }) => metres <= NEAR_METRES)
          .sort((one, other) => one.metres - other.metres)
          .map(({ community }) => community);
  return [...beside, ...near]
    .slice(0, MOST_NEIGHBOURS)
    .map(({ name, subdistrictId, subdistrictName, polygon }) => ({
      name,
      subdistrictName: subdistrictId === own.subdistrictId ? null : subdistrictName,
      polygon,
    }));
}

function boxAround(boxes: readonly Box[]): Box | null {
  const [first, ...more] = boxes;
  if (first === undefined) return null;
  return more.reduce(
    (around, box) => ({
      west: Math.min(around.west, box.west),
      south: Math.min(around.south, box.south),
      east: Math.max(around.east, box.east),
      north: Math.max(around.north, box.north),
    }),
    first,
  );
}

/** Zero where the boxes meet. */
function metresApart(one: Box, other: Box): number {
  const lng = nearestOf(one.west, one.east, other.west, other.east);
  const lat = nearestOf(one.south, one.north, other.south, other.north);
  return distanceMetres({ lng: lng[0], lat: lat[0] }, { lng: lng[1], lat: lat[1] });
}

/** The two ends that face one another; the same value twice where the stretches meet. */
function nearestOf(from: number, to: number, otherFrom: number, otherTo: number): [number, number] {
  if (otherFrom > to) return [to, otherFrom];
  if (from > otherTo) return [from, otherTo];
  return [Math.max(from, otherFrom), Math.max(from, otherFrom)];
}
