import { ESCALATION_ROLES, type IncidentSystemAction, type Permission } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SignedInActor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { shanghaiDay } from '../../platform/clock/shanghai-day.js';
import { Outbox, type OwedEvent } from '../../platform/events/outbox.js';
import { requestHash } from '../../platform/idempotency/request-hash.js';
import { newId } from '../../platform/ids/new-id.js';
import type { CommunityRow, ResolvedPlace } from '../area/index.js';
import { ClockPolicies, ClockRows, type ClockRules, type ClockState } from '../clock/index.js';
import { ContentGate, type ContentPiece, isHidden } from '../content/index.js';
import type { ReportIncidentDto } from './dto/report-incident.dto.js';
import type { Act } from './incident.acts.js';
import { begunIncident } from './incident.begin.js';
import { clocksOf, nextDue } from './incident.clock.js';
import { Incident } from './incident.entity.js';
import { decide, SYSTEM_LIFECYCLE } from './incident.lifecycle.js';
import { nextIncidentNumbers } from './incident.numbers.js';
import { owedByAction, owedByDueSoon } from './incident.owed.js';
import { standingOf } from './incident.policy.js';
import { governed } from './incident.rows.js';
import { nextSweepAt } from './incident.sweep-times.js';
import { contentOf, type NewAction, timelineRow } from './incident.timeline.js';
import { type IncidentActionData, IncidentActionRow } from './incident-action.entity.js';

/** What somebody did to an incident, and when. */
export interface LivedStep {
  at: Date;
  by: SignedInActor;
  act: Act;
}

/** An incident from its report to where it stands at `until`. */
export interface LivedIncident {
  report: Omit<ReportIncidentDto, 'photoIds'>;
  reporter: SignedInActor;
  at: Date;
  place: ResolvedPlace;
  community: CommunityRow;
  steps: readonly LivedStep[];
  until: Date;
}

/**
 * Writes down many incidents at once that were lived through already. The lifecycle decides every step, the clocks follow
 * from the timeline, and what time brings by itself happens at its moment, all by the same rules as one at a time; only
 * that it is reckoned first and written after. Its events stand as done long ago, so that nobody is told of it. A step that
 * may not be done breaks it off.
 */
@Injectable()
export class IncidentHistory {
  constructor(
    private readonly policies: ClockPolicies,
    private readonly rows: ClockRows,
    private readonly gate: ContentGate,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** In the order in which they were reported, which is that of their numbers. */
  async write(tx: EntityManager, lives: readonly LivedIncident[]): Promise<void> {
    const inForce = await this.policies.inForceForMany(tx);
    const told: Telling[] = [];
    for (const life of lives) {
      const { communityId, gridId } = life.place;
      const { subdistrictId } = life.community;
      const { categoryCode } = life.report;
      const place = { communityId, gridId, subdistrictId, categoryCode };
      const versions = await inForce(place, life.at);
      const pinned = { clockPolicyId: versions.policyId, workCalendarId: versions.calendarId };
      told.push(new Telling(life, pinned, await this.policies.rules(tx, versions), this.gate));
    }
    await number(tx, lives, told);
    await insert(
      tx,
      Incident,
      told.map(({ incident }) => incident),
    );
    await insert(
      tx,
      IncidentActionRow,
      told.flatMap(({ timeline }) => timeline),
    );
    await this.gate.keep(
      tx,
      told.flatMap(({ pieces }) => pieces),
    );
    await this.rows.add(
      tx,
      told.map((one) => one.clockRows()),
    );
    const events = told.flatMap((one) => one.events);
    await this.outbox.appendPast(tx, events, this.clock.now());
  }
}

/** One incident while it is reckoned. */
class Telling {
  readonly incident: Incident;
  readonly timeline: IncidentActionRow[] = [];
  readonly pieces: ContentPiece[] = [];
  /** What it owed at each moment, in that order. */
  readonly events: OwedEvent[] = [];
  /** When a clock's being due soon was told, by kind and round. */
  private readonly warned = new Map<string, Date>();

  constructor(
    private readonly life: LivedIncident,
    pinned: Pick<Incident, 'clockPolicyId' | 'workCalendarId'>,
    private readonly rules: ClockRules,
    private readonly gate: ContentGate,
  ) {
    const { report, reporter, at, place } = life;
    const hash = requestHash(report);
    const { personId: id, name } = reporter;
    const known = { place, reporter: { id, name }, hash, enteredBy: null, pinned, now: at };
    this.incident = begunIncident(report, known);
    this.append({ actor: reporter, action: 'report', at, requestHash: hash, permission: 'incident.report' });
    for (const step of life.steps) {
      this.letTimePass(step.at);
      this.act(step);
    }
    this.letTimePass(life.until);
    Object.assign(this.incident, nextDue(this.clocks()));
  }

  clockRows() {
    const { id, communityId, clockPolicyId } = this.incident;
    return {
      owner: { subjectType: 'incident' as const, subjectId: id, communityId, policyVersionId: clockPolicyId },
      now: this.life.until,
      clocks: this.clocks().map((clock) => ({
        ...clock,
        warnedAt: this.warned.get(nameOf(clock)) ?? null,
        nextSweepAt: this.sweepAt(clock),
      })),
    };
  }

  private act({ at, by, act }: LivedStep): void {
    const { incident } = this;
    const { action, body, input = {}, data } = act;
    const facts = governed(incident);
    const decision = decide(facts, action, standingOf(by, facts, action), input);
    if (!decision.ok) throw decision.problem;
    const context = { actor: by, now: at, other: null };
    act.check?.(incident, context);
    Object.assign(incident, act.change?.(incident, context), { state: decision.to });
    const hash = requestHash({ incidentId: incident.id, action, ...body });
    const note = input.note || null;
    this.append({ id: body.actionId, actor: by, action, at, note, data, requestHash: hash });
    if (action !== 'publish') return;
    for (const piece of this.pieces)
      if (piece.letThroughAt === null) Object.assign(piece, { letThroughAt: at, letThroughBy: by.personId });
  }

  /** What happens by itself before `until`: told to be due soon, passed on when late, closed in silence. */
  private letTimePass(until: Date): void {
    for (;;) {
      const next = this.clocks()
        .map((clock) => ({ clock, at: this.sweepAt(clock) }))
        .reduce<{ clock: ClockState; at: Date } | null>(
          (first, { clock, at }) =>
            at !== null && (first === null || at < first.at) ? { clock, at } : first,
          null,
        );
      if (next === null || next.at > until) return;
      const { clock, at } = next;
      if (clock.kind === 'confirm') this.bySystem('close_silently', at, {}, { closedAt: at });
      else if (clock.warnAt !== null && !this.warned.has(nameOf(clock))) this.warn(clock, at);
      else this.escalate(clock, at);
    }
  }

  private warn(clock: ClockState, at: Date): void {
    this.warned.set(nameOf(clock), at);
    if (at <= clock.dueAt) this.events.push(owedByDueSoon(this.incident, clock, at));
  }

  private escalate(clock: ClockState, at: Date): void {
    const step = this.escalated(clock) + 1;
    const toRole = ESCALATION_ROLES[step - 1];
    if (toRole === undefined) throw new RangeError(`nobody to pass a ${step}th time to`);
    const data = { step, toRole, clockKind: clock.kind, clockRound: clock.round };
    this.bySystem('escalate', at, data, { escalationStep: Math.max(this.incident.escalationStep, step) });
  }

  private bySystem(
    action: IncidentSystemAction,
    at: Date,
    data: IncidentActionData,
    change: Partial<Incident>,
  ): void {
    const { from, to } = SYSTEM_LIFECYCLE[action];
    if (!from.includes(this.incident.state)) throw new RangeError(`no ${action} of ${this.incident.state}`);
    Object.assign(this.incident, change, to === 'same' ? {} : { state: to });
    const id = newId(at);
    const hash = requestHash({ incidentId: this.incident.id, action, id });
    this.append({ id, actor: null, action, at, data, requestHash: hash });
  }

  private append(
    entry: Pick<NewAction, 'actor' | 'action' | 'at' | 'requestHash'> & {
      id?: string;
      note?: string | null;
      data?: IncidentActionData | undefined;
      permission?: Permission;
    },
  ): void {
    const { id = newId(entry.at), note = null, data = {}, ...rest } = entry;
    const whole: NewAction = { id, note, data, incident: this.incident, photoIds: [], ...rest };
    this.timeline.push(timelineRow(whole, this.timeline.length + 1));
    this.events.push(owedByAction(whole));
    const content = contentOf(whole);
    if (content === null || (content.text === null && content.photoIds.length === 0)) return;
    const pieces = this.gate.piecesOf(content, false);
    this.pieces.push(...pieces);
    this.incident.hiddenPieceCount += pieces.filter(isHidden).length;
  }

  private clocks(): ClockState[] {
    return clocksOf(this.rules, this.timeline);
  }

  private sweepAt(clock: ClockState): Date | null {
    const watched = { clock, warned: this.warned.has(nameOf(clock)), escalated: this.escalated(clock) };
    return nextSweepAt(watched, this.rules, null);
  }

  private escalated({ kind, round }: ClockState): number {
    return this.timeline.filter(
      ({ action, data }) => action === 'escalate' && data.clockKind === kind && data.clockRound === round,
    ).length;
  }
}

const nameOf = ({ kind, round }: ClockState) => `${kind} ${round}`;

/** Those of one community's day at once: whoever reports meanwhile waits for one counter at a time. */
async function number(
  tx: EntityManager,
  lives: readonly LivedIncident[],
  told: readonly Telling[],
): Promise<void> {
  const days = new Map<string, number[]>();
  for (const [at, { community, at: reportedAt }] of lives.entries()) {
    const day = `${community.id} ${shanghaiDay(reportedAt)}`;
    days.set(day, [...(days.get(day) ?? []), at]);
  }
  for (const group of days.values()) {
    const { community, at } = lives[group[0] as number] as LivedIncident;
    const numbers = await nextIncidentNumbers(tx, community, at, group.length);
    for (const [index, one] of group.entries())
      (told[one] as Telling).incident.number = numbers[index] as string;
  }
}

async function insert<Row extends object>(
  tx: EntityManager,
  entity: new () => Row,
  rows: Row[],
): Promise<void> {
  if (rows.length > 0)
    await tx.createQueryBuilder().insert().into(entity).values(rows).updateEntity(false).execute();
}
