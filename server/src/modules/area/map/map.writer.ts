import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId } from '../../../platform/ids/new-id.js';
import { Area } from '../area.entity.js';
import { Estate } from '../estate.entity.js';
import { batchesOf, keepAreas, keepEstates } from './area-history.js';
import { BuildingContents } from './building-contents.js';
import { type CommunityPlan, gridAt, type MapChanges } from './map.draft.js';

export interface PlanToWrite {
  before: CommunityPlan;
  after: CommunityPlan;
  changes: MapChanges;
  /** How many entrances each changed building is to have. */
  entrances: ReadonlyMap<string, number>;
}

const ENTRANCE_NUMBER = /^(\d+)\s*单元$/;

/** Writes a checked plan to the tables: what changed, what it moves into other grids, and the history of both. */
@Injectable()
export class MapWriter {
  constructor(private readonly contents: BuildingContents) {}

  async write(tx: EntityManager, plan: PlanToWrite, at: Date, version: number): Promise<void> {
    const { after, changes } = plan;
    const { id, name, polygon } = after.community;
    await tx.update(Area, { id }, { name, polygon, mapVersion: version });
    await this.writeEstates(tx, plan, at);
    await this.writeGrids(tx, plan, at);
    const moved = await this.writeBuildings(tx, plan, at);
    await this.close(tx, changes, at);
    await this.movePlaces(tx, after);
    await keepAreas(
      tx,
      [
        ...(changes.community === null ? [] : [id]),
        ...changes.grids.map((grid) => grid.id),
        ...changes.closedGridIds,
        ...moved,
        ...changes.closedBuildingIds,
      ],
      at,
    );
    await keepEstates(tx, [...changes.estates.map((estate) => estate.id), ...changes.closedEstateIds], at);
    await tx.query('update area_revision set revision = revision + 1 where id = 1');
  }

  private async writeEstates(tx: EntityManager, { before, after, changes }: PlanToWrite, at: Date) {
    const known = new Set(before.estates.map(({ id }) => id));
    const sorts = new Map(after.estates.map(({ id, sort }) => [id, sort]));
    for (const { id, name } of changes.estates) {
      if (known.has(id)) await tx.update(Estate, { id }, { name });
      else await tx.insert(Estate, { id, communityId: after.community.id, name, sort: sorts.get(id) ?? 0 });
    }
    if (changes.closedEstateIds.length > 0)
      await tx.query('update estate set closed_at = ? where id in (?)', [at, changes.closedEstateIds]);
  }

  private async writeGrids(tx: EntityManager, { before, after, changes }: PlanToWrite, at: Date) {
    const known = new Set(before.grids.map(({ id }) => id));
    const sorts = new Map(after.grids.map(({ id, sort }) => [id, sort]));
    const community = await tx.getRepository(Area).findOneByOrFail({ id: after.community.id });
    const renamed = changes.grids.filter(({ id }) => known.has(id)).map(({ id }) => id);
    // Two that swap their codes would meet halfway.
    if (renamed.length > 0) await tx.query('update area set code = null where id in (?)', [renamed]);
    for (const { id, name, code, polygon } of changes.grids) {
      if (known.has(id)) await tx.update(Area, { id }, { name, code, polygon });
      else
        await tx.insert(Area, {
          ...blank(at),
          id,
          kind: 'grid',
          parentId: community.id,
          subdistrictId: community.subdistrictId,
          communityId: community.id,
          gridId: id,
          name,
          code,
          polygon,
          sort: sorts.get(id) ?? 0,
        });
    }
  }

  /** Gives back the buildings that are new, changed, or in another grid than before. */
  private async writeBuildings(tx: EntityManager, plan: PlanToWrite, at: Date): Promise<string[]> {
    const { before, after, changes, entrances } = plan;
    const was = new Map(before.buildings.map((building) => [building.id, building]));
    const changed = new Set(changes.buildings.map(({ id }) => id));
    const touched: string[] = [];
    const community = await tx.getRepository(Area).findOneByOrFail({ id: after.community.id });
    for (const { id, name, estateId, gridId, location, sort } of after.buildings) {
      const old = was.get(id);
      if (old !== undefined && !changed.has(id) && old.gridId === gridId) continue;
      touched.push(id);
      const row = {
        name,
        estateId,
        gridId,
        parentId: gridId,
        lng: location?.lng ?? null,
        lat: location?.lat ?? null,
      };
      if (old !== undefined) {
        await tx.update(Area, { id }, row);
        await tx.query(
          "update area set grid_id = ?, estate_id = ? where parent_id = ? and kind = 'entrance'",
          [gridId, estateId, id],
        );
        await this.contents.follow(tx, { id, estateId, fromGridId: old.gridId, gridId });
      } else {
        const { subdistrictId, id: communityId } = community;
        await tx.insert(Area, {
          ...blank(at),
          ...row,
          id,
          kind: 'building',
          subdistrictId,
          communityId,
          sort,
        });
      }
      await this.addEntrances(tx, id, entrances.get(id) ?? 0, at);
    }
    return touched;
  }

  private async addEntrances(tx: EntityManager, buildingId: string, count: number, at: Date) {
    if (count === 0) return;
    const building = await tx.getRepository(Area).findOneByOrFail({ id: buildingId });
    const there = await tx.getRepository(Area).findBy({ parentId: buildingId, kind: 'entrance' });
    // A ledger may know of the first and the third only.
    const taken = new Set(there.map(({ name }) => ENTRANCE_NUMBER.exec(name)?.[1]));
    for (let number = 1, missing = count - there.length; missing > 0; number++) {
      if (taken.has(String(number))) continue;
      missing -= 1;
      await tx.insert(Area, {
        ...blank(at),
        id: newId(at),
        kind: 'entrance',
        parentId: buildingId,
        subdistrictId: building.subdistrictId,
        communityId: building.communityId,
        gridId: building.gridId,
        estateId: building.estateId,
        name: `${number} 单元`,
        sort: number,
      });
    }
  }

  private async close(tx: EntityManager, { closedGridIds, closedBuildingIds }: MapChanges, at: Date) {
    if (closedGridIds.length > 0)
      await tx.query('update area set closed_at = ? where id in (?)', [at, closedGridIds]);
    if (closedBuildingIds.length === 0) return;
    await tx.query('update area set closed_at = ? where id in (?)', [at, closedBuildingIds]);
    await tx.query("update area set closed_at = ? where parent_id in (?) and kind = 'entrance'", [
      at,
      closedBuildingIds,
    ]);
    // Nobody may be led to a building that is gone.
    await tx.query('update place set revoked_at = ? where building_id in (?) and revoked_at is null', [
      at,
      closedBuildingIds,
    ]);
  }

  /** A place is in its building's estate and grid, else in the grid it lies in. */
  private async movePlaces(tx: EntityManager, after: CommunityPlan): Promise<void> {
    const places: {
      id: string;
      gridId: string | null;
      estateId: string | null;
      buildingId: string | null;
      lng: number;
      lat: number;
    }[] = await tx.query(
      `select id, grid_id as gridId, estate_id as estateId, building_id as buildingId, lng, lat from place
          where community_id = ? and revoked_at is null`,
      [after.community.id],
    );
    const buildings = new Map(after.buildings.map((building) => [building.id, building]));
    const moving = new Map<string, { gridId: string | null; estateId: string | null; ids: string[] }>();
    for (const { id, gridId, estateId, buildingId, lng, lat } of places) {
      const own = buildingId === null ? undefined : buildings.get(buildingId);
      const now = own ?? { gridId: gridAt(after.grids, { lng, lat }), estateId };
      if (now.gridId === gridId && now.estateId === estateId) continue;
      const key = `${now.gridId} ${now.estateId}`;
      const along = moving.get(key) ?? { gridId: now.gridId, estateId: now.estateId, ids: [] };
      along.ids.push(id);
      moving.set(key, along);
    }
    for (const { gridId, estateId, ids } of moving.values()) {
      for (const batch of batchesOf(ids))
        await tx.query('update place set grid_id = ?, estate_id = ? where id in (?)', [
          gridId,
          estateId,
          batch,
        ]);
    }
  }
}

function blank(at: Date) {
  return {
    estateId: null,
    code: null,
    shortCode: null,
    polygon: null,
    lng: null,
    lat: null,
    mapVersion: 0,
    closedAt: null,
    createdAt: at,
  };
}
