import { buildingKey, entranceKey, plainName, roomKey } from './imports/place-names.js';

/** One way to read what somebody typed: by these keys, and the room by how it begins. */
export interface TypedAddress {
  estateIds: string[] | null;
  building: string | null;
  entrance: string | null;
  room: string | null;
}

type Slot = 'building' | 'entrance' | 'room';
interface Word {
  text: string;
  /** What its ending says that it is; null for 「1」, which may be any of them. */
  slot: Slot | null;
}

const SLOTS: readonly Slot[] = ['building', 'entrance', 'room'];
const AFTER_AN_ENDING = /(号楼|[幢栋楼座#]|单元|[门梯])/g;
const ENDINGS: readonly [RegExp, Slot][] = [
  [/(号楼|[幢栋楼座#])$/, 'building'],
  [/(单元|[门梯])$/, 'entrance'],
  [/[室户房]$/, 'room'],
];
const LEAST_OF_AN_ESTATE = 2;

/**
 * The ways to read 「1号楼」, 「1-1-101」 or 「安澜里 1号楼 101」; none where nothing looks like an address, as with a single number or
 * a name. Inside a building that is chosen already, 「1-101」 begins with the entrance.
 */
export function typedAddresses(
  typed: string,
  estates: readonly { id: string; name: string }[],
  inBuilding: boolean,
): TypedAddress[] {
  const { estateIds, rest } = estateIn(typed.normalize('NFKC').toUpperCase().trim(), estates);
  const words = wordsOf(rest);
  if (words.length === 0)
    return estateIds === null ? [] : [{ estateIds, building: null, entrance: null, room: null }];
  const namesBuilding = words.length > 2 || words.some(({ slot }) => slot === 'building');
  const slots = inBuilding && !namesBuilding ? SLOTS.slice(1) : SLOTS;
  const [first] = words;
  // By itself, a number is a room's or part of a name, which are looked for anyway.
  if (words.length === 1 && first?.slot === null && estateIds === null && !first.text.endsWith('号'))
    return [];
  return placings(words, slots)
    .filter(([slot]) => words.length === 1 || first?.slot !== null || slot === slots[0])
    .map((placing) => {
      const wordIn = (slot: Slot) => words[placing.indexOf(slot)]?.text ?? null;
      const [building, entrance, room] = [wordIn('building'), wordIn('entrance'), wordIn('room')];
      return {
        estateIds,
        building: building === null ? null : buildingKey(building),
        entrance: entrance === null ? null : entranceKey(entrance),
        room: room === null ? null : roomKey(room),
      };
    });
}

/** The estates that it begins with, or whose names begin with its first word; several may be called alike. */
function estateIn(typed: string, estates: readonly { id: string; name: string }[]) {
  const [first = ''] = typed.split(/[\s,]/);
  const plain = plainName(typed);
  const whole = estates
    .filter(({ name }) => plain.startsWith(plainName(name)))
    .sort((one, other) => other.name.length - one.name.length);
  const [longest] = whole;
  if (longest !== undefined) {
    const same = whole.filter(({ name }) => plainName(name) === plainName(longest.name));
    return { estateIds: same.map(({ id }) => id), rest: without(typed, plainName(longest.name).length) };
  }
  const begun =
    first.length < LEAST_OF_AN_ESTATE
      ? []
      : estates.filter(({ name }) => plainName(name).startsWith(plainName(first)));
  if (begun.length === 0 || /\d$/.test(first)) return { estateIds: null, rest: typed };
  return { estateIds: begun.map(({ id }) => id), rest: typed.slice(first.length) };
}

/** What is left after so many characters that are no gaps. */
function without(typed: string, chars: number): string {
  let at = 0;
  for (let left = chars; left > 0; at += 1) if (!/\s/.test(typed[at] ?? '')) left -= 1;
  return typed.slice(at);
}

function wordsOf(text: string): Word[] {
  return text
    .replace(/\s+(?=[号幢栋楼座#门梯室户房]|单元)/g, '')
    .replace(AFTER_AN_ENDING, '$1 ')
    .split(/[\s,/-]+/)
    .filter((word) => word !== '')
    .map((word) => ({ text: word, slot: ENDINGS.find(([ending]) => ending.test(word))?.[1] ?? null }));
}

/** Every way to give these words a slot each, in the order in which addresses are written. */
function placings(words: readonly Word[], slots: readonly Slot[]): Slot[][] {
  const [word, ...rest] = words;
  if (word === undefined) return [[]];
  return slots.flatMap((slot, at) =>
    word.slot === null || word.slot === slot
      ? placings(rest, slots.slice(at + 1)).map((placing) => [slot, ...placing])
      : [],
  );
}
