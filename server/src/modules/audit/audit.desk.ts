import { createHash } from 'node:crypto';
import {
  AUDIT_ACTIONS,
  AUDIT_SUBJECTS,
  type AuditAction,
  type AuditSubject,
  auditDetailWords,
  LIMITS,
} from '@linli/shared';
import { Injectable } from '@nestjs/common';
import { type AuditDetails } from '../../platform/audit/audit-details.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import type { SignedInActor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { isUuidV7 } from '../../platform/http/validators.js';
import { wallTimeOf } from '../../platform/spreadsheet/spreadsheet.cells.js';
import { Spreadsheets } from '../../platform/spreadsheet/spreadsheets.js';
import { AreaQueries } from '../area/index.js';
import { PeopleService } from '../identity/index.js';
import { AuditDetailNames } from './audit.detail-names.js';
import { type AuditFilter, AuditQueries, type EntryRow } from './audit.queries.js';
import type { AuditExportQueryDto, AuditListQueryDto } from './dto/audit-query.dto.js';
import type { AuditEntriesDto, AuditEntryDto, AuditRootsDto } from './dto/audit-view.dto.js';

const DEFAULT_LIMIT = 50;

const COLUMNS: { title: string; width: number; text: (entry: AuditEntryDto) => string }[] = [
  { title: '时间', width: 20, text: ({ at }) => wallTimeOf(new Date(at)) },
  { title: '谁', width: 14, text: ({ actor }) => actor?.name ?? '系统或未登录' },
  { title: '做了什么', width: 26, text: ({ action }) => actionLabel(action) },
  { title: '对象', width: 12, text: ({ subject }) => subjectLabel(subject.type) },
  { title: '对象名称', width: 24, text: ({ subject }) => subject.label ?? '' },
  { title: '关于谁', width: 14, text: ({ about }) => about?.name ?? '' },
  { title: '社区', width: 16, text: ({ community }) => community?.name ?? '' },
  { title: '细节', width: 36, text: detailsWords },
  { title: '对象编号', width: 38, text: ({ subject }) => subject.id },
  { title: '关于谁的编号', width: 38, text: ({ about }) => about?.id ?? '' },
  { title: '谁的编号', width: 38, text: ({ actor }) => actor?.id ?? '' },
  { title: '记录编号', width: 38, text: ({ id }) => id },
  { title: '封存序号', width: 10, text: ({ sealedAs }) => String(sealedAs ?? '') },
];

/** The auditor's desk. Looking through the audit stands in the audit as well. */
@Injectable()
export class AuditDesk {
  constructor(
    private readonly database: Database,
    private readonly queries: AuditQueries,
    private readonly people: PeopleService,
    private readonly areas: AreaQueries,
    private readonly detailNames: AuditDetailNames,
    private readonly trail: AuditTrail,
    private readonly spreadsheets: Spreadsheets,
  ) {}

  async list(actor: SignedInActor, query: AuditListQueryDto): Promise<AuditEntriesDto> {
    const filter = await this.filterOf(query);
    const looked = lookedFor(filter);
    await this.trail.recordRead({
      action: 'audit.read',
      actor,
      subject: { type: 'audit', id: hashOf(looked) },
      aboutPersonId: onlyOne(filter.aboutIds),
      communityId: filter.communityId,
      details: looked,
    });
    const limit = query.limit ?? DEFAULT_LIMIT;
    const rows = await this.queries.entries(filter, limit + 1, query.cursor ?? null);
    const shown = rows.slice(0, limit);
    return {
      items: await this.named(shown),
      nextCursor: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
    };
  }

  async sheet(actor: SignedInActor, query: AuditExportQueryDto): Promise<Buffer> {
    const filter = await this.filterOf(query);
    const most = LIMITS.spreadsheetRows;
    const found = await this.queries.entries(filter, most + 1, null);
    const entries = await this.named(found.slice(0, most));
    const rows = entries.map((entry) => COLUMNS.map(({ text }) => text(entry)));
    if (found.length > most) rows.push([`还有更早的：一张表最多 ${most} 条，请按时间分开导出`]);
    const sheet = await this.spreadsheets.write({
      name: '审计记录',
      columns: COLUMNS.map(({ title, width }) => ({ title, width })),
      rows,
    });
    const looked = lookedFor(filter);
    await this.database.transaction((tx) =>
      this.trail.record(tx, {
        action: 'audit.export',
        actor,
        subject: { type: 'audit', id: hashOf(looked) },
        aboutPersonId: onlyOne(filter.aboutIds),
        communityId: filter.communityId,
        details: { ...looked, rows: entries.length },
      }),
    );
    return sheet;
  }

  async roots(): Promise<AuditRootsDto> {
    const [head, waiting, items] = await Promise.all([
      this.queries.head(),
      this.queries.waiting(),
      this.queries.roots(),
    ]);
    const { seq, hash, sealedAt } = head ?? { seq: 0, hash: '', sealedAt: null };
    return { seq, hash, sealedAt: sealedAt?.toISOString() ?? null, waiting, items };
  }

  private async filterOf(query: AuditExportQueryDto): Promise<AuditFilter> {
    return {
      actorIds: await this.peopleOf(query.who),
      aboutIds: await this.peopleOf(query.about),
      action: query.action ?? null,
      subjectId: query.subjectId ?? null,
      communityId: query.communityId ?? null,
      from: query.from === undefined ? null : new Date(query.from),
      to: query.to === undefined ? null : new Date(query.to),
    };
  }

  /** Everybody of this name, since names are nobody's own. */
  private async peopleOf(who: string | undefined): Promise<string[] | null> {
    if (who === undefined || who === '') return null;
    return this.people.withMerged(isUuidV7(who) ? [who] : await this.people.named(who));
  }

  private async named(rows: readonly EntryRow[]): Promise<AuditEntryDto[]> {
    const kept = rows.map(({ action, details }) => ({
      action,
      details: JSON.parse(details) as AuditDetails,
    }));
    const [detailNames, names, communities] = await Promise.all([
      this.detailNames.of(kept),
      this.people.nameOf(rows.flatMap(({ aboutPersonId }) => aboutPersonId ?? [])),
      this.areas.names(rows.flatMap(({ communityId }) => communityId ?? [])),
    ]);
    const someone = (id: string | null, name: string | undefined) =>
      id === null ? null : { id, name: name ?? '' };
    return rows.map((row, index) => ({
      id: row.id,
      at: row.at.toISOString(),
      action: row.action,
      actor: someone(row.actorId, row.actorName ?? undefined),
      subject: { type: row.subjectType, id: row.subjectId, label: row.subjectLabel },
      about: someone(row.aboutPersonId, names.get(row.aboutPersonId ?? '')),
      community: someone(row.communityId, communities.get(row.communityId ?? '')),
      details: kept[index]?.details ?? {},
      names: detailNames[index] ?? {},
      sealedAs: row.seq === null ? null : Number(row.seq),
    }));
  }
}

/** What was looked for, without a name: people stand here by how many they are, and by id where it is one. */
function lookedFor(filter: AuditFilter): AuditDetails {
  const given = {
    action: filter.action,
    subject: filter.subjectId,
    from: filter.from?.toISOString() ?? null,
    to: filter.to?.toISOString() ?? null,
    who: onlyOne(filter.actorIds),
    people: filter.actorIds === null || filter.actorIds.length === 1 ? null : filter.actorIds.length,
    aboutPeople: filter.aboutIds === null || filter.aboutIds.length === 1 ? null : filter.aboutIds.length,
    about: onlyOne(filter.aboutIds),
    community: filter.communityId,
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
}

function onlyOne(ids: readonly string[] | null): string | null {
  return ids?.length === 1 ? (ids[0] ?? null) : null;
}

function hashOf(looked: AuditDetails): string {
  return createHash('sha256').update(JSON.stringify(looked)).digest('hex').slice(0, 32);
}

function actionLabel(action: string): string {
  return AUDIT_ACTIONS[action as AuditAction] ?? action;
}

function subjectLabel(type: string): string {
  return AUDIT_SUBJECTS[type as AuditSubject] ?? type;
}

function detailsWords(entry: AuditEntryDto): string {
  return auditDetailWords(entry)
    .map(({ title, words }) => `${title}：${words}`)
    .join('；');
}
