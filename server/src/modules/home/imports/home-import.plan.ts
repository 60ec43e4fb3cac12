import type { HomeUsage, OwnerKind } from '@linli/shared';
import type { Share } from '../owner-register.js';
import type { SheetHome } from './home-import.gathering.js';
import type { StatedOwner } from './homes.sheet.js';
import { plainName } from './place-names.js';

/** An owner in force as the register has them. */
export interface KnownOwner {
  id: string;
  name: string;
  ownerKind: OwnerKind;
  phoneIndex: string | null;
  share: Share | null;
}

/** A home as the register has it. */
export interface KnownHome {
  id: string;
  entranceId: string;
  room: string;
  floor: number;
  usage: HomeUsage;
  floorArea: number | null;
  titleNumber: string | null;
  owners: KnownOwner[];
}

export interface HomeFacts {
  floor: number;
  usage: HomeUsage;
  floorArea: number | null;
  titleNumber: string | null;
}

export interface OwnerChange {
  known: KnownOwner;
  /** Absent: the number stays. */
  phone?: string;
  share: Share | null;
}

/** What becomes of one home of the file. */
export interface HomeChange {
  home: SheetHome;
  /** Null: it is new. */
  known: KnownHome | null;
  facts: HomeFacts;
  factsChange: boolean;
  newOwners: (StatedOwner & { share: Share | null })[];
  changedOwners: OwnerChange[];
  endedOwners: KnownOwner[];
}

/** Whether anything at all becomes of it. */
export function changesAnything({
  known,
  factsChange,
  newOwners,
  changedOwners,
  endedOwners,
}: HomeChange): boolean {
  return known === null || factsChange || newOwners.length + changedOwners.length + endedOwners.length > 0;
}

export function doorOf(entranceId: string, room: string): string {
  return `${entranceId} ${room}`;
}

/** Compares a file with the register. What the file does not say stays; homes that are not in the file stay. */
export function planHomes(
  homes: readonly SheetHome[],
  register: ReadonlyMap<string, KnownHome>,
  indexOf: (phone: string) => string,
): HomeChange[] {
  return homes.map((home) => {
    const known = home.entranceId === null ? undefined : register.get(doorOf(home.entranceId, home.room));
    const facts = {
      floor: home.floor,
      usage: home.usage ?? known?.usage ?? 'residence',
      floorArea: home.floorArea,
      titleNumber: home.titleNumber ?? known?.titleNumber ?? null,
    } as const;
    const factsChange = known !== undefined && !sameFacts(known, facts);
    return {
      home,
      known: known ?? null,
      facts,
      factsChange,
      ...planOwners(home.owners, known?.owners ?? [], indexOf),
    };
  });
}

function sameFacts(one: HomeFacts, other: HomeFacts): boolean {
  return (
    one.floor === other.floor &&
    one.usage === other.usage &&
    one.floorArea === other.floorArea &&
    one.titleNumber === other.titleNumber
  );
}

/** Who is the same person as before: the same name and number first, then the same name whose number is new or not known. */
function planOwners(
  stated: readonly StatedOwner[],
  known: readonly KnownOwner[],
  indexOf: (phone: string) => string,
): Pick<HomeChange, 'newOwners' | 'changedOwners' | 'endedOwners'> {
  if (stated.length === 0) return { newOwners: [], changedOwners: [], endedOwners: [] };
  const left = new Set(known);
  const pairs = new Map<StatedOwner, KnownOwner>();
  const pair = (fits: (one: StatedOwner, other: KnownOwner) => boolean) => {
    for (const one of stated) {
      if (pairs.has(one)) continue;
      const found = [...left].find(
        (other) => plainName(other.name) === plainName(one.name) && fits(one, other),
      );
      if (found === undefined) continue;
      left.delete(found);
      pairs.set(one, found);
    }
  };
  pair((one, other) => one.phone !== null && indexOf(one.phone) === other.phoneIndex);
  pair((one, other) => one.phone === null || other.phoneIndex === null);
  pair(() => true);
  const sameSet = left.size === 0 && pairs.size === stated.length;
  const alone: Share | null = stated.length === 1 ? { numerator: 1, denominator: 1 } : null;
  const changedOwners = [...pairs].flatMap(([one, other]): OwnerChange[] => {
    const share = one.share !== undefined ? one.share : sameSet ? other.share : alone;
    const phone = one.phone !== null && indexOf(one.phone) !== other.phoneIndex ? one.phone : undefined;
    if (phone === undefined && sameShare(share, other.share)) return [];
    return [{ known: other, share, ...(phone === undefined ? {} : { phone }) }];
  });
  const newOwners = stated
    .filter((one) => !pairs.has(one))
    .map((one) => ({ ...one, share: one.share === undefined ? alone : one.share }));
  return { newOwners, changedOwners, endedOwners: [...left] };
}

function sameShare(one: Share | null, other: Share | null): boolean {
  return one?.numerator === other?.numerator && one?.denominator === other?.denominator;
}
