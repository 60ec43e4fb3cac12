import { LIMITS } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import type { SignedInActor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { isDuplicate } from '../../platform/database/database.errors.js';
import { Database } from '../../platform/database/database.js';
import { idUsedDifferently } from '../../platform/idempotency/idempotency.errors.js';
import { requestHash } from '../../platform/idempotency/request-hash.js';
import { newId } from '../../platform/ids/new-id.js';
import { readTable } from '../../platform/spreadsheet/spreadsheet.table.js';
import { Spreadsheets } from '../../platform/spreadsheet/spreadsheets.js';
import { IncidentCategories, type Reporter } from '../incident/index.js';
import type { HotlineImportDto, HotlineImportRowDto } from './dto/hotline-view.dto.js';
import { importChanged, importHasErrors, importTooLong } from './hotline.errors.js';
import { HotlineOrders, type NewOrder } from './hotline.orders.js';
import { HotlinePlaces } from './hotline.places.js';
import { HOTLINE_COLUMNS, type ReadOrder, readOrder } from './hotline.sheet.js';
import { HotlineImport } from './hotline-import.entity.js';

/** One import as it was sent. */
export interface SentImport {
  id: string;
  communityId: string;
  file: Buffer;
  /** SHA-256 of the file. */
  fileHash: string;
}

interface PlannedRow {
  shown: HotlineImportRowDto;
  /** Null where there is nothing to take in. */
  order: NewOrder | null;
}

const TITLE_CHARS = 60;
/** Where a category of the hotline's is none of ours. */
const OTHER_CATEGORY = 'other';
/** Two who take in the same file meet at its numbers; the later one looks again and finds them known. */
const ATTEMPTS = 3;
const ERRORS_SAID = 50;

/** Takes in a sheet of orders: looked at first, then all of it or nothing. Doing it again changes nothing. */
@Injectable()
export class HotlineImports {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly spreadsheets: Spreadsheets,
    private readonly categories: IncidentCategories,
    private readonly places: HotlinePlaces,
    private readonly orders: HotlineOrders,
    private readonly audit: AuditTrail,
  ) {}

  async preview(actor: SignedInActor, sent: SentImport): Promise<HotlineImportDto> {
    await this.orders.communityOf(actor, sent.communityId);
    const rows = (await this.plan(sent)).map(({ shown }) => shown);
    const countOf = (outcome: HotlineImportRowDto['outcome']) =>
      rows.filter((row) => row.outcome === outcome).length;
    return {
      fileHash: sent.fileHash,
      newCount: countOf('new'),
      knownCount: countOf('known'),
      wrongCount: countOf('wrong'),
      rows,
    };
  }

  /** `previewed` is the hash of the file that was looked at. */
  async take(
    actor: SignedInActor,
    sent: SentImport,
    previewed: string | undefined,
  ): Promise<HotlineImportDto> {
    if (previewed !== sent.fileHash) throw importChanged();
    for (let attempt = 1; ; attempt++) {
      const before = await this.before(actor, sent);
      if (before !== null) return before;
      try {
        return await this.write(actor, sent);
      } catch (error) {
        if (!isDuplicate(error) || attempt === ATTEMPTS) throw error;
      }
    }
  }

  private async write(actor: SignedInActor, sent: SentImport): Promise<HotlineImportDto> {
    const community = await this.orders.communityOf(actor, sent.communityId);
    const rows = await this.plan(sent);
    const wrong = rows.filter(({ shown }) => shown.outcome === 'wrong');
    if (wrong.length > 0) throw importHasErrors(undefined, wrong.slice(0, ERRORS_SAID).map(complaintOf));
    const orders = rows.flatMap(({ order }) => (order === null ? [] : [order]));
    const counts = { rowCount: rows.length, orderCount: orders.length };
    const called: { order: NewOrder; reporter: Reporter }[] = [];
    for (const order of orders) called.push({ order, reporter: await this.orders.reporterOf(order) });
    await this.database.transaction(async (tx) => {
      const now = this.clock.now();
      await tx.getRepository(HotlineImport).insert({
        ...{ id: sent.id, communityId: sent.communityId, fileHash: sent.fileHash },
        ...{ importedById: actor.personId, importedAt: now, ...counts },
      });
      await this.audit.record(tx, {
        action: 'hotline.import',
        actor,
        subject: { type: 'hotline_import', id: sent.id },
        communityId: sent.communityId,
        details: { rows: counts.rowCount, count: counts.orderCount },
      });
      for (const one of called) await this.orders.write(tx, actor, { ...one, community, now });
    });
    return takenIn(sent.fileHash, counts);
  }

  private async before(
    actor: SignedInActor,
    { id, communityId, fileHash }: SentImport,
  ): Promise<HotlineImportDto | null> {
    const [row] = await this.database.query<{
      communityId: string;
      fileHash: string;
      personId: string;
      rowCount: number;
      orderCount: number;
    }>(
      `select community_id as communityId, file_hash as fileHash, imported_by_id as personId,
         row_count as rowCount, order_count as orderCount from hotline_import where id = ?`,
      [id],
    );
    if (row === undefined) return null;
    const same =
      row.personId === actor.personId && row.fileHash === fileHash && row.communityId === communityId;
    if (!same) throw idUsedDifferently();
    return takenIn(fileHash, row);
  }

  /** What would become of each row now. */
  private async plan({ id: importId, communityId, file }: SentImport): Promise<PlannedRow[]> {
    const now = this.clock.now();
    const table = readTable(await this.spreadsheets.read(file, HOTLINE_COLUMNS), HOTLINE_COLUMNS);
    const read = table.map((row) => readOrder(row, now));
    refuseTwice(read);
    // What is known already is passed over, whatever its row has become since: many lists only ever grow.
    const known = await this.orders.known(communityId, numbersOf(read));
    const fresh = read.filter(({ outsideNumber }) => !known.has(outsideNumber));
    if (fresh.length > LIMITS.hotlineOrdersPerImport) throw importTooLong();
    const categories = await this.categories.offered();
    const address = await this.places.addressReader(communityId);
    const nowhere = await this.places.resolve(communityId, {});
    const planned: PlannedRow[] = [];
    for (const { row, outsideNumber, text, order, errors } of read) {
      const shown = {
        ...{ row, outsideNumber, errors },
        title: text.length > TITLE_CHARS ? `${text.slice(0, TITLE_CHARS)}…` : text,
      };
      if (order === null || known.has(outsideNumber)) {
        const isKnown = known.has(outsideNumber);
        const nothing = { placeLabel: null, categoryLabel: null, outsideDueAt: null, notes: [] };
        const told = { outcome: isKnown ? 'known' : 'wrong', errors: isKnown ? [] : errors } as const;
        planned.push({ shown: { ...shown, ...nothing, ...told }, order: null });
        continue;
      }
      const building = address(order.address);
      const place =
        building === null ? nowhere : await this.places.resolve(communityId, { buildingId: building.id });
      const named = categories.find(({ code, label }) => [code, label].includes(order.category));
      const category = named ?? categories.find(({ code }) => code === OTHER_CATEGORY);
      const notes = [
        ...(building === null ? ['没有认出是哪栋楼，先放在未分配'] : []),
        ...(named === undefined ? [`归到「${category?.label ?? '别的'}」`] : []),
        ...(order.outsideDueAt <= now ? ['已经过了时限'] : []),
      ];
      planned.push({
        shown: {
          ...{ ...shown, outcome: 'new', notes },
          placeLabel: place.placeLabel,
          categoryLabel: category?.label ?? null,
          outsideDueAt: order.outsideDueAt.toISOString(),
        },
        order: {
          ...{ id: newId(now), outsideNumber, text, place, importId },
          outsideDueAt: order.outsideDueAt,
          receivedAt: order.receivedAt ?? now,
          caller: order.caller,
          categoryCode: category?.code ?? OTHER_CATEGORY,
          placeNote: (building === null ? order.address : building.rest) || undefined,
          hash: requestHash({ importId, row }),
        },
      });
    }
    return planned;
  }
}

function numbersOf(read: readonly ReadOrder[]): string[] {
  const numbers = read.map(({ outsideNumber }) => outsideNumber);
  return [...new Set(numbers)].filter(
    (number) => number !== '' && number.length <= LIMITS.hotlineNumberChars,
  );
}

/** One number on two rows: which of them is meant, only a person can say. */
function refuseTwice(read: ReadOrder[]): void {
  const first = new Map<string, number>();
  for (const one of read) {
    if (one.outsideNumber === '') continue;
    const before = first.get(one.outsideNumber);
    if (before === undefined) first.set(one.outsideNumber, one.row);
    else {
      one.errors.push(`「工单编号」和第 ${before} 行一样`);
      one.order = null;
    }
  }
}

function complaintOf({ shown }: PlannedRow) {
  return { field: `第 ${shown.row} 行`, message: shown.errors.join('；') };
}

function takenIn(
  fileHash: string,
  { rowCount, orderCount }: { rowCount: number; orderCount: number },
): HotlineImportDto {
  return { fileHash, newCount: orderCount, knownCount: rowCount - orderCount, wrongCount: 0, rows: [] };
}
