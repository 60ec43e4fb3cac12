import { HOME_USAGE_LABELS, type HomeUsage, LIMITS } from '@linli/shared';
import {
  type Cell,
  CellProblem,
  type SheetRow,
  textOf,
} from '../../../platform/spreadsheet/spreadsheet.cells.js';
import type { Column, TableRow } from '../../../platform/spreadsheet/spreadsheet.table.js';
import type { NewSheet } from '../../../platform/spreadsheet/spreadsheet.writing.js';
import type { NewOwner, Share } from '../owner-register.js';
import { namesOf, ownerKindOf, phonesOf, saidIn, sharesOf } from './owner-words.js';
import { entranceKey, floorOf, floorOfRoom, plainName, roomKey, splitRoom } from './place-names.js';

export type HomeColumn =
  | 'estate'
  | 'building'
  | 'entrance'
  | 'floor'
  | 'room'
  | 'area'
  | 'owner'
  | 'phone'
  | 'share'
  | 'title'
  | 'usage';

/** The names that property companies and committees give these columns in their ledgers; the usual one first. */
export const HOME_SHEET_COLUMNS: readonly Column<HomeColumn>[] = [
  { key: 'estate', names: ['小区', '小区名称', '所属小区', '项目', '项目名称', '楼盘'] },
  {
    key: 'building',
    names: ['楼栋', '幢', '栋', '楼号', '幢号', '栋号', '楼栋号', '楼幢号', '楼幢', '座', '楼'],
    required: true,
  },
  { key: 'entrance', names: ['单元', '单元号', '门栋', '梯'] },
  { key: 'floor', names: ['楼层', '所在楼层', '所在层', '层', '层数'] },
  {
    key: 'room',
    names: ['房号', '室', '室号', '房间号', '户号', '门牌号', '房屋号', '房间', '房屋编号'],
    required: true,
  },
  {
    key: 'area',
    names: ['建筑面积', '面积', '房屋面积', '产权面积', '建筑面积m2', '面积m2', '建筑面积平方米'],
    required: true,
  },
  {
    key: 'owner',
    names: ['产权人', '业主', '业主姓名', '产权人姓名', '所有权人', '权利人', '房主', '姓名', '业主名称'],
  },
  {
    key: 'phone',
    names: ['联系电话', '电话', '手机', '手机号', '手机号码', '联系方式', '业主电话', '电话号码'],
  },
  { key: 'share', names: ['产权份额', '份额', '共有份额', '占有份额', '持有份额', '共有情况'] },
  {
    key: 'title',
    names: ['不动产权证号', '产权证号', '房产证号', '不动产证号', '不动产权证', '产权证', '证号'],
  },
  { key: 'usage', names: ['用途', '房屋用途', '规划用途', '房屋类型', '房屋性质', '类型'] },
];

const USAGE_WORDS: readonly [RegExp, HomeUsage][] = [
  [/车库|车位|停车/, 'garage'],
  [/储藏|仓储|仓库|地下室|储物/, 'storage'],
  [/商铺|商业|门市|店铺|网点|商服|办公/, 'shop'],
  [/住宅|居住|公寓|成套/, 'residence'],
];
const AREA = /^(\d{1,6})(?:\.(\d+))?(?:m2|平方米|平米|平)?$/i;
const LARGEST_AREA = 10_000_000;
const SUM = /(?:合计|总计|小计|共计)(?:[:(].*)?$/;
/** How the room of the template's own row begins. */
const EXAMPLE = '示例';

/** An owner as a row names them; `share` absent where the row says nothing of it. */
export type StatedOwner = Omit<NewOwner, 'share'> & { share: Share | null | undefined };

/** What one row says, with all that is wrong with it. */
export interface ReadRow {
  number: number;
  /** As written, for the screen: 「安澜里 3号楼 1单元 302」. */
  label: string;
  estate: string;
  building: string;
  entrance: string;
  room: string;
  floor: number | null;
  floorArea: number | null;
  /** What to say where the area is not written and no row above says it of the same home. */
  areaLack: string | null;
  usage: HomeUsage | null;
  titleNumber: string | null;
  owners: StatedOwner[];
  errors: string[];
  notes: string[];
}

/** Reads one row, and says of everything that is wrong with it at once. `columnOf` is where each column stands. */
export function readHomeRow(
  { number, cells }: TableRow<HomeColumn>,
  columnOf: Partial<Record<HomeColumn, number>>,
): ReadRow {
  const errors: string[] = [];
  const notes: string[] = [];
  const named = (key: HomeColumn) => {
    const name = HOME_SHEET_COLUMNS.find((column) => column.key === key)?.names[0] ?? '';
    return `「${name}」${cellName(columnOf[key], number)}`;
  };
  const read = <Value>(key: HomeColumn, otherwise: Value, reading: (cell: Cell | undefined) => Value) => {
    try {
      return reading(cells[key]);
    } catch (error) {
      if (!(error instanceof CellProblem)) throw error;
      errors.push(`${named(key)}${error.message}`);
      return otherwise;
    }
  };
  const words = (key: HomeColumn, most: number) => {
    const text = read(key, '', textOf);
    if (text.length <= most) return text;
    errors.push(`${named(key)}最多 ${most} 个字`);
    return '';
  };
  const unreadable = (key: HomeColumn) => errors.some((error) => error.startsWith(named(key)));
  const wanted = (key: HomeColumn, value: unknown) => {
    if (!value && !unreadable(key)) errors.push(`${named(key)}没有填`);
  };

  const estate = words('estate', 60);
  const building = words('building', 60);
  wanted('building', building);
  const written = words('room', 40);
  wanted('room', written);
  if (written.startsWith(EXAMPLE)) errors.push(`${named('room')}还是示例，请删掉这一行`);
  const ownColumn = words('entrance', 60);
  const split = ownColumn === '' ? splitRoom(written) : null;
  const entrance = split?.entrance ?? ownColumn;
  const room = roomKey(split?.room ?? written);
  if (room.length > LIMITS.homeRoomChars) errors.push(`${named('room')}最多 ${LIMITS.homeRoomChars} 个字`);

  const floorWords = words('floor', 20);
  const floor = floorWords === '' ? floorOfRoom(room) : floorOf(floorWords);
  if (floor === null && written !== '' && !unreadable('floor'))
    errors.push(
      `${named('floor')}${floorWords === '' ? '没有填，从房号也看不出来' : '看不懂，请写成 3 或 -1 这样'}`,
    );
  const floorArea = read('area', null, areaOf);
  const areaLack = floorArea === null && !unreadable('area') ? `${named('area')}没有填` : null;
  const usage = usageOf(words('usage', 40));
  const titleNumber = saidIn(words('title', LIMITS.titleNumberChars)) || null;

  const names = namesOf(words('owner', 400));
  const phones = read('phone', [], phonesOf);
  const shares = read('share', [], sharesOf);
  if (names.length > LIMITS.ownersPerHome)
    errors.push(`${named('owner')}一户最多 ${LIMITS.ownersPerHome} 位`);
  for (const name of names)
    if (name.length > LIMITS.ownerNameChars)
      errors.push(`${named('owner')}里的名字最多 ${LIMITS.ownerNameChars} 个字`);
  if (names.length === 0 && (phones.length > 0 || shares.length > 0) && !unreadable('owner'))
    errors.push(`${named('owner')}没有填，却写了电话或者份额`);
  else if (phones.length > names.length)
    errors.push(`${named('phone')}有 ${phones.length} 个，产权人只有 ${names.length} 位，一人请只填一个`);
  if (names.length > 0 && shares.length > 1 && shares.length !== names.length)
    errors.push(`${named('share')}有 ${shares.length} 个，产权人有 ${names.length} 位，对不上`);
  if (phones.length > 0 && phones.length < names.length && phones.length <= names.length)
    notes.push(`电话记在前 ${phones.length} 位产权人名下`);
  if (names.length === 0 && errors.length === 0) notes.push('没有写产权人，名册里的产权人不变');

  const owners = names.map((name, at) => ({
    name,
    ownerKind: ownerKindOf(name),
    phone: phones[at] ?? null,
    share: shares.length === 1 ? shares[0] : shares[at],
  }));
  return {
    ...{
      number,
      estate,
      building,
      room,
      floor,
      floorArea,
      areaLack,
      usage,
      titleNumber,
      owners,
      errors,
      notes,
    },
    entrance: entrance === '' ? '' : entranceKey(entrance),
    label: [estate, building, ownColumn, written].filter((part) => part !== '').join(' '),
  };
}

/** A row that says the same in each of its cells is a caption between others. */
export function isCaption({ cells }: TableRow<HomeColumn>): boolean {
  const values = Object.values(cells);
  return values.length === 1 && cells.room === undefined && typeof values[0] === 'string';
}

/** 「合计」, 「3号楼小计：」: a row that adds up others, by the words it begins with; the first may be whose sum it is. */
export function isSum({ cells }: Pick<SheetRow, 'cells'>): boolean {
  return Object.keys(cells)
    .map(Number)
    .sort((one, other) => one - other)
    .flatMap((at) => {
      const cell = cells[at];
      return typeof cell === 'string' && /\p{L}/u.test(cell) ? [plainName(cell)] : [];
    })
    .slice(0, 2)
    .some((words) => SUM.test(words));
}

/** In hundredths of a square metre. */
function areaOf(cell: Cell | undefined): number | null {
  const text = saidIn(textOf(cell)).normalize('NFKC').replace(/[\s,]/g, '');
  if (text === '') return null;
  const [, whole, decimals = ''] = AREA.exec(text) ?? [];
  if (whole === undefined) throw new CellProblem('不是数字，请写成 89.50 这样');
  // Sheets keep 89.1 as 89.0999999; a square centimetre is nobody's dispute.
  const hundredths = Math.round(Number(`${whole}.${decimals || '0'}`) * 100);
  if (hundredths === 0) throw new CellProblem('不能是零');
  if (hundredths > LARGEST_AREA) throw new CellProblem('太大了，请核对');
  return hundredths;
}

function usageOf(text: string): HomeUsage | null {
  if (text === '') return null;
  return USAGE_WORDS.find(([words]) => words.test(text))?.[1] ?? 'other';
}

/** 「（E7）」: where on the sheet it stands. */
function cellName(column: number | undefined, row: number): string {
  if (column === undefined) return '';
  let letters = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return `（${letters}${row}）`;
}

const EXAMPLES: Record<HomeColumn, [string, string]> = {
  estate: ['安澜里', '安澜里'],
  building: ['3 号楼', '3 号楼'],
  entrance: ['1 单元', '1 单元'],
  floor: ['3', '3'],
  room: [`${EXAMPLE} 302（导入前删掉这两行）`, `${EXAMPLE} 302（两位共有人写两行）`],
  area: ['89.50', '89.50'],
  owner: ['张某', '李某'],
  phone: ['13800000000', ''],
  share: ['1/2', '1/2'],
  title: ['', ''],
  usage: [HOME_USAGE_LABELS.residence, HOME_USAGE_LABELS.residence],
};

/** An empty sheet to fill in, with two rows that show how. */
export function homeTemplate(): NewSheet {
  return {
    name: '房屋和产权人',
    columns: HOME_SHEET_COLUMNS.map(({ key, names }) => ({
      title: names[0],
      width: key === 'title' ? 28 : 16,
    })),
    rows: [0, 1].map((at) => HOME_SHEET_COLUMNS.map(({ key }) => EXAMPLES[key][at] ?? '')),
  };
}
