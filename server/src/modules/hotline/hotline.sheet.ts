import { CALLABLE_PHONE_WORDS, callablePhone, LIMITS } from '@linli/shared';
import { CellProblem, momentOf, textOf, wallTimeOf } from '../../platform/spreadsheet/spreadsheet.cells.js';
import type { Column, TableRow } from '../../platform/spreadsheet/spreadsheet.table.js';
import type { NewSheet } from '../../platform/spreadsheet/spreadsheet.writing.js';

export type HotlineColumn =
  | 'outsideNumber'
  | 'receivedAt'
  | 'outsideDueAt'
  | 'callerName'
  | 'callerPhone'
  | 'text'
  | 'address'
  | 'category';

/** The names that cities' hotline systems give these columns in the lists they hand out; the usual one first. */
export const HOTLINE_COLUMNS: readonly Column<HotlineColumn>[] = [
  {
    key: 'outsideNumber',
    names: ['工单编号', '工单号', '受理编号', '受理单号', '编号'],
    required: true,
  },
  { key: 'receivedAt', names: ['受理时间', '来电时间', '登记时间', '诉求时间'] },
  {
    key: 'outsideDueAt',
    names: ['办理时限', '截止时间', '办结时限', '处置时限', '回复时限'],
    required: true,
  },
  { key: 'callerName', names: ['来电人', '来电人姓名', '诉求人', '姓名'] },
  { key: 'callerPhone', names: ['联系电话', '来电号码', '联系方式', '电话', '手机号'] },
  {
    key: 'text',
    names: ['诉求内容', '反映内容', '工单内容', '问题描述', '内容'],
    required: true,
  },
  { key: 'address', names: ['地址', '事发地址', '诉求地址', '事发地点', '详细地址'] },
  { key: 'category', names: ['类别', '诉求类别', '工单类别', '问题类别'] },
];

/** What one row says, once all of it could be read. */
export interface ImportedOrder {
  outsideNumber: string;
  receivedAt: Date | null;
  outsideDueAt: Date;
  caller: { name: string; nameless: boolean; phone?: string };
  text: string;
  address: string;
  category: string;
}

export interface ReadOrder {
  row: number;
  /** Shown even where the rest is wrong. */
  outsideNumber: string;
  text: string;
  /** Null while anything is wrong. */
  order: ImportedOrder | null;
  errors: string[];
}

/** What a caller is called whose name the hotline did not take down. */
const UNNAMED = '来电居民';
/** How the number of the template's own row begins. */
const EXAMPLE = '示例';

/** Reads one row, and says of everything that is wrong with it at once. */
export function readOrder({ number, cells }: TableRow<HotlineColumn>, now: Date): ReadOrder {
  const errors: string[] = [];
  const nameOf = (key: HotlineColumn) => HOTLINE_COLUMNS.find((column) => column.key === key)?.names[0] ?? '';
  const read = <Value>(key: HotlineColumn, reading: () => Value, otherwise: Value): Value => {
    try {
      return reading();
    } catch (error) {
      if (!(error instanceof CellProblem)) throw error;
      errors.push(`「${nameOf(key)}」${error.message}`);
      return otherwise;
    }
  };
  const words = (key: HotlineColumn, most: number) => {
    const text = read(key, () => textOf(cells[key]), '');
    if (text.length > most) errors.push(`「${nameOf(key)}」最多 ${most} 个字`);
    return text;
  };
  const wanted = (key: HotlineColumn, value: unknown) => {
    const unread = errors.some((error) => error.startsWith(`「${nameOf(key)}」`));
    if (!value && !unread) errors.push(`「${nameOf(key)}」没有填`);
  };

  const outsideNumber = words('outsideNumber', LIMITS.hotlineNumberChars);
  wanted('outsideNumber', outsideNumber);
  if (outsideNumber.startsWith(EXAMPLE)) errors.push('「工单编号」还是示例，请删掉这一行');
  const text = words('text', LIMITS.hotlineTextChars);
  wanted('text', text);
  const outsideDueAt = read('outsideDueAt', () => momentOf(cells.outsideDueAt, 'ends'), null);
  wanted('outsideDueAt', outsideDueAt);
  const receivedAt = read('receivedAt', () => momentOf(cells.receivedAt, 'begins'), null);
  if (receivedAt !== null && receivedAt > now) errors.push('「受理时间」还没到，请核对');
  if (outsideDueAt !== null && receivedAt !== null && outsideDueAt <= receivedAt)
    errors.push('「办理时限」要在「受理时间」之后');
  const name = words('callerName', LIMITS.personNameChars);
  const written = words('callerPhone', 100);
  const phone = callablePhone(written);
  if (written !== '' && phone === null) errors.push(`「联系电话」看不懂，${CALLABLE_PHONE_WORDS}`);
  const address = words('address', LIMITS.placeNoteChars);
  const category = words('category', 100);

  const order: ImportedOrder | null =
    errors.length > 0 || outsideDueAt === null
      ? null
      : {
          ...{ outsideNumber, receivedAt, outsideDueAt, text, address, category },
          caller: {
            ...{ name: name || UNNAMED, nameless: name === '' },
            ...(phone === null ? {} : { phone }),
          },
        };
  return { row: number, outsideNumber, text, order, errors };
}

/** An empty sheet to fill in, with one row that shows how. */
export function templateSheet(now: Date): NewSheet {
  const example: Record<HotlineColumn, string> = {
    outsideNumber: `${EXAMPLE}-001（导入前删掉这一行）`,
    receivedAt: wallTimeOf(now),
    outsideDueAt: wallTimeOf(new Date(now.getTime() + 3 * 86_400_000)),
    callerName: '李女士',
    callerPhone: '13800000000',
    text: '3 号楼 2 单元楼道灯不亮，晚上看不清台阶',
    address: '安澜苑 3 号楼 2 单元',
    category: '公共照明',
  };
  return {
    name: '12345 工单',
    columns: HOTLINE_COLUMNS.map(({ key, names }) => ({ title: names[0], width: key === 'text' ? 50 : 20 })),
    rows: [HOTLINE_COLUMNS.map(({ key }) => example[key])],
  };
}
