import type { ReadRow } from './homes.sheet.js';
import { buildingKey, entranceKey, plainName } from './place-names.js';

/** The places of a community as the import knows them. */
export interface KnownPlaces {
  estates: { id: string; name: string }[];
  buildings: { id: string; name: string; estateId: string | null }[];
  entrances: { id: string; name: string; buildingId: string }[];
}

/** Where a row's home is; `entranceId` null: that entrance is still to be made. */
export interface Place {
  estateId: string | null;
  buildingId: string;
  entranceId: string | null;
  entranceKey: string;
}

export interface MissingBuilding {
  estate: string;
  building: string;
  rows: number;
}

interface NamedBuilding {
  id: string;
  name: string;
  estateId: string | null;
  plain: string;
  key: string;
}

/** Finds the building and entrance that a row names, and remembers which buildings there are none of. */
export class PlaceFinder {
  private readonly absent = new Map<string, MissingBuilding>();
  private readonly estateIds: Map<string, string>;
  private readonly buildings: NamedBuilding[];
  private readonly entrances = new Map<string, { id: string; key: string }[]>();

  constructor({ estates, buildings, entrances }: KnownPlaces) {
    this.estateIds = new Map(estates.map(({ id, name }) => [plainName(name), id]));
    this.buildings = buildings.map((one) => ({
      ...one,
      plain: plainName(one.name),
      key: buildingKey(one.name),
    }));
    for (const { id, name, buildingId } of entrances) {
      const others = this.entrances.get(buildingId) ?? [];
      this.entrances.set(buildingId, [...others, { id, key: entranceKey(name) }]);
    }
  }

  missing(): MissingBuilding[] {
    return [...this.absent.values()];
  }

  find(row: ReadRow): Place | null {
    if (row.building === '') return null;
    const building = this.building(row);
    if (building === null) return null;
    const entrances = this.entrances.get(building.id) ?? [];
    if (row.entrance === '' && entrances.length > 1) {
      row.errors.push(`「单元」没有填，${building.name}有 ${entrances.length} 个单元`);
      return null;
    }
    const key = row.entrance || (entrances[0]?.key ?? '1');
    const entrance = entrances.find((one) => one.key === key);
    const { estateId, id } = building;
    return { estateId, buildingId: id, entranceId: entrance?.id ?? null, entranceKey: key };
  }

  private building(row: ReadRow): NamedBuilding | null {
    const estate = plainName(row.estate);
    const estateId = estate === '' ? null : (this.estateIds.get(estate) ?? 'none');
    // 「安澜里3号楼」 says the estate once more.
    const written = plainName(row.building);
    const plain = written.startsWith(estate) && written !== estate ? written.slice(estate.length) : written;
    const key = buildingKey(plain);
    const alike = this.buildings.filter(
      (one) => one.key === key && (estateId === null || one.estateId === estateId),
    );
    const exact = alike.filter((one) => one.plain === plain);
    const found = exact.length === 1 ? exact : alike;
    const [building] = found;
    if (building === undefined) this.miss(row);
    else if (found.length === 1) return building;
    else
      row.errors.push(
        estate === ''
          ? `有 ${found.length} 个小区都有「${row.building}」，请写上小区`
          : `「${row.building}」不止一栋，请写全名`,
      );
    return null;
  }

  private miss(row: ReadRow): void {
    const { estate, building } = row;
    row.errors.push(`没有「${`${estate} ${building}`.trim()}」这栋楼，请先在「区域」里加上`);
    const key = `${plainName(estate)} ${buildingKey(building)}`;
    const known = this.absent.get(key);
    if (known === undefined) this.absent.set(key, { estate, building, rows: 1 });
    else known.rows += 1;
  }
}
