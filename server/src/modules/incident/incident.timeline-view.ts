import {
  CLOCK_KIND_LABELS,
  CLOCK_KINDS,
  INCIDENT_TIMELINE_LABELS,
  type IncidentTimelineAction,
  ROLE_LABELS,
  type Role,
} from '@linli/shared';
import type { Actor } from '../../platform/auth/actor.js';
import type { PieceStanding } from '../content/index.js';
import type { IncidentTimelineEntryDto } from './dto/incident-view.dto.js';
import type { Sight } from './incident.policy.js';
import type { IncidentActionData } from './incident-action.entity.js';

export interface TimelineRow {
  id: string;
  action: IncidentTimelineAction;
  /** Null: it happened by itself. */
  actorPersonId: string | null;
  actorName: string;
  actorRole: Role | null;
  at: Date;
  note: string | null;
  photoIds: string[];
  data: IncidentActionData;
}

/** Who is reading, to this incident. */
export interface Reading {
  staff: boolean;
  sight: Sight;
  /** The words and pictures are for this reader. */
  text: boolean;
  /** How what was written stands at the gate. */
  pieces: ReadonlyMap<string, PieceStanding>;
}

/** How the timeline speaks to whoever did it themselves. What happens by itself has no such words. */
const OWN_LABELS: Partial<Record<IncidentTimelineAction, string>> = {
  report: '您报上这件事',
  accept: '您接了这件事',
  judge: '您判断了难易',
  plan: '您定下了方案',
  dispatch: '您开始办理',
  request_hold: '您申请了挂起',
  approve_hold: '您同意了挂起，停表',
  refuse_hold: '您没同意挂起',
  resume: '您接着办了',
  reject: '您没有受理',
  merge: '您把它并入了另一件',
  publish: '您公开了文字和照片',
  locate: '您补上了地点',
  transcribe: '您写下了录音说的',
  resolve: '您说办好了',
  confirm: '您确认办好了',
  dispute: '您说还没好',
  check_back: '您回访了居民',
};

/**
 * Whose eyes a note is for. `text`: like the report's words, the neighbours' once staff let them through. `full`: the
 * reporter and staff, since nobody has looked at it. `everyone`: it was written for the public.
 */
const NOTE_READERS: Record<IncidentTimelineAction, 'everyone' | 'text' | 'full' | 'staff'> = {
  report: 'text',
  accept: 'text',
  judge: 'text',
  plan: 'text',
  dispatch: 'text',
  request_hold: 'text',
  approve_hold: 'text',
  refuse_hold: 'staff',
  resume: 'text',
  reject: 'everyone',
  merge: 'full',
  publish: 'text',
  locate: 'staff',
  transcribe: 'full',
  resolve: 'text',
  confirm: 'full',
  dispute: 'full',
  check_back: 'staff',
  absorb: 'staff',
  escalate: 'staff',
  lapse_hold: 'staff',
  close_silently: 'staff',
  requeue: 'staff',
  hand_over: 'staff',
};

/** What a resident does is never told with a name or a role: there is only one who reported. */
const BY_THE_REPORTER: readonly IncidentTimelineAction[] = ['report', 'confirm', 'dispute'];

export function timelineEntryOf(
  actor: Actor,
  entry: TimelineRow,
  reading: Reading,
): IncidentTimelineEntryDto {
  const own = actor.personId !== null && actor.personId === entry.actorPersonId;
  const piece = reading.staff ? reading.pieces.get(entry.id) : undefined;
  return {
    id: entry.id,
    action: entry.action,
    label: labelOf(actor, entry, own),
    at: entry.at.toISOString(),
    byLabel: own ? null : byLabelOf(entry, reading.staff),
    note: noteFor(entry, reading),
    photoIds: entry.photoIds.filter((id) => mayRead(NOTE_READERS[entry.action], id, reading)),
    difficulty: entry.data.difficulty ?? null,
    rating: entry.data.rating ?? null,
    route: entry.data.route ?? null,
    outcome: reading.sight === 'full' ? (entry.data.outcome ?? null) : null,
    dueAt: entry.data.dueAt ?? null,
    hidden: piece !== undefined && !piece.visible,
    flagged: piece?.flagged ?? null,
  };
}

/**
 * Whether anybody but staff and the reporter could ever read the words of this action. What was heard in a recording is
 * shown as the report's words, and only as it was last written down: not where the timeline keeps it.
 */
export function isForOthers(action: IncidentTimelineAction): boolean {
  if (action === 'transcribe') return true;
  return NOTE_READERS[action] === 'everyone' || NOTE_READERS[action] === 'text';
}

/** The words of an entry as far as they are for this reader. */
export function noteFor(entry: TimelineRow, reading: Reading): string | null {
  return mayRead(NOTE_READERS[entry.action], entry.id, reading) ? entry.note : null;
}

/** Staff know each other and the reporter by name; others hear only in what capacity staff acted. */
export function byLabelOf(entry: TimelineRow, toStaff: boolean): string | null {
  if (entry.actorPersonId === null) return null;
  if (toStaff) return entry.actorName;
  if (BY_THE_REPORTER.includes(entry.action)) return null;
  return entry.actorRole === null ? null : ROLE_LABELS[entry.actorRole];
}

/** Staff and the reporter read what is theirs at once; anybody else only what has passed the gate. */
function mayRead(
  readers: (typeof NOTE_READERS)[IncidentTimelineAction],
  pieceId: string,
  { staff, sight, text, pieces }: Reading,
): boolean {
  if (readers === 'staff') return staff;
  if (sight === 'full') return true;
  if (readers === 'full') return false;
  return (readers === 'everyone' || text) && pieces.get(pieceId)?.visible === true;
}

function labelOf(actor: Actor, { action, data }: TimelineRow, own: boolean): string {
  if (action === 'report' && data.reporterId !== undefined) {
    if (own) return '您代居民报上';
    return data.reporterId === actor.personId ? '社区帮您报上这件事' : '社区代居民报上';
  }
  if (action === 'escalate' && data.toRole !== undefined) {
    const limit = CLOCK_KINDS.find((kind) => kind === data.clockKind);
    return `${limit ? CLOCK_KIND_LABELS[limit] : ''}超时，报给${ROLE_LABELS[data.toRole]}`;
  }
  if (action === 'requeue' && data.reason === 'grid_redrawn') return '网格重新划分，等人来接';
  if (action === 'hand_over' && data.toPersonId === actor.personId) return '交到您这里接着办';
  const label = (own ? OWN_LABELS[action] : undefined) ?? INCIDENT_TIMELINE_LABELS[action];
  return action === 'locate' && data.placeLabel !== undefined ? `${label}：${data.placeLabel}` : label;
}
