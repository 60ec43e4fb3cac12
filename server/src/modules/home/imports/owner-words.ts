import { callablePhone, type OwnerKind } from '@linli/shared';
import { type Cell, CellProblem, textOf } from '../../../platform/spreadsheet/spreadsheet.cells.js';
import type { Share } from '../owner-register.js';

/** What people write where there is nothing to write. */
const NOTHING = /^(?:无|暂无|没有|[-—–－_]+)$/;
const BETWEEN = /[、,，;；/／\n\r]+/;
const HAN_WITH_GAPS = /^[\p{Script=Han}·]+(?:\s+[\p{Script=Han}·]+)+$/u;
const DEVELOPER = /(房地产|置业|地产|开发)[\p{Script=Han}()（）]*公司|^开发商$/u;
const ORGANISATION =
  /(公司|集团|合作社|委员会|管委会|居委会|村委会|中心|学校|幼儿园|医院|银行|支行|局|厂|商行|事务所|办事处|协会|基金会)$/u;
const JOINT = /^(共同共有|共同|夫妻共有)$/;
const WHOLE = /^(单独所有|单独|全部|独有)$/;
const FRACTION = /^(\d{1,7})\s*\/\s*(\d{1,7})$/;
const DECIMAL = /^(\d{1,3})(?:\.(\d{1,6}))?(%?)$/;
/** Above this, shares of many decimals could no longer be added up exactly. */
const MOST_PARTS = 10_000_000;

/** The owners named in one cell; 「张 三」 is one, 「张三 李四」 are two. */
export function namesOf(text: string): string[] {
  return text
    .normalize('NFC')
    .split(BETWEEN)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !NOTHING.test(part))
    .flatMap((part) => {
      if (!HAN_WITH_GAPS.test(part)) return [part.replace(/\s+/g, ' ')];
      const words = part.split(/\s+/);
      return words.every((word) => word.length >= 2) ? words : [words.join('')];
    });
}

/** Whether a name is a person's, an organisation's or the developer's. */
export function ownerKindOf(name: string): OwnerKind {
  if (DEVELOPER.test(name)) return 'developer';
  return ORGANISATION.test(name) ? 'organisation' : 'person';
}

/** The numbers written in one cell, as digits; a number that Excel made of one too. Null for whoever between others has none. */
export function phonesOf(cell: Cell | undefined): (string | null)[] {
  const phones = textOf(cell)
    .split(BETWEEN)
    .map((part) => part.trim().replace(/^'/, '').replace(/\.0+$/, ''))
    .filter((part) => part !== '')
    .map((part) => {
      if (NOTHING.test(part)) return null;
      const phone = callablePhone(part);
      if (phone === null) throw new CellProblem(`「${part.slice(0, 20)}」不是能打的号码，请核对位数`);
      return phone;
    });
  while (phones.at(-1) === null) phones.pop();
  return phones;
}

/** What a cell says, or nothing where it says that there is nothing. */
export function saidIn(text: string): string {
  return NOTHING.test(text.trim()) ? '' : text;
}

/** The shares written in one cell; null stands for owning it together. Empty where nothing is said. */
export function sharesOf(cell: Cell | undefined): (Share | null)[] {
  if (typeof cell === 'object' && 'wall' in cell)
    throw new CellProblem('被表格当成了日期，请先把这一列设成文本，再写 1/2');
  const text = saidIn(textOf(cell)).normalize('NFKC');
  if (text === '') return [];
  // A fraction has a stroke of its own, so that strokes do not part shares.
  return text
    .split(/[、,;\n\r]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(shareOf);
}

function shareOf(text: string): Share | null {
  if (JOINT.test(text)) return null;
  if (WHOLE.test(text)) return { numerator: 1, denominator: 1 };
  const [, above, below] = FRACTION.exec(text) ?? [];
  if (above !== undefined && below !== undefined) return reduced(Number(above), Number(below));
  const [, whole, decimals = '', percent] = DECIMAL.exec(text) ?? [];
  if (whole === undefined) throw new CellProblem('看不懂，请写成 1/2、50% 或 0.5 这样');
  const parts = 10 ** decimals.length * (percent === '%' ? 100 : 1);
  return reduced(Number(whole + decimals), parts);
}

function reduced(numerator: number, denominator: number): Share {
  if (numerator === 0 || denominator === 0) throw new CellProblem('不能是零');
  if (numerator > denominator) throw new CellProblem('超过了 100%');
  const common = greatestCommon(numerator, denominator);
  const share = { numerator: numerator / common, denominator: denominator / common };
  if (share.denominator > MOST_PARTS) throw new CellProblem('小数太长了，请写成分数');
  return share;
}

function greatestCommon(one: number, other: number): number {
  return other === 0 ? one : greatestCommon(other, one % other);
}

/** How the shares compare with the whole: -1 below, 0 exactly, 1 above. */
export function sumAgainstWhole(shares: readonly Share[]): -1 | 0 | 1 {
  let above = 0n;
  let below = 1n;
  for (const { numerator, denominator } of shares) {
    above = above * BigInt(denominator) + BigInt(numerator) * below;
    below *= BigInt(denominator);
  }
  if (above === below) return 0;
  return above > below ? 1 : -1;
}
