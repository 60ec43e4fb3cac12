import { ESCALATION_ROLES, type IncidentVisibility, ROLE_LABELS } from '@linli/shared';
import { type Actor, NOBODY } from '../../platform/auth/actor.js';
import type { DifficultyLimits } from '../clock/index.js';
import type { PieceStanding } from '../content/index.js';
import type { VoiceNoteDto } from '../voice/index.js';
import type { IncidentFollowingDto } from './dto/incident-near.dto.js';
import type {
  IncidentCardDto,
  IncidentCheckBackDto,
  IncidentClockDto,
  IncidentDetailDto,
  IncidentHelpersDto,
  IncidentHoldDto,
  IncidentPhotoDto,
  IncidentPlanDto,
  IncidentShareDto,
  MergedIntoDto,
} from './dto/incident-view.dto.js';
import type { Category } from './incident.categories.js';
import { tellingClock } from './incident.clock.js';
import type { ShownClock } from './incident.companions.js';
import {
  allowedActions,
  awaits,
  isReporterOf,
  isStaffTo,
  mayFollow,
  mayReadText,
  sightOf,
} from './incident.policy.js';
import { governed, type IncidentRow } from './incident.rows.js';
import {
  byLabelOf,
  noteFor,
  type Reading,
  type TimelineRow,
  timelineEntryOf,
} from './incident.timeline-view.js';
import { type IncidentTaskRow, incidentTaskOf } from './tasks/task.rows.js';

const MINUTE_MS = 60_000;
/** About ten metres: tells the neighbours which building, not which window. */
const PUBLIC_DEGREES = 1e4;

/** What is known around one incident's row when it is shown. */
export interface Surroundings {
  category: Category;
  gridName: string | null;
  clocks: ShownClock[];
  /** By when the city hotline wants an answer, where it came from there. */
  outsideClock: ShownClock | null;
  coverUrl: string | null;
  helpers: IncidentHelpersDto | null;
  /** Whether neighbours may look at the cover. */
  coverVisible: boolean;
  /** Whether they may read what staff heard in the recording. */
  voiceWordsVisible: boolean;
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
  const staff = isStaffTo(actor, row);
  const escalatedTo = ESCALATION_ROLES[row.escalationStep - 1];
  return {
    id: row.id,
    number: row.number,
    title: (text ? row.description : '') || wordsHeard(row, around, { sight, text }) || label,
    category: { code, label, icon },
    placeLabel: text && row.placeNote !== null ? `${row.placeLabel} ${row.placeNote}` : row.placeLabel,
    communityId: row.communityId,
    gridId: row.gridId,
    gridName: around.gridName,
    state: row.state,
    difficulty: row.difficulty,
    route: row.route,
    clock: clock === null ? null : clockOf(clock),
    coverUrl: coverFor({ sight, text }, around),
    reportedAt: row.reportedAt.toISOString(),
    resolvedAt: row.resolvedAt?.toISOString() ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
    handlerName: staff ? row.handlerName : null,
    mine: isReporterOf(actor, row),
    awaitingMe: awaits(actor, facts),
    textHidden: !text,
    location: !row.placeKnown
      ? null
      : sight === 'full'
        ? { lng: row.lng, lat: row.lat }
        : { lng: coarse(row.lng), lat: coarse(row.lat) },
    solvedInMinutes:
      row.resolvedAt === null
        ? null
        : Math.floor((row.resolvedAt.getTime() - row.reportedAt.getTime()) / MINUTE_MS),
    planDueAt: row.planDueAt?.toISOString() ?? null,
    escalatedTo: escalatedTo === undefined ? null : ROLE_LABELS[escalatedTo],
    helpers: staff ? around.helpers : null,
    outsideClock: staff && around.outsideClock !== null ? clockOf(around.outsideClock) : null,
  };
}

/** The picture on the card, once it may be looked at. */
function coverFor({ sight, text }: Pick<Reading, 'sight' | 'text'>, around: Surroundings): string | null {
  return text && (sight === 'full' || around.coverVisible) ? around.coverUrl : null;
}

/** What staff heard in the recording, as far as this reader may read it. */
function wordsHeard(
  { voiceWords }: IncidentRow,
  { voiceWordsVisible }: Pick<Surroundings, 'voiceWordsVisible'>,
  { sight, text }: Pick<Reading, 'sight' | 'text'>,
): string | null {
  return text && (sight === 'full' || voiceWordsVisible) ? voiceWords : null;
}

export interface DetailSurroundings extends Surroundings {
  communityName: string;
  photos: IncidentPhotoDto[];
  voice: VoiceNoteDto | null;
  pieces: ReadonlyMap<string, PieceStanding>;
  timeline: TimelineRow[];
  mergedInto: MergedIntoDto | null;
  mergedCount: number;
  followers: IncidentFollowingDto;
  tasks: IncidentTaskRow[];
  limits: DifficultyLimits;
  now: Date;
}

export function detailOf(actor: Actor, row: IncidentRow, around: DetailSurroundings): IncidentDetailDto {
  const { facts, sight, text } = sightsOf(actor, row, around.category.visibility);
  const { timeline } = around;
  const staff = isStaffTo(actor, row);
  const allowed = allowedActions(actor, facts);
  const reading: Reading = { staff, sight, text, pieces: around.pieces };
  // What is spread stands last: new properties after a spread cost a hundred times as much (docs/performance.md).
  return {
    communityName: around.communityName,
    description: text ? row.description : null,
    voice: sight === 'full' ? around.voice : null,
    voiceWords: wordsHeard(row, around, reading),
    photos: text
      ? around.photos.filter(({ id }) => mayLookAt(id, reading)).map((photo) => markOf(photo, reading))
      : [],
    clocks: around.clocks.map(clockOf),
    timeline: timeline.map((entry) => timelineEntryOf(actor, entry, reading)),
    allowedActions: allowed,
    judging: allowed.includes('judge') ? around.limits : null,
    published: facts.published,
    hiddenPieceCount: staff ? row.hiddenPieceCount : 0,
    reporterName: staff ? row.reporterName : null,
    happenedAt: sight === 'full' ? (row.happenedAt?.toISOString() ?? null) : null,
    rating: row.rating,
    round: row.round,
    plan: planOf(row, timeline, reading),
    hold: holdOf(actor, row, timeline, reading),
    rejectReason: row.state === 'rejected' ? lastNote(timeline, 'reject', reading) : null,
    mergedInto: around.mergedInto,
    mergedCount: around.mergedCount,
    checkBack: sight === 'full' ? checkBackOf(actor, row, timeline) : null,
    enteredBy: staff ? row.enteredByName : null,
    mayFollow: mayFollow(actor, facts),
    tasks: around.tasks.map((task) => incidentTaskOf(task, staff, around.now)),
    share: shareOf(row, around),
    serverNow: around.now.toISOString(),
    ...cardOf(actor, row, around),
    ...around.followers,
  };
}

/** What a stranger may know, whoever shares it: what kind of thing, at which building, and a picture that was let through. */
function shareOf(row: IncidentRow, around: Surroundings): IncidentShareDto | null {
  const stranger = sightsOf(NOBODY, row, around.category.visibility);
  if (stranger.sight === 'none') return null;
  return { title: `${around.category.label}・${row.placeLabel}`, coverUrl: coverFor(stranger, around) };
}

/** The last entry of an action, which is the one that stands. */
function lastOf(timeline: TimelineRow[], action: TimelineRow['action']): TimelineRow | undefined {
  return timeline.filter((entry) => entry.action === action).at(-1);
}

/** The last words of an action, as far as they are for this reader. */
function lastNote(timeline: TimelineRow[], action: TimelineRow['action'], reading: Reading): string | null {
  const entry = lastOf(timeline, action);
  return entry === undefined ? null : noteFor(entry, reading);
}

/** Neighbours look only at what has passed the gate. */
function mayLookAt(photoId: string, { sight, pieces }: Reading): boolean {
  return sight === 'full' || pieces.get(photoId)?.visible === true;
}

/** Staff see what is still hidden, and why. */
function markOf(photo: IncidentPhotoDto, { staff, pieces }: Reading): IncidentPhotoDto {
  const piece = staff ? pieces.get(photo.id) : undefined;
  return { ...photo, hidden: piece !== undefined && !piece.visible, flagged: piece?.flagged ?? null };
}

function planOf(row: IncidentRow, timeline: TimelineRow[], reading: Reading): IncidentPlanDto | null {
  if (row.planDueAt === null) return null;
  return {
    dueAt: row.planDueAt.toISOString(),
    note: lastNote(timeline, 'plan', reading),
  };
}

function holdOf(
  actor: Actor,
  row: IncidentRow,
  timeline: TimelineRow[],
  reading: Reading,
): IncidentHoldDto | null {
  const asked = lastOf(timeline, 'request_hold');
  if (row.holdRequestedAt === null || asked === undefined) return null;
  const mine = actor.personId !== null && actor.personId === asked.actorPersonId;
  return {
    state: row.state === 'held' ? 'held' : 'requested',
    requestedAt: row.holdRequestedAt.toISOString(),
    byLabel: mine ? null : byLabelOf(asked, reading.staff),
    reason: noteFor(asked, reading),
    mine,
  };
}

function checkBackOf(actor: Actor, row: IncidentRow, timeline: TimelineRow[]): IncidentCheckBackDto | null {
  const asked = lastOf(timeline, 'check_back');
  if (asked?.data.outcome === undefined) return null;
  const staff = isStaffTo(actor, row);
  return {
    outcome: asked.data.outcome,
    note: staff ? asked.note : null,
    at: asked.at.toISOString(),
    byLabel: byLabelOf(asked, staff),
  };
}

function clockOf(clock: ShownClock): IncidentClockDto {
  return {
    kind: clock.kind,
    round: clock.round,
    startedAt: clock.startedAt.toISOString(),
    dueAt: clock.dueAt.toISOString(),
    stoppedAt: clock.stoppedAt?.toISOString() ?? null,
    pausedAt: clock.pausedAt?.toISOString() ?? null,
    limitMinutes: clock.limitMinutes,
    breached: clock.breached,
    undecided: clock.undecidedSince !== null,
  };
}

function coarse(degrees: number): number {
  return Math.round(degrees * PUBLIC_DEGREES) / PUBLIC_DEGREES;
}
