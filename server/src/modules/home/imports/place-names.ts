const DIGITS = '零一二三四五六七八九';
const NUMERAL = /^[一二三四五六七八九十]{1,3}$/;
const LEADING_ZEROS = /^0+(?=\d)/;
const BUILDING_ENDS = /(号楼|号|幢|栋|楼|座|#)$/;
const ENTRANCE_ENDS = /(单元|门|梯)$/;
const ROOM_ENDS = /(号房|号|室|户|房)$/;
/** 「1-302」 and 「1单元302」, where the entrance has no column of its own. */
const ENTRANCE_AND_ROOM = /^(\d{1,2}|[一二三四五六七八九十]{1,3})(?:单元-?|-)(\w{2,})$/;

/** As it is written, with nothing but the writing evened out. */
export function plainName(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
}

/** 「03号楼」, 「3 幢」, 「三栋」 and 「3#」 are one building; 「商业楼」 stays what it is. */
export function buildingKey(name: string): string {
  return keyOf(name, BUILDING_ENDS);
}

export function entranceKey(name: string): string {
  return keyOf(name, ENTRANCE_ENDS);
}

export function roomKey(name: string): string {
  const plain = plainName(name);
  return plain.replace(ROOM_ENDS, '') || plain;
}

export function splitRoom(room: string): { entrance: string; room: string } | null {
  const [, entrance, rest] = ENTRANCE_AND_ROOM.exec(plainName(room)) ?? [];
  return entrance === undefined || rest === undefined ? null : { entrance, room: rest };
}

/** How a new entrance is called and ordered. */
export function entranceName(key: string): { name: string; sort: number } {
  const number = Number(key);
  return Number.isInteger(number) && number > 0
    ? { name: `${key} 单元`, sort: Math.min(number, 1_000) }
    : { name: /单元|门|梯/.test(key) ? key : `${key} 单元`, sort: 1_000 };
}

/** The floor that somebody wrote, or null: 「3」, 「3层」, 「三楼」, 「-1」, 「负一层」, 「B1」. */
export function floorOf(text: string): number | null {
  const plain = plainName(text)
    .replace(/^第/, '')
    .replace(/(层|楼|F)$/, '');
  const [, below, rest] = /^(负|地下|B|-)?(.+)$/.exec(plain) ?? [];
  const number = rest === undefined ? Number.NaN : Number(arabic(rest));
  if (!Number.isInteger(number) || number < 0 || number > 200 || (below !== undefined && number === 0))
    return null;
  return below === undefined ? number : -number;
}

/** What a door's number says of its floor: 302 is on the third, 1201 on the twelfth. */
export function floorOfRoom(room: string): number | null {
  const [, floor] = /^(\d{1,2})\d{2}[A-Z]?$/.exec(room) ?? [];
  return floor === undefined || Number(floor) === 0 ? null : Number(floor);
}

function keyOf(name: string, ends: RegExp): string {
  const plain = plainName(name);
  const bare = plain.replace(ends, '').replace(/^第/, '') || plain;
  return arabic(bare).replace(LEADING_ZEROS, '');
}

/** 「十二」 is 12; anything else stays. */
function arabic(text: string): string {
  if (!NUMERAL.test(text)) return text;
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  if (tens === undefined || ones === undefined || tens.length > 1 || ones.length > 1) return text;
  const ten = text.includes('十') ? (tens === '' ? 1 : DIGITS.indexOf(tens)) : 0;
  return String(ten * 10 + (ones === '' ? 0 : DIGITS.indexOf(ones)));
}
