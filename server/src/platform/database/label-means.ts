import { type AddressDepth, writingsOf } from '@linli/shared';
import { beginningWith } from './listing.js';

/** Labels of places are drawn with spaces (「安澜里 3 号楼」) and typed without: whether a column's label is meant. */
export function labelMeans(
  column: string,
  typed: string,
  depth: AddressDepth,
): { sql: string; parameters: string[] } {
  const written = `replace(${column}, ' ', '')`;
  // As it is written too: labels keep the brackets they were given, in full width.
  const writings = [...writingsOf(typed, depth), [typed.replace(/\s/g, '')]];
  const patterns = new Set(writings.map((pieces) => `%${pieces.map(beginningWith).join('')}`));
  return {
    sql: `(${[...patterns].map(() => `${written} like ?`).join(' or ')})`,
    parameters: [...patterns],
  };
}
