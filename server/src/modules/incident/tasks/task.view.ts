import { ROLE_LABELS, TASK_TIMELINE_LABELS } from '@linli/shared';
import type { Actor } from '../../../platform/auth/actor.js';
import type { Category } from '../incident.categories.js';
import type {
  TaskCardDto,
  TaskClockDto,
  TaskDetailDto,
  TaskPhotoDto,
  TaskTimelineEntryDto,
} from './dto/task-view.dto.js';
import { allowedTaskActions, type TaskSight } from './task.policy.js';
import {
  governedTask,
  type IncidentTaskRow,
  isOpenTask,
  type TaskRow,
  type TaskTimelineRow,
} from './task.rows.js';

const MINUTE_MS = 60_000;

export interface TaskSurroundings {
  category: Category;
  coverUrl: string | null;
  now: Date;
}

export function taskCardOf(row: TaskRow, { category, coverUrl, now }: TaskSurroundings): TaskCardDto {
  const { code, label, icon } = category;
  const clock = taskClockOf(row, now);
  return {
    id: row.id,
    incidentNumber: row.incidentNumber,
    title: row.description || row.voiceWords || label,
    category: { code, label, icon },
    placeLabel: row.placeNote === null ? row.placeLabel : `${row.placeLabel} ${row.placeNote}`,
    coverUrl,
    note: row.note,
    lead: row.lead === 1,
    organisation: { id: row.organisationId, name: row.organisationName, kind: row.organisationKind },
    state: row.state,
    dueAt: row.dueAt.toISOString(),
    askedDueAt: row.askedDueAt?.toISOString() ?? null,
    breached: clock.breached,
    clock,
  };
}

export function taskDetailOf(
  actor: Actor,
  sight: TaskSight,
  row: TaskRow,
  around: TaskSurroundings & { photos: TaskPhotoDto[]; timeline: TaskTimelineRow[]; all: IncidentTaskRow[] },
): TaskDetailDto {
  const staff = sight === 'staff';
  return {
    ...taskCardOf(row, around),
    incidentId: staff ? row.incidentId : null,
    location: row.placeKnown ? { lng: row.lng, lat: row.lat } : null,
    description: [row.description, row.voiceWords].filter(Boolean).join('\n'),
    photos: around.photos,
    timeline: around.timeline
      // Whoever it was with before has said and heard things that are none of the next one's business.
      .filter((entry) => staff || entry.organisationId === row.organisationId)
      .map((entry) => entryOf(actor, staff, entry)),
    allowedActions: allowedTaskActions(actor, governedTask(row, row)),
    others: around.all
      .filter((other) => other.id !== row.id && other.incidentRound === row.incidentRound)
      .map(({ organisationName, state }) => ({ organisationName, state })),
    serverNow: around.now.toISOString(),
  };
}

/** The present organisation's time; what one before it missed stands on the timeline. */
function taskClockOf(row: TaskRow, now: Date): TaskClockDto {
  const late = (isOpenTask(row) ? now : (row.endedAt ?? now)) > row.dueAt;
  return {
    kind: 'task',
    round: row.round,
    startedAt: row.assignedAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    stoppedAt: row.endedAt?.toISOString() ?? null,
    limitMinutes: Math.round((row.dueAt.getTime() - row.assignedAt.getTime()) / MINUTE_MS),
    breached: row.overdueAt !== null || late,
  };
}

function entryOf(actor: Actor, staff: boolean, entry: TaskTimelineRow): TaskTimelineEntryDto {
  const { action, organisationName } = entry;
  return {
    id: entry.id,
    action,
    label: staff && action === 'transfer' ? `转给了${organisationName}` : TASK_TIMELINE_LABELS[action],
    at: entry.at.toISOString(),
    byLabel: byLabelOf(actor, staff, entry),
    organisationName,
    // Why staff took it from somebody else is between them.
    note: staff || action !== 'transfer' ? entry.note : null,
    photoIds: entry.photoIds,
    dueAt: entry.data.dueAt ?? null,
  };
}

/** Staff know everybody by name, an organisation its own people; of others it hears only in what capacity they acted. */
function byLabelOf(actor: Actor, staff: boolean, entry: TaskTimelineRow): string | null {
  if (entry.actorPersonId === null) return null;
  const ofOrganisation = entry.actorRole === 'co_helper' || entry.actorRole === 'department_officer';
  if (staff || ofOrganisation || entry.actorPersonId === actor.personId) return entry.actorName;
  return entry.actorRole === null ? null : ROLE_LABELS[entry.actorRole];
}
