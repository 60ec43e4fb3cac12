import { OPEN_TASK_STATES, type OrganisationKind, type TaskState } from '@linli/shared';
import type { IncidentTaskDto } from '../dto/incident-view.dto.js';
import type { Incident } from '../incident.entity.js';
import type { Task } from './task.entity.js';
import type { GovernedTask } from './task.policy.js';
import type { TaskActionRow } from './task-action.entity.js';

export const OPEN_TASKS: readonly TaskState[] = OPEN_TASK_STATES;

export function isOpenTask({ state }: Pick<Task, 'state'>): boolean {
  return OPEN_TASKS.includes(state);
}

/** The facts that the policy goes by. */
export function governedTask(
  task: Pick<Task, 'state' | 'dueAt' | 'askedDueAt' | 'organisationId'>,
  {
    communityId,
    gridId,
    estateId,
    buildingId,
  }: Pick<Incident, 'communityId' | 'gridId' | 'estateId' | 'buildingId'>,
): GovernedTask {
  const { state, dueAt, askedDueAt, organisationId } = task;
  return { state, dueAt, askedDueAt, organisationId, communityId, gridId, estateId, buildingId };
}

/**
 * What is read of a task with its incident. Nothing that tells of the reporter is among it, so that no answer about tasks
 * can hold it.
 */
export interface TaskRow
  extends Omit<Task, 'route' | 'incidentRound' | 'createdAt' | 'clockPolicyId' | 'breached' | 'lead'> {
  lead: number;
  breached: number;
  organisationName: string;
  organisationKind: OrganisationKind;
  incidentNumber: string;
  incidentRound: number;
  gridId: string | null;
  estateId: string | null;
  buildingId: string | null;
  categoryCode: string;
  description: string;
  /** What staff heard in the recording, which stays with them. */
  voiceWords: string | null;
  placeLabel: string;
  placeNote: string | null;
  lng: number;
  lat: number;
  placeKnown: number;
}

export const TASK_COLUMNS = `t.id, t.incident_id as incidentId, t.organisation_id as organisationId, t.\`lead\`, t.note,
  t.state, t.due_at as dueAt, t.asked_due_at as askedDueAt, t.round, t.assigned_at as assignedAt,
  t.overdue_at as overdueAt, t.breached, t.ended_at as endedAt, t.incident_round as incidentRound,
  o.name as organisationName, o.kind as organisationKind, i.number as incidentNumber, i.community_id as communityId,
  i.grid_id as gridId, i.estate_id as estateId, i.building_id as buildingId, i.category_code as categoryCode, i.description,
  i.voice_words as voiceWords, i.place_label as placeLabel,
  i.place_note as placeNote, i.lng, i.lat, i.place_known as placeKnown`;

export const TASK_TABLES =
  'task t join incident i on i.id = t.incident_id join organisation o on o.id = t.organisation_id';

/** One of the tasks of an incident, as its detail shows it. */
export interface IncidentTaskRow {
  id: string;
  incidentRound: number;
  organisationName: string;
  organisationKind: OrganisationKind;
  state: TaskState;
  dueAt: Date;
  lead: number;
  breached: number;
}

export type TaskTimelineRow = Omit<TaskActionRow, 'taskId' | 'seq' | 'requestHash'> & {
  organisationName: string;
};

/** A task beside its incident: who may not open it still hears whose it is and how it stands. */
export function incidentTaskOf(row: IncidentTaskRow, staff: boolean, now: Date): IncidentTaskDto {
  const { id, organisationName, organisationKind, state, dueAt, lead, breached, incidentRound } = row;
  return {
    id: staff ? id : null,
    organisationName,
    organisationKind,
    state,
    dueAt: dueAt.toISOString(),
    round: incidentRound,
    lead: lead === 1,
    breached: breached === 1 || (isOpenTask(row) && now > dueAt),
  };
}
