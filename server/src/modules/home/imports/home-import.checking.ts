import { createHash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { LIMITS } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../../../platform/database/database.js';
import { requestHash } from '../../../platform/idempotency/request-hash.js';
import type { SheetCaps } from '../../../platform/spreadsheet/spreadsheet.caps.js';
import type { ReadSheet, SheetRow } from '../../../platform/spreadsheet/spreadsheet.cells.js';
import { findTable } from '../../../platform/spreadsheet/spreadsheet.table.js';
import { Spreadsheets } from '../../../platform/spreadsheet/spreadsheets.js';
import { OwnerRegister } from '../owner-register.js';
import { findingsOf, type HomeImportFindings } from './home-import.findings.js';
import { Gathering } from './home-import.gathering.js';
import { changesAnything, type HomeChange, planHomes } from './home-import.plan.js';
import { loadRegister } from './home-import.register.js';
import { HOME_SHEET_COLUMNS, isCaption, isSum, type ReadRow, readHomeRow } from './homes.sheet.js';
import { PlaceFinder } from './place-finder.js';

/** Ten thousand rows of a ledger with many columns, and titles merged over them. */
export const HOME_SHEET_CAPS: SheetCaps = {
  bytes: LIMITS.homeImportBytes,
  rows: LIMITS.homeImportRows,
  unpackedBytes: 64 * 1024 * 1024,
  memoryMb: 640,
  ms: 60_000,
  merged: true,
};

/** Other requests get their turn between so many rows. */
const ROWS_AT_ONCE = 200;

/** The file's table, with every row read as far as it can be read without knowing the community. */
export interface ReadFile {
  sheet: ReadSheet;
  header: SheetRow;
  rows: ReadRow[];
  /** Those that add up others are no homes. */
  sumRows: number;
}

export interface CheckedFile {
  changes: HomeChange[];
  findings: HomeImportFindings;
  planHash: string;
  /** By row, those that keep the file out. */
  problems: Map<number, string[]>;
}

/** Reads a file of homes and compares it with the register. Changes nothing. */
@Injectable()
export class HomeImportChecking {
  constructor(
    private readonly database: Database,
    private readonly spreadsheets: Spreadsheets,
    private readonly owners: OwnerRegister,
  ) {}

  async read(file: Buffer, progress: (checked: number, of: number) => Promise<void>): Promise<ReadFile> {
    const sheet = await this.spreadsheets.read(file, HOME_SHEET_COLUMNS, HOME_SHEET_CAPS);
    const table = findTable(sheet, HOME_SHEET_COLUMNS);
    const rows: ReadRow[] = [];
    const sums = new Set(sheet.rows.flatMap((row) => (isSum(row) ? [row.number] : [])));
    const homes = table.rows.filter((row) => !isCaption(row));
    const wanted = homes.filter(({ number }) => !sums.has(number));
    for (const [at, row] of wanted.entries()) {
      if (at % ROWS_AT_ONCE === 0) {
        await progress(at, wanted.length);
        await breathe();
      }
      rows.push(readHomeRow(row, table.at));
    }
    await progress(wanted.length, wanted.length);
    return { sheet, header: table.header, rows, sumRows: homes.length - wanted.length };
  }

  /** What the register would make of the rows now. Says it anew each time it is asked. */
  async compare(
    { sheet, rows, sumRows }: Pick<ReadFile, 'rows' | 'sumRows'> & { sheet: Pick<ReadSheet, 'name'> },
    communityId: string,
    tx?: EntityManager,
  ): Promise<CheckedFile> {
    const register = await (tx === undefined
      ? this.database.transaction((own) => loadRegister(own, communityId))
      : loadRegister(tx, communityId));
    const finder = new PlaceFinder(register.places);
    const copies = await inTurns(rows, (row) => ({
      ...row,
      errors: [...row.errors],
      notes: [...row.notes],
    }));
    const gathering = new Gathering(finder);
    await inTurns(copies, (row) => gathering.add(row));
    const homes = gathering.homes();
    const wrong = copies.some(({ errors }) => errors.length > 0);
    const indexes = new Map<string, string>();
    const indexOf = (phone: string) => {
      const index = indexes.get(phone) ?? this.owners.phoneIndex(phone);
      indexes.set(phone, index);
      return index;
    };
    const changes = wrong
      ? []
      : (await inTurns(homes, (home) => planHomes([home], register.homes, indexOf))).flat();
    return {
      changes,
      findings: { sheet: sheet.name, sumRows, ...findingsOf(copies, finder.missing(), changes) },
      planHash: await hashOf(changes.filter(changesAnything)),
      problems: new Map(
        copies.flatMap(({ number, errors }) => (errors.length > 0 ? [[number, errors] as const] : [])),
      ),
    };
  }
}

/** Does the same to each, and lets other requests have their turn in between. */
async function inTurns<One, Made>(all: readonly One[], make: (one: One) => Made): Promise<Made[]> {
  const made: Made[] = [];
  for (const [at, one] of all.entries()) {
    if (at % ROWS_AT_ONCE === 0) await breathe();
    made.push(make(one));
  }
  return made;
}

/** A plan of ten thousand homes is long: each of its changes by itself, and then all of them. */
async function hashOf(changes: readonly HomeChange[]): Promise<string> {
  const hashes = await inTurns(changes, (change) => requestHash(change));
  return createHash('sha256').update(hashes.join()).digest('hex');
}
