const ENTRANCE = '(?:单元|门|-)';
/** 「安澜里6号楼3单元301」, 「6栋301」, 「6-3-301」: what stands before, the building, the entrance and the rest. */
const ADDRESS = new RegExp(`^(.*?)(\\d+)(?:号楼|号|栋|幢|座|楼|#|-)(?:(\\d+)${ENTRANCE})?(\\d\\w*)?$`);
/** 「3-301」, where the building has been chosen. */
const DOOR = new RegExp(`^(\\d{1,2})${ENTRANCE}(\\d{3,}\\w*)$`);

/** How far what is sought goes into a house: a label of a case ends with its building, a household's with its door. */
export type AddressDepth = 'building' | 'door';

/** Nobody types the spaces that labels are drawn with, and sheets may write figures in full width. */
export function withoutSpaces(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '');
}

/**
 * The ways in which what somebody typed may stand on a label without its spaces.
 * Each is a row of pieces that follow one another there, with anything between them.
 */
export function writingsOf(typed: string, depth: AddressDepth): string[][] {
  const plain = withoutSpaces(typed);
  const writings = [[plain]];
  const [, before, building, entrance, room] = ADDRESS.exec(plain) ?? [];
  if (building !== undefined) {
    const house = `${before}${building}号楼`;
    const doors = entrance === undefined ? [house] : [`${house}${entrance}单元`];
    writings.push(depth === 'building' ? [house] : room === undefined ? doors : [...doors, room]);
  }
  const [, stairs, door] = DOOR.exec(plain) ?? [];
  if (stairs !== undefined && door !== undefined && depth === 'door') writings.push([`${stairs}单元${door}`]);
  return writings;
}

/** Whether a label is meant by what was typed, for the lists that are looked through where they are shown. */
export function meansLabel(typed: string, label: string): boolean {
  const written = withoutSpaces(label).toUpperCase();
  if (writingsOf(typed.toUpperCase(), 'door').some((pieces) => standIn(written, pieces))) return true;
  // Who knows the door writes it whole, also where there are only buildings to choose from.
  const [, house] = writingsOf(typed.toUpperCase(), 'building').flat();
  return house !== undefined && written.endsWith(house);
}

function standIn(written: string, pieces: readonly string[]): boolean {
  let from = 0;
  for (const piece of pieces) {
    const at = written.indexOf(piece, from);
    if (at < 0) return false;
    from = at + piece.length;
  }
  return true;
}
