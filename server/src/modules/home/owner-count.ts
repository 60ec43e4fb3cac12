import type { OwnerKind } from '@linli/shared';

/** One line of the register, as far as counting needs it. */
export interface CountedOwner {
  name: string;
  ownerKind: OwnerKind;
  phoneIndex: string | null;
  personId: string | null;
}

export interface CountedHome {
  /** In hundredths of a square metre; null when nobody has said. */
  floorArea: number | null;
  owners: readonly CountedOwner[];
}

export interface OwnerCount {
  homes: number;
  /** Of the homes whose area is known, in hundredths of a square metre. */
  floorArea: number;
  /** Homes whose area nobody has said. */
  withoutArea: number;
  /** Owners by title: one buyer of several homes is one, co-owners are one together. */
  owners: number;
  /** Homes that nobody is written down for; they add no owner. */
  withoutOwner: number;
}

/**
 * Counts owners as owners' matters are decided (Civil Code art. 278 and its reading): by title, not by head. Who bought
 * several homes counts once, those who own one together count once together, and the developer's unsold homes count once.
 */
export function countOwners(homes: readonly CountedHome[]): OwnerCount {
  const people = new SamePeople();
  for (const { owners } of homes) for (const owner of owners) people.add(owner);
  const titles = new Set<string>();
  let floorArea = 0;
  for (const home of homes) {
    floorArea += home.floorArea ?? 0;
    const together = [...new Set(home.owners.map((owner) => people.idOf(owner)))].sort();
    if (together.length > 0) titles.add(together.join(' '));
  }
  return {
    homes: homes.length,
    floorArea,
    withoutArea: homes.filter((home) => home.floorArea === null).length,
    owners: titles.size,
    withoutOwner: homes.filter(({ owners }) => owners.length === 0).length,
  };
}

/**
 * Which lines are one and the same: those confirmed to be one person, and those with one name and one number. A firm and
 * a developer are who they are called. A person's name alone says nothing: there are many of the same name.
 */
class SamePeople {
  private readonly parents: number[] = [];
  private readonly lines = new Map<CountedOwner, number>();
  private readonly known = new Map<string, number>();

  add(owner: CountedOwner): void {
    const line = this.parents.push(this.parents.length) - 1;
    this.lines.set(owner, line);
    for (const mark of marksOf(owner)) {
      const before = this.known.get(mark);
      if (before === undefined) this.known.set(mark, line);
      else this.parents[this.root(line)] = this.root(before);
    }
  }

  idOf(owner: CountedOwner): number {
    return this.root(this.lines.get(owner) as number);
  }

  private root(line: number): number {
    let at = line;
    while (this.parents[at] !== at)
      at = this.parents[at] = this.parents[this.parents[at] as number] as number;
    return at;
  }
}

function marksOf({ name, ownerKind, phoneIndex, personId }: CountedOwner): string[] {
  if (ownerKind !== 'person') return [`${ownerKind} ${name}`];
  return [
    ...(personId === null ? [] : [`person ${personId}`]),
    ...(phoneIndex === null ? [] : [`phone ${phoneIndex} ${name}`]),
  ];
}
