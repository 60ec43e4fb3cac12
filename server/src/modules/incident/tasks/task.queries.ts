import { OPEN_TASK_STATES, TASK_STATES, type TaskState, type TaskTab } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { decodeCursor, encodeCursor } from '../../../platform/http/cursor.js';
import {
  type IncidentTaskRow,
  OPEN_TASKS,
  TASK_COLUMNS,
  TASK_TABLES,
  type TaskRow,
  type TaskTimelineRow,
} from './task.rows.js';

const OVER_STATES = TASK_STATES.filter((state) => !OPEN_TASKS.includes(state));
const MOST_OF_ONE_INCIDENT = 50;

interface Helpers {
  names: string[];
  done: number;
  total: number;
}

interface Page {
  rows: TaskRow[];
  nextCursor: string | null;
}

/** Everything that is read of tasks: bounded, each on an index. */
@Injectable()
export class TaskQueries {
  constructor(private readonly database: Database) {}

  async byId(id: string): Promise<TaskRow | null> {
    const rows = await this.database.query<TaskRow>(
      `select ${TASK_COLUMNS} from ${TASK_TABLES} where t.id = ?`,
      [id],
    );
    return rows[0] ?? null;
  }

  /** What is to be done: what is due first; what is over: what ended last. */
  async ofOrganisations(
    organisationIds: readonly string[],
    tab: TaskTab,
    { limit, cursor }: { limit: number; cursor: string | undefined },
  ): Promise<Page> {
    if (organisationIds.length === 0) return { rows: [], nextCursor: null };
    const states = statesOf(tab);
    const open = states.every((state) => OPEN_TASKS.includes(state));
    const [column, after, order] = open ? ['t.due_at', '>', 'asc'] : ['t.ended_at', '<', 'desc'];
    const { moments: [moment] = [], id } = cursor === undefined ? { id: null } : decodeCursor(cursor, 1);
    const rows = await this.database.query<TaskRow>(
      `select ${TASK_COLUMNS} from ${TASK_TABLES}
       where t.organisation_id in (?) and t.state in (?)
         ${id === null ? '' : `and ${column} ${after}= ? and (${column} ${after} ? or t.id ${after} ?)`}
       order by ${column} ${order}, t.id ${order} limit ?`,
      [organisationIds, states, ...(id === null ? [] : [moment, moment, id]), limit + 1],
    );
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const more = rows.length > limit && last !== undefined;
    return {
      rows: shown,
      nextCursor: more ? encodeCursor({ moments: [open ? last.dueAt : last.endedAt], id: last.id }) : null,
    };
  }

  async counts(organisationIds: readonly string[], now: Date): Promise<{ open: number; overdue: number }> {
    if (organisationIds.length === 0) return { open: 0, overdue: 0 };
    const [row] = await this.database.query<{ open: string; overdue: string | null }>(
      `select count(*) as open, sum(t.due_at < ?) as overdue from task t
       where t.organisation_id in (?) and t.state in (?)`,
      [now, organisationIds, OPEN_TASK_STATES],
    );
    return { open: Number(row?.open ?? 0), overdue: Number(row?.overdue ?? 0) };
  }

  /** Who was asked to help with each of these incidents in its present round, and how many of them are done. */
  async helpersOf(incidentIds: string[]): Promise<Map<string, Helpers>> {
    const helpers = new Map<string, Helpers>();
    if (incidentIds.length === 0) return helpers;
    const rows = await this.database.query<{ incidentId: string; name: string; state: TaskState }>(
      `select t.incident_id as incidentId, o.name, t.state
       from task t join incident i on i.id = t.incident_id join organisation o on o.id = t.organisation_id
       where t.incident_id in (?) and t.incident_round = i.round and t.state in (?)
       order by t.incident_id, t.created_at, t.id`,
      [incidentIds, [...OPEN_TASK_STATES, 'done']],
    );
    for (const { incidentId, name, state } of rows) {
      const { names, done, total } = helpers.get(incidentId) ?? { names: [], done: 0, total: 0 };
      helpers.set(incidentId, {
        names: [...names, name],
        done: state === 'done' ? done + 1 : done,
        total: total + 1,
      });
    }
    return helpers;
  }

  /** All tasks that one incident ever had, in the order in which they were given. */
  ofIncident(incidentId: string): Promise<IncidentTaskRow[]> {
    return this.database.query<IncidentTaskRow>(
      `select t.id, t.incident_round as incidentRound, o.name as organisationName, o.kind as organisationKind, t.state,
         t.due_at as dueAt, t.\`lead\`, t.breached
       from task t join organisation o on o.id = t.organisation_id
       where t.incident_id = ? order by t.created_at, t.id limit ${MOST_OF_ONE_INCIDENT}`,
      [incidentId],
    );
  }

  async timelineOf(taskId: string): Promise<TaskTimelineRow[]> {
    const rows = await this.database.query<
      Omit<TaskTimelineRow, 'photoIds' | 'data'> & { photoIds: string; data: string }
    >(
      `select a.id, a.action, a.organisation_id as organisationId, o.name as organisationName,
         a.actor_person_id as actorPersonId, a.actor_name as actorName, a.actor_role as actorRole, a.at, a.note,
         a.photo_ids as photoIds, a.data
       from task_action a join organisation o on o.id = a.organisation_id where a.task_id = ? order by a.seq`,
      [taskId],
    );
    return rows.map((row) => ({
      ...row,
      photoIds: JSON.parse(row.photoIds) as TaskTimelineRow['photoIds'],
      data: JSON.parse(row.data) as TaskTimelineRow['data'],
    }));
  }
}

function statesOf(tab: TaskTab): readonly TaskState[] {
  if (tab === 'open') return OPEN_TASK_STATES;
  return tab === 'over' ? OVER_STATES : [tab];
}
