import { HOME_USAGE_LABELS } from '@linli/shared';
import type { Share } from '../owner-register.js';
import type { HomeChange, OwnerChange } from './home-import.plan.js';
import { changesAnything } from './home-import.plan.js';
import type { ReadRow } from './homes.sheet.js';
import type { MissingBuilding } from './place-finder.js';

/** So many of each are shown; the rest is counted, and in the file to download. */
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
  changes: (RowWords & { kind: 'new' | 'changed' })[];
}

export function findingsOf(
  rows: readonly ReadRow[],
  missingBuildings: readonly MissingBuilding[],
  changes: readonly HomeChange[],
): Omit<HomeImportFindings, 'sheet' | 'sumRows'> {
  const wrong = rows.filter(({ errors }) => errors.length > 0);
  const noted = rows.filter(({ notes }) => notes.length > 0);
  const told = changes.filter(changesAnything);
  const sum = (count: (change: HomeChange) => number) => changes.reduce((all, one) => all + count(one), 0);
  return {
    problemRows: wrong.length,
    problems: wrong.slice(0, SHOWN).map((row) => ({ row: row.number, label: row.label, words: row.errors })),
    missingBuildings: missingBuildings.slice(0, MISSING_SHOWN),
    noteRows: noted.length,
    notes: noted.slice(0, SHOWN).map((row) => ({ row: row.number, label: row.label, words: row.notes })),
    counts: {
      homes: changes.length,
      newHomes: changes.filter(({ known }) => known === null).length,
      changedHomes: told.filter(({ known }) => known !== null).length,
      unchangedHomes: changes.length - told.length,
      newEntrances: newEntrancesOf(changes).length,
      newOwners: sum(({ newOwners }) => newOwners.length),
      changedOwners: sum(({ changedOwners }) => changedOwners.length),
      endedOwners: sum(({ endedOwners }) => endedOwners.length),
    },
    changes: told.slice(0, SHOWN).map((change) => ({
      row: change.home.rows[0] ?? 0,
      label: change.home.label,
      kind: change.known === null ? 'new' : 'changed',
      words: wordsOf(change),
    })),
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

function wordsOf({ known, facts, newOwners, changedOwners, endedOwners }: HomeChange): string[] {
  const from = <Value>(name: string, before: Value, after: Value, say: (value: Value) => string) =>
    before === after ? [] : [`${name} ${say(before)} → ${say(after)}`];
  const words =
    known === null
      ? [`建筑面积 ${areaWords(facts.floorArea)}`]
      : [
          ...from('建筑面积', known.floorArea, facts.floorArea, areaWords),
          ...from('楼层', known.floor, facts.floor, String),
          ...from('用途', known.usage, facts.usage, (usage) => HOME_USAGE_LABELS[usage]),
          ...(known.titleNumber === facts.titleNumber ? [] : ['不动产权证号有变化']),
        ];
  const names = (label: string, owners: readonly { name: string }[]) =>
    owners.length === 0 ? [] : [`${label} ${owners.map(({ name }) => name).join('、')}`];
  return [
    ...words,
    ...names('不再是产权人', endedOwners),
    ...names(known === null ? '产权人' : '新增产权人', newOwners),
    ...changedOwners.map(ownerWords),
  ];
}

function ownerWords({ known, phone, share }: OwnerChange): string {
  const changed = [
    ...(phone === undefined ? [] : [known.phoneIndex === null ? '补上电话' : '换了电话']),
    ...(shareWords(share) === shareWords(known.share)
      ? []
      : [`份额 ${shareWords(known.share)} → ${shareWords(share)}`]),
  ];
  return `${known.name} ${changed.join('，')}`;
}

function areaWords(hundredths: number | null): string {
  return hundredths === null ? '未知' : `${(hundredths / 100).toFixed(2)} ㎡`;
}

function shareWords(share: Share | null): string {
  return share === null
    ? '共同共有'
    : share.denominator === 1
      ? '全部'
      : `${share.numerator}/${share.denominator}`;
}
