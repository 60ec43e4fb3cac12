import type { HomeRelation } from '@linli/shared';
import { type DemoBuilding, type DemoCommunity, roomOf } from '../demo-map.js';
import { type Coming, type PlannedHome, type PlannedResident, titleNumberOf } from '../planned-home.js';
import type { Random } from '../random.js';
import { familyName, fullName, type Generation, Phones } from './names.js';

/** How many live in a home that is lived in, and how often. */
const SIZES: readonly (readonly [number, number])[] = [
  [1, 10],
  [2, 23],
  [3, 30],
  [4, 22],
  [5, 12],
  [6, 6],
];
const SHARES = {
  unsold: 0.03,
  empty: 0.04,
  let: 0.13,
  couple: 0.55,
  stated: 0.4,
  phone: 0.9,
  signedUp: 0.86,
};
const AREAS: Record<number, readonly [number, number]> = { 2: [72, 128], 4: [86, 142] };
const DEVELOPER = '澄湖房地产开发有限公司';
/** Of those who came at all: what did not go the usual way. */
const ODD = { refused: 0.005, left: 0.02 };
/** One home in so many has somebody who waits to be confirmed. */
const WAITING = 0.006;

/** Every home of a community, who owns it and who belongs to it. The same chance gives the same town. */
export function planHomes(random: Random, phones: Phones, community: DemoCommunity): PlannedHome[] {
  return community.buildings.flatMap((building) =>
    doorsOf(building).map((door, at) => planHome(random, phones, building, door, at)),
  );
}

interface Door {
  entrance: number;
  floor: number;
  room: string;
  door: number;
}

function doorsOf({ entrances, floors, doorsPerFloor = 2 }: DemoBuilding): Door[] {
  return Array.from({ length: entrances * floors * doorsPerFloor }, (_, at) => {
    const perEntrance = floors * doorsPerFloor;
    const floor = Math.floor((at % perEntrance) / doorsPerFloor) + 1;
    const door = (at % doorsPerFloor) + 1;
    return { entrance: Math.floor(at / perEntrance) + 1, floor, room: roomOf(floor, door), door };
  });
}

function planHome(
  random: Random,
  phones: Phones,
  { estate, name, doorsPerFloor = 2 }: DemoBuilding,
  { door, ...where }: Door,
  at: number,
): PlannedHome {
  const [small, large] = AREAS[doorsPerFloor] ?? [70, 120];
  const area = (small + ((large - small) * ((door * 7 + name.length * 3) % 10)) / 10 + 0.36).toFixed(2);
  const base = {
    ...{ building: `${estate} ${name}`, estate, buildingName: name, ...where, area },
    titleNumber: titleNumberOf(random.share() * 1e7),
  };
  // Whoever is captain lives behind the first door.
  const captain = at === 0;
  if (!captain && random.chance(SHARES.unsold))
    return { ...base, owners: [{ name: DEVELOPER, phone: null }], share: '', titleNumber: '', residents: [] };
  const family = new Family(random, phones);
  const couple = random.chance(SHARES.couple);
  const owners = [
    captain ? family.reachable() : family.adult(),
    ...(couple ? [family.adult(familyName(random))] : []),
  ];
  // A ledger keeps numbers with the owners it names first.
  owners.sort((one, other) => Number(one.phone === undefined) - Number(other.phone === undefined));
  const home = {
    ...base,
    owners: owners.map(({ name: owner, phone }) => ({ name: owner, phone: phone ?? null })),
    share: couple ? (random.chance(SHARES.stated) ? '1/2、1/2' : '共同共有') : '',
  };
  if (captain) {
    const [first, ...owning] = family.owning(owners, true);
    const others = family.others(random.weighted(SIZES) - 1);
    return { ...home, residents: [asCaptain(first, owners[0]), ...owning, ...others] };
  }
  if (random.chance(SHARES.empty)) return { ...home, residents: family.owning(owners.slice(0, 1), false) };
  if (random.chance(SHARES.let)) {
    const tenants = new Family(random, phones);
    const many = Math.max(1, random.weighted(SIZES) - 1);
    return { ...home, residents: [...family.owning(owners.slice(0, 1), false), ...tenants.renting(many)] };
  }
  const many = random.weighted(SIZES);
  const living = family.owning(owners.slice(0, many), true);
  return { ...home, residents: [...living, ...family.others(many - living.length)] };
}

/** Whoever is captain was there first, by the number that the register has. */
function asCaptain(
  resident: PlannedResident | undefined,
  owner: { phone?: string } | undefined,
): PlannedResident {
  if (resident === undefined || owner?.phone === undefined)
    throw new RangeError('a captain needs a telephone');
  return { ...resident, phone: owner.phone, coming: 'matched', ago: 1 };
}

/** People of one name behind one door. */
class Family {
  private readonly name: string;

  constructor(
    private readonly random: Random,
    private readonly phones: Phones,
  ) {
    this.name = familyName(random);
  }

  adult(family = this.name): { name: string; phone?: string } {
    const old = this.random.chance(0.3);
    const name = fullName(this.random, family, old ? 'elder' : 'adult');
    return this.random.chance(SHARES.phone) ? { name, phone: this.phones.next() } : { name };
  }

  reachable(): { name: string; phone: string } {
    const { name } = this.adult();
    return { name, phone: this.phones.next() };
  }

  /** An owner whose number the register has is let in by it; any other by somebody who knows them. */
  owning(owners: readonly { name: string; phone?: string }[], livesHere: boolean): PlannedResident[] {
    return owners.map((owner) => {
      const signedUp = owner.phone !== undefined && this.random.chance(SHARES.signedUp);
      const { phone: _, ...nameless } = owner;
      const coming = signedUp ? 'matched' : 'entered';
      return { ...(signedUp ? owner : nameless), relation: 'owner', livesHere, coming, ago: this.ago() };
    });
  }

  /** Who lives with them: husband or wife, then children, then parents. */
  others(many: number): PlannedResident[] {
    const generations: Generation[] = ['adult', 'child', 'elder', 'child', 'elder', 'elder'];
    return generations.slice(0, Math.max(0, many)).map((generation) => this.resident('family', generation));
  }

  renting(many: number): PlannedResident[] {
    return Array.from({ length: many }, (_, at) => this.resident('tenant', at < 2 ? 'adult' : 'child'));
  }

  private resident(relation: HomeRelation, generation: Generation): PlannedResident {
    const family = generation === 'adult' && this.random.chance(0.5) ? familyName(this.random) : this.name;
    const name = fullName(this.random, family, generation);
    const alone = generation === 'adult' && this.random.chance(SHARES.signedUp);
    const base = { name, relation, livesHere: true, ago: this.ago() };
    if (!alone) return { ...base, coming: 'entered' };
    return { ...base, phone: this.phones.next(), coming: this.coming() };
  }

  private coming(): Coming {
    const { random } = this;
    if (random.chance(WAITING)) return 'waiting';
    if (random.chance(ODD.refused)) return 'refused';
    if (random.chance(ODD.left)) return 'left';
    return random.chance(0.7) ? 'confirmed-by-captain' : 'confirmed-by-staff';
  }

  /** Most came in the first weeks, when the community went from door to door. */
  private ago(): number {
    return 1 - this.random.share() ** 2 * 0.97;
  }
}
