import {
  INCIDENT_TIMELINE_LABELS,
  type IncidentTimelineAction,
  type IncidentVisibility,
  ROLE_LABELS,
  type Role,
} from '@linli/shared';
import type { Actor } from '../../platform/auth/actor.js';
import type {
  IncidentCardDto,
  IncidentClockDto,
  IncidentDetailDto,
  IncidentPhotoDto,
  IncidentTimelineEntryDto,
} from './dto/incident-view.dto.js';
import type { Category } from './incident.categories.js';
import { type ClockState, tellingClock } from './incident.clock.js';
import { allowedActions, awaits, isReporterOf, isStaffTo, mayReadText, sightOf } from './incident.policy.js';
import { governed, type IncidentRow } from './incident.rows.js';
import type { IncidentActionData } from './incident-action.entity.js';

const MINUTE_MS = 60_000;
/** About ten metres: tells the neighbours which building, not which window. */
const PUBLIC_DEGREES = 1e4;

const OWN_LABELS: Record<IncidentTimelineAction, string> = {
  report: '您报上这件事',
  accept: '您接了这件事',
  judge: '您判断了难易',
  dispatch: '您开始办理',
  publish: '您公开了文字和照片',
  resolve: '您说办好了',
  confirm: '您确认办好了',
};

/** What is known around one incident's row when it is shown. */
export interface Surroundings {
  category: Category;
  gridName: string | null;
  clocks: ClockState[];
  coverUrl: string | null;
}

export interface TimelineRow {
  id: string;
  action: IncidentTimelineAction;
  actorPersonId: string;
  actorName: string;
  actorRole: Role;
  at: Date;
  note: string | null;
  photoIds: string[];
  data: IncidentActionData;
}

/** Whether this row shows at all to this reader, and its words with it. */
export function sightsOf(actor: Actor, row: IncidentRow, visibility: IncidentVisibility) {
  const facts = governed(row);
  const sight = sightOf(actor, facts, visibility);
  return { facts, sight, text: mayReadText(sight, facts) };
}

export function cardOf(actor: Actor, row: IncidentRow, around: Surroundings): IncidentCardDto {
  const { facts, sight, text } = sightsOf(actor, row, around.category.visibility);
  const { code, label, icon } = around.category;
  const clock = tellingClock(around.clocks);
  return {
    id: row.id,
    number: row.number,
    title: text && row.description !== '' ? row.description : label,
    category: { code, label, icon },
    placeLabel: text && row.placeNote !== null ? `${row.placeLabel} ${row.placeNote}` : row.placeLabel,
    communityId: row.communityId,
    gridId: row.gridId,
    gridName: around.gridName,
    state: row.state,
    difficulty: row.difficulty,
    route: row.route,
    clock: clock === null ? null : clockOf(clock),
    coverUrl: text ? around.coverUrl : null,
    reportedAt: row.reportedAt.toISOString(),
    resolvedAt: row.resolvedAt?.toISOString() ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
    handlerName: isStaffTo(actor, row) ? row.handlerName : null,
    mine: isReporterOf(actor, row),
    awaitingMe: awaits(actor, facts),
    textHidden: !text,
    location:
      sight === 'full' ? { lng: row.lng, lat: row.lat } : { lng: coarse(row.lng), lat: coarse(row.lat) },
    solvedInMinutes:
      row.resolvedAt === null
        ? null
        : Math.floor((row.resolvedAt.getTime() - row.reportedAt.getTime()) / MINUTE_MS),
  };
}

export function detailOf(
  actor: Actor,
  row: IncidentRow,
  around: Surroundings & {
    communityName: string;
    photos: IncidentPhotoDto[];
    timeline: TimelineRow[];
    now: Date;
  },
): IncidentDetailDto {
  const { facts, sight, text } = sightsOf(actor, row, around.category.visibility);
  return {
    ...cardOf(actor, row, around),
    communityName: around.communityName,
    description: text ? row.description : null,
    photos: text ? around.photos : [],
    clocks: around.clocks.map(clockOf),
    timeline: around.timeline.map((entry) => timelineEntryOf(actor, row, entry, sight === 'full', text)),
    allowedActions: allowedActions(actor, facts),
    published: facts.published,
    reporterName: isStaffTo(actor, row) ? row.reporterName : null,
    happenedAt: sight === 'full' ? (row.happenedAt?.toISOString() ?? null) : null,
    rating: row.rating,
    serverNow: around.now.toISOString(),
  };
}

function timelineEntryOf(
  actor: Actor,
  row: IncidentRow,
  entry: TimelineRow,
  full: boolean,
  text: boolean,
): IncidentTimelineEntryDto {
  const own = actor.personId !== null && actor.personId === entry.actorPersonId;
  // What staff let through are the report's words and their own; the reporter's parting words nobody has looked at.
  const readable = full || (text && entry.action !== 'confirm');
  return {
    id: entry.id,
    action: entry.action,
    label: own ? OWN_LABELS[entry.action] : INCIDENT_TIMELINE_LABELS[entry.action],
    at: entry.at.toISOString(),
    byLabel: own ? null : byLabelOf(entry, isStaffTo(actor, row)),
    note: readable ? entry.note : null,
    photoIds: readable ? entry.photoIds : [],
    difficulty: entry.data.difficulty ?? null,
    rating: entry.data.rating ?? null,
  };
}

/** Staff know each other and the reporter by name; others hear only in what capacity staff acted. */
function byLabelOf(entry: TimelineRow, toStaff: boolean): string | null {
  if (toStaff) return entry.actorName;
  return entry.action === 'report' || entry.action === 'confirm' ? null : ROLE_LABELS[entry.actorRole];
}

function clockOf({ kind, startedAt, dueAt, stoppedAt }: ClockState): IncidentClockDto {
  return {
    kind,
    startedAt: startedAt.toISOString(),
    dueAt: dueAt.toISOString(),
    stoppedAt: stoppedAt?.toISOString() ?? null,
    limitMinutes: Math.round((dueAt.getTime() - startedAt.getTime()) / MINUTE_MS),
  };
}

function coarse(degrees: number): number {
  return Math.round(degrees * PUBLIC_DEGREES) / PUBLIC_DEGREES;
}
