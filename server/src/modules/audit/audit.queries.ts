import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** What is looked for, with names already turned into people. */
export interface AuditFilter {
  actorIds: string[] | null;
  aboutIds: string[] | null;
  action: string | null;
  subjectId: string | null;
  communityId: string | null;
  from: Date | null;
  to: Date | null;
}

export interface EntryRow {
  id: string;
  at: Date;
  action: string;
  actorId: string | null;
  actorName: string | null;
  subjectType: string;
  subjectId: string;
  subjectLabel: string | null;
  aboutPersonId: string | null;
  communityId: string | null;
  details: string;
  seq: number | null;
}

const WAITING_COUNTED = 100;
const ROOTS = 30;

/** Reads of the audit. An id begins with its time, so that ids are also the order and the bounds of time. */
@Injectable()
export class AuditQueries {
  constructor(private readonly database: Database) {}

  async entries(filter: AuditFilter, limit: number, before: string | null): Promise<EntryRow[]> {
    const conditions: string[] = ['true'];
    const values: unknown[] = [];
    const where = (condition: string, value: unknown) => {
      if (value === null) return;
      conditions.push(condition);
      values.push(value);
    };
    if (filter.actorIds?.length === 0 || filter.aboutIds?.length === 0) return [];
    where('e.actor_id in (?)', filter.actorIds);
    where('e.about_person_id in (?)', filter.aboutIds);
    where('e.action = ?', filter.action);
    where('e.subject_id = ?', filter.subjectId);
    where('e.community_id = ?', filter.communityId);
    where('e.id >= ?', filter.from === null ? null : idsFrom(filter.from));
    where('e.id < ?', filter.to === null ? null : idsFrom(filter.to));
    where('e.id < ?', before);
    return this.database.query<EntryRow>(
      `select e.id, e.at, e.action, e.actor_id as actorId, e.actor_name as actorName,
         e.subject_type as subjectType, e.subject_id as subjectId, e.subject_label as subjectLabel,
         e.about_person_id as aboutPersonId, e.community_id as communityId, e.details, s.seq
         from audit_entry e left join audit_seal s on s.entry_id = e.id
        where ${conditions.join(' and ')} order by e.id desc limit ?`,
      [...values, limit],
    );
  }

  async head(): Promise<{ seq: number; hash: string; sealedAt: Date | null } | null> {
    const [row] = await this.database.query<{ seq: number; hash: string; sealedAt: Date | null }>(
      'select seq, hash, sealed_at as sealedAt from audit_head where id = 1',
    );
    return row === undefined ? null : { ...row, seq: Number(row.seq) };
  }

  async waiting(): Promise<number> {
    const rows = await this.database.query(`select 1 from audit_unsealed limit ${WAITING_COUNTED}`);
    return rows.length;
  }

  async roots(): Promise<{ day: string; seq: number; hash: string }[]> {
    const rows = await this.database.query<{ day: string; seq: number; hash: string }>(
      `select date_format(day, '%Y-%m-%d') as day, seq, hash from audit_root order by day desc limit ${ROOTS}`,
    );
    return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
  }
}

/** No id made before this moment is as great as this. */
function idsFrom(moment: Date): string {
  const hex = moment.getTime().toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}`;
}
