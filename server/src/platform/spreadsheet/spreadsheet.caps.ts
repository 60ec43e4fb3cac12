import { LIMITS } from '@linli/shared';

/** How much of a spreadsheet is read, and at what cost. */
export interface SheetCaps {
  /** Of the file as it was sent. */
  bytes: number;
  rows: number;
  /** Of all parts together, unpacked. */
  unpackedBytes: number;
  /** Of the thread that reads. */
  memoryMb: number;
  ms: number;
  /** Whether the value of cells merged downwards stands in each of their rows. */
  merged: boolean;
}

/** Lists of a few hundred lines; two thousand rows of long texts unpack to a quarter of what is allowed. */
export const USUAL_CAPS: SheetCaps = {
  bytes: LIMITS.spreadsheetBytes,
  rows: LIMITS.spreadsheetRows,
  unpackedBytes: 24 * 1024 * 1024,
  memoryMb: 256,
  ms: 20_000,
  merged: false,
};
