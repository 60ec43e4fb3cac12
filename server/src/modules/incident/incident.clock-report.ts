import { INCIDENT_TIMELINE_LABELS, type IncidentTimelineAction, ROLE_LABELS } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import { type SignedInActor, scopeCovers, scopeOf } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { isUuidV7 } from '../../platform/http/validators.js';
import { type ClockRow, type ClockRules, type ClockState, isBreached } from '../clock/index.js';
import type { ClockReportDto, ClockReportEvent, ClockReportItemDto } from './dto/clock-report.dto.js';
import { IncidentClocks } from './incident.clocks.js';
import { Incident } from './incident.entity.js';
import { incidentNotFound } from './incident.errors.js';
import { IncidentActionRow } from './incident-action.entity.js';

const MINUTE_MS = 60_000;

/** What can start, pause, resume or stop a clock. */
const TURNS: ReadonlySet<IncidentTimelineAction> = new Set([
  'report',
  'accept',
  'plan',
  'resolve',
  'reject',
  'merge',
  'confirm',
  'close_silently',
  'dispute',
  'check_back',
  'request_hold',
  'resume',
  'requeue',
] as const);

type Entry = Pick<IncidentActionRow, 'action' | 'at' | 'data' | 'actorName' | 'actorPersonId'>;

/** Shows for each clock of an incident what started, paused and stopped it. */
@Injectable()
export class IncidentClockReport {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly clocks: IncidentClocks,
  ) {}

  async of(actor: SignedInActor, id: string): Promise<ClockReportDto> {
    return this.database.transaction(async (tx) => {
      const incident = isUuidV7(id) ? await tx.getRepository(Incident).findOneBy({ id }) : null;
      if (incident === null || !scopeCovers(scopeOf(actor, 'incident.queue'), incident))
        throw incidentNotFound();
      const { rules, watched, rows } = await this.clocks.read(tx, incident);
      const timeline = await tx
        .getRepository(IncidentActionRow)
        .find({ where: { incidentId: id }, order: { seq: 'ASC' } });
      const now = this.clock.now();
      return {
        items: watched.map(({ clock }) => {
          const row = rows.find(({ kind, round }) => kind === clock.kind && round === clock.round);
          return reportOf(clock, row ?? null, timeline, rules, now);
        }),
      };
    });
  }
}

function reportOf(
  clock: ClockState,
  row: Pick<ClockRow, 'breached' | 'warnedAt'> | null,
  timeline: readonly Entry[],
  rules: ClockRules,
  now: Date,
): ClockReportItemDto {
  const events: ClockReportItemDto['events'] = [];
  const tell = (at: Date | null, what: ClockReportEvent, label?: string, entry?: Entry) => {
    if (at === null || at > now) return;
    const turn = entry ?? (label === undefined ? turnAt(timeline, at) : undefined);
    const said = label ?? (turn === undefined ? '' : INCIDENT_TIMELINE_LABELS[turn.action]);
    const byLabel = turn === undefined || turn.actorPersonId === null ? null : turn.actorName;
    events.push({ at: at.toISOString(), what, label: said, byLabel });
  };
  tell(clock.startedAt, 'start');
  for (const { from, to } of clock.pauses) {
    tell(from, 'pause');
    tell(to, 'resume');
  }
  tell(row?.warnedAt ?? null, 'warn', '快到时间，提醒了');
  // The limit is an event of its own only when it came before the clock had stopped.
  if (clock.pausedAt === null && (clock.stoppedAt === null || clock.stoppedAt > clock.dueAt))
    tell(clock.dueAt, 'due', '到时限');
  for (const entry of timeline) {
    const { step, toRole, clockKind, clockRound } = entry.data;
    if (entry.action !== 'escalate' || clockKind !== clock.kind || clockRound !== clock.round) continue;
    tell(
      entry.at,
      'escalate',
      toRole === undefined ? `超时，第 ${step} 步` : `超时，上报${ROLE_LABELS[toRole]}`,
      entry,
    );
  }
  tell(clock.stoppedAt, 'stop');
  return {
    kind: clock.kind,
    round: clock.round,
    limitMinutes: clock.limitMinutes,
    usedMinutes: Math.floor(usedMinutes(clock, rules, now)),
    breached: row?.breached === true || isBreached(clock, now),
    dueAt: clock.dueAt.toISOString(),
    stoppedAt: clock.stoppedAt?.toISOString() ?? null,
    events: events.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0)),
  };
}

/** The reporter's days are days; all else is counted in minutes of service, less what holds took out. */
function usedMinutes(clock: ClockState, { time }: ClockRules, now: Date): number {
  const end = clock.stoppedAt ?? clock.pausedAt ?? now;
  if (clock.kind === 'confirm') return (end.getTime() - clock.startedAt.getTime()) / MINUTE_MS;
  const held = clock.pauses
    .map(({ from, to }) => (to === null ? 0 : time.workingMinutesBetween(from, to)))
    .reduce((sum, minutes) => sum + minutes, 0);
  return time.workingMinutesBetween(clock.startedAt, end) - held;
}

/** The entry that turned a clock at this moment: entries and clocks share their moments to the millisecond. */
function turnAt(timeline: readonly Entry[], at: Date): Entry | undefined {
  return timeline.find((entry) => TURNS.has(entry.action) && entry.at.getTime() === at.getTime());
}
