import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/ids/new-id.js';
import { Area } from './area.entity.js';
import { AREA_KINDS, type AreaKind } from './area.kinds.js';
import { Estate } from './estate.entity.js';
import { type Point, type Polygon, roundDegrees } from './geo/point.js';
import { polygonFault } from './geo/polygon.js';
import { keepAreas, keepEstates } from './map/area-history.js';

export interface NewArea {
  /** Made by whoever adds it; absent: made here. */
  id?: string;
  kind: AreaKind;
  name: string;
  parent: Area | null;
  code?: string;
  shortCode?: string;
  polygon?: Polygon;
  location?: Point;
  estateId?: string;
  sort?: number;
}

/** Draws and redraws the map. Every change raises the revision that locators watch. */
@Injectable()
export class AreaService {
  constructor(private readonly clock: Clock) {}

  async addArea(tx: EntityManager, input: NewArea): Promise<Area> {
    const { parent, polygon, location } = input;
    if (parent !== null && AREA_KINDS.indexOf(parent.kind) >= AREA_KINDS.indexOf(input.kind)) {
      throw new RangeError(`a ${input.kind} cannot lie in a ${parent.kind}`);
    }
    // A community may be drawn later; until then nobody is served there.
    if (polygon === undefined && input.kind === 'grid') throw new RangeError('a grid needs an outline');
    const fault = polygon === undefined ? null : polygonFault(polygon);
    if (fault !== null) throw new RangeError(`${input.name}: ${fault}`);
    const now = this.clock.now();
    const id = input.id ?? newId(now);
    const area: Area = {
      id,
      kind: input.kind,
      parentId: parent?.id ?? null,
      subdistrictId: input.kind === 'subdistrict' ? id : (parent?.subdistrictId ?? null),
      communityId: input.kind === 'community' ? id : (parent?.communityId ?? null),
      gridId: input.kind === 'grid' ? id : (parent?.gridId ?? null),
      estateId: input.estateId ?? parent?.estateId ?? null,
      name: input.name,
      code: input.code ?? null,
      shortCode: input.shortCode ?? null,
      polygon:
        polygon?.map((ring) => ring.map(([lng, lat]) => [roundDegrees(lng), roundDegrees(lat)])) ?? null,
      lng: location === undefined ? null : roundDegrees(location.lng),
      lat: location === undefined ? null : roundDegrees(location.lat),
      sort: input.sort ?? 0,
      mapVersion: 0,
      createdAt: now,
      closedAt: null,
    };
    await tx.insert(Area, area);
    await keepAreas(tx, [id], now);
    await this.raiseRevision(tx);
    return area;
  }

  /** Gives an area another outline; what already happened keeps the grid it had. */
  async redraw(tx: EntityManager, areaId: string, polygon: Polygon): Promise<void> {
    const fault = polygonFault(polygon);
    if (fault !== null) throw new RangeError(fault);
    await tx.update(Area, { id: areaId }, { polygon });
    await keepAreas(tx, [areaId], this.clock.now());
    await this.raiseRevision(tx);
  }

  async addEstate(tx: EntityManager, communityId: string, name: string, sort: number): Promise<string> {
    const now = this.clock.now();
    const id = newId(now);
    await tx.insert(Estate, { id, communityId, name, sort });
    await keepEstates(tx, [id], now);
    return id;
  }

  /** Entrances of buildings that are there already. */
  async addEntrances(
    tx: EntityManager,
    entrances: readonly { buildingId: string; name: string; sort: number }[],
  ): Promise<Area[]> {
    const ids = [...new Set(entrances.map(({ buildingId }) => buildingId))];
    const buildings = new Map(
      (await tx.findBy(Area, { id: In(ids), kind: 'building' })).map((area) => [area.id, area]),
    );
    const added: Area[] = [];
    for (const { buildingId, name, sort } of entrances) {
      const parent = buildings.get(buildingId);
      if (parent === undefined) throw new RangeError('an entrance needs a building');
      added.push(await this.addArea(tx, { kind: 'entrance', name, parent, sort }));
    }
    return added;
  }

  private async raiseRevision(tx: EntityManager): Promise<void> {
    await tx.query('update area_revision set revision = revision + 1 where id = 1');
  }
}
