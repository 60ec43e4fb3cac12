import assert from 'node:assert/strict';
import { rowOf, workbookOf } from '../../src/platform/spreadsheet/zips.fixture.js';
import { eventually } from './api.js';
import type { CastMember, Neighbourhood } from './neighbourhood.js';
import { newId } from './new-id.js';
import { type CellValue, sheetOf, uploadOf } from './sheets.js';

export const HOME_HEADER = [
  ...['小区', '楼栋', '单元', '房号', '建筑面积', '产权人', '联系电话', '产权份额', '不动产权证号', '用途'],
];

/** One row of a ledger of the near estate's only building. */
export const homeRow = (room: CellValue, change: Record<number, CellValue> = {}): CellValue[] =>
  ['近处小区', '1号楼', '1单元', room, 89.5, '张三', 13800000001, '', '', '住宅'].map(
    (cell, at) => change[at] ?? cell,
  );

export const homeSheet = (...rows: CellValue[][]) => sheetOf([HOME_HEADER, ...rows]);

/** A ledger of more homes than any community has, each row in order. */
export function ledgerOf(homes: number): Buffer {
  const rows = Array.from({ length: homes }, (_, index) =>
    rowOf(
      index + 2,
      homeRow(String(index)).map((cell) => String(cell ?? '')),
    ),
  );
  return workbookOf([rowOf(1, HOME_HEADER), ...rows]);
}

export async function sendHomes(
  here: Neighbourhood,
  file: Uint8Array,
  { id = newId(), who = 'communityWorker' as CastMember, name = 'D:\\社工\\近处台账.xlsx' } = {},
) {
  const path = `/api/home-imports?communityId=${here.town.near.id}`;
  return here.as(who, 'POST', path, uploadOf(id, file, name));
}

/** Sends a file and waits until it has been looked through. */
export async function checkedHomes(here: Neighbourhood, file: Uint8Array) {
  const sent = await sendHomes(here, file);
  assert.equal(sent.status, 201, JSON.stringify(sent.body));
  return reached(here, sent.body.id, ['ready', 'refused']);
}

export function reached(here: Neighbourhood, id: string, states: string[]) {
  return eventually(`the import is ${states.join(' or ')}`, async () => {
    const { body } = await here.as('communityWorker', 'GET', `/api/home-imports/${id}`);
    return states.includes(body.state) ? body : null;
  });
}

export const confirmHomes = (here: Neighbourhood, { id, planHash }: { id: string; planHash: string }) =>
  here.as('communityWorker', 'POST', `/api/home-imports/${id}/confirm`, { actionId: newId(), planHash });

/** Everything that the register says, to be compared. */
export async function registerOf(here: Neighbourhood) {
  const homes = await here.database.query(
    'select id, entrance_id, floor, room, usage_kind, floor_area, title_number from home order by id',
  );
  const owners = await here.database.query(
    `select id, home_id, name, owner_kind, phone_index, share_numerator, share_denominator, to_at is null as now
       from home_owner order by id`,
  );
  return JSON.stringify({ homes, owners });
}
