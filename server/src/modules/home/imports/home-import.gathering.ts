import { LIMITS } from '@linli/shared';
import type { ReadRow, StatedOwner } from './homes.sheet.js';
import { sumAgainstWhole } from './owner-words.js';
import type { Place, PlaceFinder } from './place-finder.js';
import { plainName } from './place-names.js';

/** A home as the file has it, of one row or of several. */
export interface SheetHome {
  rows: number[];
  label: string;
  estateId: string | null;
  buildingId: string;
  /** `entranceId` null: it is still to be made. */
  entranceId: string | null;
  entranceKey: string;
  room: string;
  floor: number;
  floorArea: number;
  usage: ReadRow['usage'];
  titleNumber: string | null;
  /** Empty: the file says nothing of them. */
  owners: StatedOwner[];
}

/**
 * Puts the rows together to homes, and writes what is wrong with them to the rows themselves. One row at a time, so that
 * others can have their turn in between.
 */
export class Gathering {
  private readonly found = new Map<string, { home: SheetHome; of: ReadRow[] }>();
  private before: string | null = null;

  constructor(private readonly finder: PlaceFinder) {}

  add(row: ReadRow): void {
    const place = this.finder.find(row);
    const door =
      place === null || row.room === '' ? null : `${place.buildingId} ${place.entranceKey} ${row.room}`;
    const known = door === null ? undefined : this.found.get(door);
    // Who follows in the rows below need not repeat the area.
    if (known === undefined && row.areaLack !== null) row.errors.push(row.areaLack);
    if (door !== null && place !== null && known === undefined) {
      this.found.set(door, { home: homeOf(row, place), of: [row] });
    } else if (known !== undefined) {
      if (door === this.before) join(known, row);
      else row.errors.push(`和第 ${known.of[0]?.number} 行是同一户，共有人请放在相邻的几行，重复的请删掉`);
    }
    this.before = door;
  }

  homes(): SheetHome[] {
    for (const { home, of } of this.found.values()) checkOwners(home, of);
    return [...this.found.values()].map(({ home }) => home);
  }
}

function homeOf(row: ReadRow, place: Place): SheetHome {
  const { number, label, room, usage, titleNumber, owners } = row;
  return {
    ...{ rows: [number], label, ...place, room, usage, titleNumber, owners: [...owners] },
    floor: row.floor ?? 0,
    floorArea: row.floorArea ?? 0,
  };
}

/** Another owner's row of the same home. */
function join({ home, of }: { home: SheetHome; of: ReadRow[] }, row: ReadRow): void {
  const first = of[0] as ReadRow;
  const differs = (name: string, one: unknown, other: unknown) => {
    if (one !== null && other !== null && one !== other)
      row.errors.push(`「${name}」和第 ${first.number} 行写的不一样，同一户只能有一个`);
  };
  differs('建筑面积', first.floorArea, row.floorArea);
  differs('楼层', first.floor, row.floor);
  differs('用途', first.usage, row.usage);
  if (row.owners.length === 0 || home.owners.length === 0)
    row.errors.push(`和第 ${first.number} 行是同一户，这一行请删掉，或者写上各行的产权人`);
  for (const owner of row.owners) {
    const twice = home.owners.some((one) => sameOwner(one, owner));
    if (twice) row.errors.push(`产权人「${owner.name}」在这一户里写了两次`);
    else home.owners.push(owner);
  }
  home.rows.push(row.number);
  of.push(row);
}

/** Two people of one name have two telephones. */
function sameOwner(one: StatedOwner, other: StatedOwner): boolean {
  if (plainName(one.name) !== plainName(other.name)) return false;
  return one.phone === null || other.phone === null || one.phone === other.phone;
}

function checkOwners(home: SheetHome, of: ReadRow[]): void {
  const last = of.at(-1) as ReadRow;
  const [row] = of as [ReadRow];
  for (const [at, owner] of row.owners.entries()) {
    if (row.owners.slice(0, at).some((one) => sameOwner(one, owner)))
      row.errors.push(`产权人「${owner.name}」在这一户里写了两次`);
  }
  if (home.owners.length > LIMITS.ownersPerHome)
    last.errors.push(`一户最多 ${LIMITS.ownersPerHome} 位产权人，这一户有 ${home.owners.length} 位`);
  const stated = home.owners.filter(({ share }) => share !== undefined && share !== null);
  if (stated.length > 0 && stated.length < home.owners.length)
    last.errors.push('「产权份额」有的写了有的没写，请都写上，或者都不写');
  const sum = sumAgainstWhole(stated.flatMap(({ share }) => (share ? [share] : [])));
  if (sum > 0) last.errors.push('「产权份额」加起来超过了 100%');
  else if (stated.length > 0 && stated.length === home.owners.length && sum < 0)
    last.notes.push('产权份额加起来不到 100%');
}
