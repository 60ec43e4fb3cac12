import { HOTLINE_STATE_LABELS, type HotlineState, LIMITS } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import type { SignedInActor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { wallTimeOf } from '../../platform/spreadsheet/spreadsheet.cells.js';
import { Spreadsheets } from '../../platform/spreadsheet/spreadsheets.js';
import { HotlineReader, type OrderRow } from './hotline.reader.js';

/** The reply stands only in the states that come after writing it; before, it is an old one. */
const ANSWERED: readonly HotlineState[] = ['replied', 'reported_back'];

const COLUMNS: { title: string; width: number; text: (row: OrderRow) => string }[] = [
  { title: '工单编号', width: 22, text: ({ outsideNumber }) => outsideNumber },
  { title: '受理时间', width: 18, text: ({ receivedAt }) => wallTimeOf(receivedAt) },
  { title: '办理时限', width: 18, text: ({ outsideDueAt }) => wallTimeOf(outsideDueAt) },
  { title: '诉求内容', width: 50, text: ({ text }) => text },
  { title: '状态', width: 10, text: ({ state }) => HOTLINE_STATE_LABELS[state] },
  {
    title: '答复内容',
    width: 50,
    text: ({ state, replyText }) => (ANSWERED.includes(state) ? (replyText ?? '') : ''),
  },
  {
    title: '答复时间',
    width: 18,
    text: ({ state, repliedAt }) =>
      ANSWERED.includes(state) && repliedAt !== null ? wallTimeOf(repliedAt) : '',
  },
  { title: '社区编号', width: 16, text: ({ incidentNumber }) => incidentNumber },
];

/** The sheet that goes back to the hotline. Making it marks nothing: who hands it over says so, order by order. */
@Injectable()
export class HotlineExport {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly reader: HotlineReader,
    private readonly spreadsheets: Spreadsheets,
  ) {}

  async sheet(actor: SignedInActor, state: HotlineState | undefined): Promise<Buffer> {
    const most = LIMITS.spreadsheetRows;
    const found = await this.reader.forExport(actor, state, most + 1);
    const rows = found.slice(0, most).map((row) => COLUMNS.map(({ text }) => text(row)));
    await this.database.transaction((tx) =>
      this.audit.record(tx, {
        action: 'hotline.export',
        actor,
        subject: { type: 'hotline_order', id: state ?? 'all' },
        details: { rows: rows.length },
      }),
    );
    if (found.length > most) rows.push([leftOut(most)]);
    return this.spreadsheets.write({
      name: '12345 工单',
      columns: COLUMNS.map(({ title, width }) => ({ title, width })),
      rows,
    });
  }
}

/** Nobody may take a part for the whole. */
function leftOut(most: number): string {
  return `还有更多：一张表最多 ${most} 条，先列还没有交回的，请按状态分开导出`;
}
