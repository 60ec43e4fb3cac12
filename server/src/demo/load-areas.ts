import type { INestApplicationContext } from '@nestjs/common';
import { type Area, AreaLocator, AreaService, PlaceService } from '../modules/area/index.js';
import { HomeService } from '../modules/home/index.js';
import { Database } from '../platform/database/database.js';
import type { DemoClock } from './demo-clock.js';
import {
  COUNTY,
  type DemoBuilding,
  type DemoCommunity,
  type DemoPlace,
  pointAt,
  polygonAt,
  roomOf,
  SAMPLE_PLACE,
  type Spot,
  SUBDISTRICT,
} from './demo-map.js';

/** The areas of the demo by the names its people and stories use. */
export class DemoAreas {
  subdistrict: Area;
  /** By short code. */
  readonly communities = new Map<string, Area>();
  /** By short code and name: `AL 3 网格`. */
  readonly grids = new Map<string, Area>();
  /** The ids of the estates, by name. */
  readonly estates = new Map<string, string>();
  /** By estate and name. */
  readonly buildings = new Map<string, Area>();
  /** Codes in force by label. */
  readonly placeCodes = new Map<string, string>();
}

/**
 * Draws the subdistrict from the outside in: buildings and places ask the locator, which knows what is committed, for their grid.
 * @param homes whether the doors behind the entrances are added along with them, without anything known of them
 */
export async function loadAreas(
  app: INestApplicationContext,
  clock: DemoClock,
  communities: readonly DemoCommunity[],
  { homes }: { homes: boolean },
): Promise<DemoAreas> {
  const loader = new AreaLoader(app, clock);
  await loader.drawOutlines(communities);
  for (const community of communities) {
    await loader.drawBuildings(community, homes);
    await loader.addPlaces(community);
  }
  return loader.areas;
}

class AreaLoader {
  readonly areas = new DemoAreas();
  private readonly database: Database;
  private readonly service: AreaService;
  private readonly locator: AreaLocator;
  private readonly places: PlaceService;
  private readonly homes: HomeService;

  constructor(
    app: INestApplicationContext,
    private readonly clock: DemoClock,
  ) {
    this.database = app.get(Database);
    this.service = app.get(AreaService);
    this.locator = app.get(AreaLocator);
    this.places = app.get(PlaceService);
    this.homes = app.get(HomeService);
  }

  drawOutlines(communities: readonly DemoCommunity[]): Promise<void> {
    return this.database.transaction(async (tx) => {
      const county = await this.service.addArea(tx, { kind: 'county', parent: null, ...COUNTY });
      const subdistrict = await this.service.addArea(tx, {
        kind: 'subdistrict',
        name: SUBDISTRICT.name,
        parent: county,
        code: `${COUNTY.code}${SUBDISTRICT.sequence}`,
      });
      this.areas.subdistrict = subdistrict;
      for (const [index, { name, shortCode, sequence, outline, grids }] of communities.entries()) {
        const community = await this.service.addArea(tx, {
          kind: 'community',
          name,
          parent: subdistrict,
          code: `${subdistrict.code}${sequence}`,
          shortCode,
          polygon: polygonAt(...outline),
          sort: index + 1,
        });
        this.areas.communities.set(shortCode, community);
        for (const [order, grid] of grids.entries()) {
          const drawn = await this.service.addArea(tx, {
            kind: 'grid',
            name: grid.name,
            parent: community,
            code: `${community.code}${grid.sequence}`,
            polygon: polygonAt(...grid.outline),
            sort: order + 1,
          });
          this.areas.grids.set(`${shortCode} ${grid.name}`, drawn);
        }
      }
    });
  }

  async drawBuildings({ shortCode, estates, buildings }: DemoCommunity, homes: boolean): Promise<void> {
    const community = this.community(shortCode);
    const grids = await Promise.all(buildings.map(({ spot }) => this.gridAt(spot)));
    await this.database.transaction(async (tx) => {
      const estateIds = new Map<string, string>();
      for (const [index, name] of estates.entries()) {
        estateIds.set(name, await this.service.addEstate(tx, community.id, name, index + 1));
      }
      for (const [name, id] of estateIds) this.areas.estates.set(name, id);
      for (const [index, { estate, name, spot, entrances, ...house }] of buildings.entries()) {
        const building = await this.service.addArea(tx, {
          kind: 'building',
          name,
          parent: grids[index] ?? null,
          location: pointAt(spot),
          estateId: estateIds.get(estate),
          sort: index + 1,
        });
        this.areas.buildings.set(`${estate} ${name}`, building);
        for (let number = 1; number <= entrances; number++) {
          const entrance = await this.service.addArea(tx, {
            kind: 'entrance',
            name: `${number} 单元`,
            parent: building,
            sort: number,
          });
          if (homes) await this.homes.addHomes(tx, homesOf(entrance, house));
        }
      }
    });
  }

  /** The sample place is made first, so that it is the one the demo offers. */
  async addPlaces({ shortCode, places }: DemoCommunity): Promise<void> {
    const rank = (place: DemoPlace) => (place.code === SAMPLE_PLACE.code ? 0 : 1);
    for (const place of [...places].sort((a, b) => rank(a) - rank(b))) {
      await this.addPlace(this.community(shortCode), place);
      this.clock.set(new Date(this.clock.now().getTime() + 1000));
    }
  }

  private async addPlace(
    community: Area,
    { label, address, spot, code, building, revoked }: DemoPlace,
  ): Promise<void> {
    const grid = await this.gridAt(spot);
    const of = building === undefined ? undefined : this.areas.buildings.get(building);
    await this.database.transaction(async (tx) => {
      const made = await this.places.add(tx, {
        label,
        address,
        ...pointAt(spot),
        communityId: community.id,
        gridId: grid.id,
        buildingId: of?.id ?? null,
        estateId: of?.estateId ?? null,
        code,
      });
      if (revoked) await this.places.revoke(tx, made);
      else this.areas.placeCodes.set(label, made);
    });
  }

  private community(shortCode: string): Area {
    const community = this.areas.communities.get(shortCode);
    if (community === undefined) throw new RangeError(`no community ${shortCode}`);
    return community;
  }

  private async gridAt(spot: Spot): Promise<Area> {
    const located = await this.locator.locate(pointAt(spot));
    const grid = [...this.areas.grids.values()].find(({ id }) => id === located.grid?.id);
    if (grid === undefined) throw new RangeError(`no grid at ${spot}`);
    return grid;
  }
}

function homesOf(
  entrance: Area,
  { floors, doorsPerFloor = 2 }: Pick<DemoBuilding, 'floors' | 'doorsPerFloor'>,
) {
  return Array.from({ length: floors * doorsPerFloor }, (_, index) => {
    const floor = Math.floor(index / doorsPerFloor) + 1;
    return { entrance, floor, room: roomOf(floor, (index % doorsPerFloor) + 1) };
  });
}
