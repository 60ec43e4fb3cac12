import type { EntityManager } from 'typeorm';

const KEPT = `area_id, version, kind, community_id, parent_id, grid_id, estate_id, name, code, polygon, lng, lat, sort, from_at`;
const BATCH = 500;

/** Writes down how these areas stand in the table of areas now, from this moment on. Entrances have no history of their own. */
export async function keepAreas(tx: EntityManager, ids: readonly string[], at: Date): Promise<void> {
  for (const batch of batchesOf(ids)) {
    await end(tx, batch, at);
    await tx.query(
      `insert into area_version (${KEPT})
       select a.id, coalesce(max(v.version), 0) + 1, a.kind, a.community_id, a.parent_id, a.grid_id, a.estate_id,
              a.name, a.code, a.polygon, a.lng, a.lat, a.sort, ?
         from area a left join area_version v on v.area_id = a.id
        where a.id in (?) and a.closed_at is null and a.kind <> 'entrance' group by a.id`,
      [at, batch],
    );
  }
}

/** The same for estates, which are a grouping beside the tree. */
export async function keepEstates(tx: EntityManager, ids: readonly string[], at: Date): Promise<void> {
  for (const batch of batchesOf(ids)) {
    await end(tx, batch, at);
    await tx.query(
      `insert into area_version (${KEPT})
       select e.id, coalesce(max(v.version), 0) + 1, 'estate', e.community_id, e.community_id, null, e.id,
              e.name, null, null, null, null, e.sort, ?
         from estate e left join area_version v on v.area_id = e.id
        where e.id in (?) and e.closed_at is null group by e.id`,
      [at, batch],
    );
  }
}

/** What is closed has no version after the one that ends here. */
async function end(tx: EntityManager, ids: readonly string[], at: Date): Promise<void> {
  await tx.query('update area_version set to_at = ? where area_id in (?) and to_at is null', [at, ids]);
}

export function batchesOf<T>(all: readonly T[]): T[][] {
  const batches: T[][] = [];
  for (let from = 0; from < all.length; from += BATCH) batches.push(all.slice(from, from + BATCH));
  return batches;
}
