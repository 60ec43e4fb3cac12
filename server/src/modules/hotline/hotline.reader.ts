import {
  HOTLINE_ACTIONS,
  HOTLINE_CORRECTIONS,
  HOTLINE_STATES,
  HOTLINE_TIMELINE_LABELS,
  type HotlineState,
  type HotlineTimelineAction,
  type IncidentState,
} from '@linli/shared';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { type SignedInActor, scopeCovers, scopeOf } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { DataCipher } from '../../platform/crypto/data-cipher.js';
import { Database } from '../../platform/database/database.js';
import { labelMeans } from '../../platform/database/label-means.js';
import { containing, countByState, rowsOf, totalOf } from '../../platform/database/listing.js';
import { isUuidV7 } from '../../platform/http/validators.js';
import type { HotlineListQueryDto } from './dto/hotline-list.dto.js';
import type {
  HotlineOrderCardDto,
  HotlineOrderDto,
  HotlineOrdersDto,
  HotlineTimelineEntryDto,
} from './dto/hotline-view.dto.js';
import { orderNotFound } from './hotline.errors.js';
import { decideOrder } from './hotline.lifecycle.js';

const TITLE_CHARS = 60;
const MINUTE_MS = 60_000;

export interface OrderRow {
  id: string;
  communityId: string;
  outsideNumber: string;
  outsideDueAt: Date;
  receivedAt: Date;
  text: string;
  callerName: string;
  sealedPhone: string | null;
  state: HotlineState;
  replyText: string | null;
  repliedByName: string | null;
  repliedAt: Date | null;
  corrections: number;
  reportedBackAt: Date | null;
  overdueAt: Date | null;
  incidentNumber: string;
  incidentState: IncidentState;
  placeLabel: string;
  placeNote: string | null;
  handlerName: string | null;
  followCode: string | null;
  categoryLabel: string;
}

const COLUMNS = `o.incident_id as id, o.community_id as communityId, o.outside_number as outsideNumber,
  o.outside_due_at as outsideDueAt, o.received_at as receivedAt, o.text, o.caller_name as callerName,
  o.sealed_phone as sealedPhone, o.state, o.reply_text as replyText, o.replied_by_name as repliedByName,
  o.replied_at as repliedAt, o.corrections, o.reported_back_at as reportedBackAt, o.overdue_at as overdueAt,
  i.number as incidentNumber, i.state as incidentState, i.place_label as placeLabel, i.place_note as placeNote,
  i.handler_name as handlerName, i.follow_code as followCode, coalesce(c.label, '别的') as categoryLabel`;
const TABLES = `hotline_order o join incident i on i.id = o.incident_id
  left join incident_category c on c.code = i.category_code`;
const DUE_ORDER = 'o.outside_due_at, o.incident_id';
/** What was handed back is looked up by when, not by what was due. */
const LATEST_FIRST = 'o.outside_due_at desc, o.incident_id desc';

/** Every reading of orders, for staff of the communities they are in. */
@Injectable()
export class HotlineReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly cipher: DataCipher,
    private readonly audit: AuditTrail,
  ) {}

  async page(actor: SignedInActor, query: HotlineListQueryDto): Promise<HotlineOrdersDto> {
    const now = this.clock.now();
    const { communityIds } = scopeOf(actor, 'hotline.list');
    const { sql, parameters } = narrowed(communityIds, query.q);
    const from = `${TABLES} where ${sql}`;
    const counts = await countByState(this.database, HOTLINE_STATES, 'o.state', from, parameters);
    const rows = await this.rows(communityIds, query);
    return {
      items: rows.map((row) => cardOf(row, now)),
      total: totalOf(counts, query.state),
      counts,
      serverNow: now.toISOString(),
    };
  }

  /** Orders for a sheet: what is still owed, the first due first, before what was handed back, the latest first. */
  async forExport(actor: SignedInActor, state: HotlineState | undefined, most: number): Promise<OrderRow[]> {
    const { communityIds } = scopeOf(actor, 'hotline.report_back');
    if (communityIds.length === 0) return [];
    const found: OrderRow[] = [];
    for (const one of state === undefined ? HOTLINE_STATES : [state])
      if (found.length < most)
        found.push(...(await this.rows(communityIds, { state: one, pageSize: most - found.length })));
    return found;
  }

  async detail(actor: SignedInActor, id: string): Promise<HotlineOrderDto> {
    const [row] = isUuidV7(id)
      ? await this.database.query<OrderRow>(`select ${COLUMNS} from ${TABLES} where o.incident_id = ?`, [id])
      : [];
    const covers = (permission: 'hotline.list' | 'hotline.reply' | 'hotline.report_back') =>
      row !== undefined &&
      scopeCovers(scopeOf(actor, permission), { communityId: row.communityId, gridId: null });
    if (row === undefined || !covers('hotline.list')) throw orderNotFound();
    const now = this.clock.now();
    const answers = covers('hotline.reply');
    if (row.sealedPhone !== null && answers) {
      await this.audit.recordRead({
        action: 'hotline.read_caller',
        actor,
        subject: { type: 'hotline_order', id, label: row.outsideNumber },
        communityId: row.communityId,
      });
    }
    return {
      ...cardOf(row, now),
      text: row.text,
      callerName: row.callerName,
      callerPhone: row.sealedPhone === null || !answers ? null : this.cipher.decrypt(row.sealedPhone),
      followCode: answers ? row.followCode : null,
      replyText: row.replyText,
      repliedByName: row.repliedByName,
      correctionsLeft: Math.max(0, HOTLINE_CORRECTIONS - row.corrections),
      reportedBackAt: row.reportedBackAt?.toISOString() ?? null,
      allowedActions: HOTLINE_ACTIONS.filter(
        (action) => covers(`hotline.${action}`) && decideOrder(row, action).ok,
      ),
      timeline: await this.timeline(id),
      serverNow: now.toISOString(),
    };
  }

  private rows(communityIds: readonly string[], query: HotlineListQueryDto): Promise<OrderRow[]> {
    const { sql, parameters } = narrowed(communityIds, query.q);
    const { limit, offset } = rowsOf(query);
    const inState = query.state === undefined ? '' : 'and o.state = ?';
    const order = query.state === 'reported_back' ? LATEST_FIRST : DUE_ORDER;
    return this.database.query<OrderRow>(
      `select ${COLUMNS} from ${TABLES} where ${sql} ${inState} order by ${order} limit ? offset ?`,
      [...parameters, ...(query.state === undefined ? [] : [query.state]), limit, offset],
    );
  }

  private async timeline(orderId: string): Promise<HotlineTimelineEntryDto[]> {
    const rows = await this.database.query<{
      id: string;
      action: HotlineTimelineAction;
      byLabel: string;
      at: Date;
      note: string | null;
    }>(
      `select id, action, actor_name as byLabel, at, note from hotline_action
       where order_id = ? order by seq`,
      [orderId],
    );
    return rows.map((row) => ({
      ...row,
      label: HOTLINE_TIMELINE_LABELS[row.action],
      at: row.at.toISOString(),
    }));
  }
}

function narrowed(
  communityIds: readonly string[],
  q: string | undefined,
): { sql: string; parameters: unknown[] } {
  // An empty list is no condition.
  if (communityIds.length === 0) return { sql: 'false', parameters: [] };
  if (!q) return { sql: 'o.community_id in (?)', parameters: [communityIds] };
  const literal = containing(q);
  const there = labelMeans('i.place_label', q, 'building');
  return {
    // Our own number is stored as ASCII and could not be compared with Chinese otherwise.
    sql: `o.community_id in (?) and (o.outside_number like ? or o.text like ? or ${there.sql}
      or convert(i.number using utf8mb4) like ?)`,
    parameters: [communityIds, literal, literal, ...there.parameters, literal.toUpperCase()],
  };
}

function cardOf(row: OrderRow, now: Date): HotlineOrderCardDto {
  const { id, communityId, outsideNumber, state, outsideDueAt, receivedAt, reportedBackAt } = row;
  return {
    ...{ id, outsideNumber, state, communityId },
    title: row.text.length > TITLE_CHARS ? `${row.text.slice(0, TITLE_CHARS)}…` : row.text,
    clock: {
      kind: 'outside',
      startedAt: receivedAt.toISOString(),
      dueAt: outsideDueAt.toISOString(),
      stoppedAt: reportedBackAt?.toISOString() ?? null,
      limitMinutes: Math.max(0, Math.round((outsideDueAt.getTime() - receivedAt.getTime()) / MINUTE_MS)),
      breached: row.overdueAt !== null || (reportedBackAt ?? now) > outsideDueAt,
    },
    incidentNumber: row.incidentNumber,
    incidentState: row.incidentState,
    categoryLabel: row.categoryLabel,
    placeLabel: [row.placeLabel, row.placeNote].filter(Boolean).join(' '),
    handlerName: row.handlerName,
    receivedAt: receivedAt.toISOString(),
    repliedAt: row.repliedAt?.toISOString() ?? null,
  };
}
