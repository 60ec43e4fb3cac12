import { HOME_USAGE_LABELS } from '@linli/shared';
import type { NewSheet } from '../../../platform/spreadsheet/spreadsheet.writing.js';
import type { Share } from '../owner-register.js';
import { changesAnything, type HomeChange, type OwnerChange } from './home-import.plan.js';

/** What matters most about a home's change, first to last: whose title ends, who is new, anything else. */
export const HOME_CHANGE_KINDS = ['ended', 'new', 'other'] as const;
export type HomeChangeKind = (typeof HOME_CHANGE_KINDS)[number];

const KIND_WORDS: Record<HomeChangeKind, string> = {
  ended: '有人不再是产权人',
  new: '有新的产权人',
  other: '其他变化',
};

/** What becomes of one home, in words. */
export interface ToldChange {
  row: number;
  label: string;
  kind: HomeChangeKind;
  ended: string[];
  added: string[];
  rest: string[];
}

/** Only those of which anything becomes; within a kind in the order of the file. */
export function toldChanges(changes: readonly HomeChange[]): ToldChange[] {
  const told = changes.filter(changesAnything).map(toldOf);
  return HOME_CHANGE_KINDS.flatMap((kind) => told.filter((one) => one.kind === kind));
}

/** All of them as a sheet; whose title ends is marked. */
export function changeSheet(changes: readonly HomeChange[]): NewSheet {
  const told = toldChanges(changes);
  return {
    name: '会改变什么',
    columns: [
      { title: '表格第几行', width: 12 },
      { title: '房屋', width: 32 },
      { title: '哪一种', width: 18 },
      { title: '不再是产权人', width: 24 },
      { title: '新的产权人', width: 24 },
      { title: '其他变化', width: 48 },
    ],
    rows: told.map(({ row, label, kind, ended, added, rest }) => [
      ...[String(row), label, KIND_WORDS[kind]],
      ...[ended.join('、'), added.join('、'), rest.join('；')],
    ]),
    marked: told.flatMap(({ kind }, at) => (kind === 'ended' ? [at] : [])),
  };
}

function toldOf(change: HomeChange): ToldChange {
  const { home, known, facts, newOwners, changedOwners, endedOwners } = change;
  const from = <Value>(name: string, before: Value, after: Value, say: (value: Value) => string) =>
    before === after ? [] : [`${name} ${say(before)} → ${say(after)}`];
  const rest =
    known === null
      ? [`新的房屋，建筑面积 ${areaWords(facts.floorArea)}`]
      : [
          ...from('建筑面积', known.floorArea, facts.floorArea, areaWords),
          ...from('楼层', known.floor, facts.floor, String),
          ...from('用途', known.usage, facts.usage, (usage) => HOME_USAGE_LABELS[usage]),
          ...(known.titleNumber === facts.titleNumber ? [] : ['不动产权证号有变化']),
        ];
  return {
    ...{ row: home.rows[0] ?? 0, label: home.label },
    kind: endedOwners.length > 0 ? 'ended' : newOwners.length > 0 ? 'new' : 'other',
    ended: endedOwners.map(({ name }) => name),
    added: newOwners.map(({ name }) => name),
    rest: [...rest, ...changedOwners.map(ownerWords)],
  };
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
