import {
  HOME_CHANGE_KINDS,
  type HomeChangeKind,
  type ToldChange,
  toldChanges,
} from './home-import.changes.js';
import type { HomeChange } from './home-import.plan.js';
import type { ReadRow } from './homes.sheet.js';
import type { MissingBuilding } from './place-finder.js';

/** So many of each kind are shown; the rest is counted, and in the file to download. */
const SHOWN = 200;
const MISSING_SHOWN = 50;

export interface RowWords {
  row: number;
  label: string;
  words: string[];
}

export interface HomeImportCounts {
  homes: number;
  newHomes: number;
  changedHomes: number;
  unchangedHomes: number;
  newEntrances: number;
  newOwners: number;
  changedOwners: number;
  endedOwners: number;
}

/** What was found in a file: what keeps it out, or what would change. */
export interface HomeImportFindings {
  /** Which sheet was read, where the file has several. */
  sheet: string | null;
  /** Rows that add up others: skipped. */
  sumRows: number;
  problemRows: number;
  problems: RowWords[];
  missingBuildings: MissingBuilding[];
  noteRows: number;
  notes: RowWords[];
  counts: HomeImportCounts;
  /** How many homes there are of each kind of change. */
  changeKinds: Record<HomeChangeKind, number>;
  /** What matters most first, and of each kind the first. */
  changes: (RowWords & { kind: HomeChangeKind })[];
}

export function findingsOf(
  rows: readonly ReadRow[],
  missingBuildings: readonly MissingBuilding[],
  changes: readonly HomeChange[],
): Omit<HomeImportFindings, 'sheet' | 'sumRows'> {
  const wrong = rows.filter(({ errors }) => errors.length > 0);
  const noted = rows.filter(({ notes }) => notes.length > 0);
  const told = toldChanges(changes);
  const newHomes = changes.filter(({ known }) => known === null).length;
  const ofKind = (kind: HomeChangeKind) => told.filter((one) => one.kind === kind);
  const sum = (count: (change: HomeChange) => number) => changes.reduce((all, one) => all + count(one), 0);
  return {
    problemRows: wrong.length,
    problems: wrong.slice(0, SHOWN).map((row) => ({ row: row.number, label: row.label, words: row.errors })),
    missingBuildings: missingBuildings.slice(0, MISSING_SHOWN),
    noteRows: noted.length,
    notes: noted.slice(0, SHOWN).map((row) => ({ row: row.number, label: row.label, words: row.notes })),
    counts: {
      homes: changes.length,
      ...{ newHomes, changedHomes: told.length - newHomes },
      unchangedHomes: changes.length - told.length,
      newEntrances: newEntrancesOf(changes).length,
      newOwners: sum(({ newOwners }) => newOwners.length),
      changedOwners: sum(({ changedOwners }) => changedOwners.length),
      endedOwners: sum(({ endedOwners }) => endedOwners.length),
    },
    changeKinds: {
      ...{ ended: ofKind('ended').length, new: ofKind('new').length, other: ofKind('other').length },
    },
    changes: HOME_CHANGE_KINDS.flatMap((kind) => ofKind(kind).slice(0, SHOWN).map(wordsOf)),
  };
}

function wordsOf({ row, label, kind, ended, added, rest }: ToldChange) {
  const names = (title: string, who: readonly string[]) =>
    who.length === 0 ? [] : [`${title} ${who.join('、')}`];
  return {
    row,
    label,
    kind,
    words: [...names('不再是产权人', ended), ...names('新的产权人', added), ...rest],
  };
}

/** Entrances that the file's homes need and the buildings do not have, each once. */
export function newEntrancesOf(changes: readonly HomeChange[]): { buildingId: string; key: string }[] {
  const wanted = new Map<string, { buildingId: string; key: string }>();
  for (const { home } of changes) {
    const { buildingId, entranceId, entranceKey: key } = home;
    if (entranceId === null) wanted.set(`${buildingId} ${key}`, { buildingId, key });
  }
  return [...wanted.values()];
}
