import { defineProblem } from '../http/problem.js';
import type { SheetCaps } from './spreadsheet.caps.js';

export const spreadsheetTooLarge = defineProblem<Pick<SheetCaps, 'bytes' | 'rows'>>({
  code: 'spreadsheet/too-large',
  status: 413,
  title: ({ bytes, rows }) => `表格太大了，最多 ${bytes / 1024 / 1024} MB、${rows} 行，请只留要导入的内容`,
});

/** Nothing is wrong with the file as far as anybody knows. */
export const spreadsheetTooSlow = defineProblem({
  code: 'spreadsheet/too-slow',
  status: 503,
  title: '系统正忙，表格没有读完，请过几分钟再传一次',
});

export const spreadsheetOldFormat = defineProblem({
  code: 'spreadsheet/old-format',
  status: 422,
  title: '这是旧的 .xls 或者加了密码的表格，请打开后另存为不加密码的 .xlsx',
});

export const spreadsheetUnreadable = defineProblem({
  code: 'spreadsheet/unreadable',
  status: 422,
  title: '这个文件不是 .xlsx 表格，或者已经损坏，请换一个',
});

export const columnsMissing = defineProblem<{ sheet: string | null; names: string[] }>({
  code: 'spreadsheet/columns-missing',
  status: 422,
  title: ({ sheet, names }) =>
    `${sheet === null ? '表格' : `「${sheet}」这张表`}里没有找到这几列：${names.join('、')}`,
});

export const columnTwice = defineProblem<{ name: string }>({
  code: 'spreadsheet/column-twice',
  status: 422,
  title: ({ name }) => `表格里有两列都是「${name}」，请只留一列`,
});

export const rowsMissing = defineProblem({
  code: 'spreadsheet/rows-missing',
  status: 422,
  title: '表头下面没有内容',
});

export const spreadsheetIncomplete = defineProblem({
  code: 'spreadsheet/incomplete',
  status: 400,
  title: '表格没有传完整，请再试一次',
});
