import { ESCALATION_ROLES, type IncidentSystemAction, type Permission } from '@linli/shared';
import type { SignedInActor } from '../../platform/auth/actor.js';
import type { OwedEvent } from '../../platform/events/outbox.js';
import { requestHash } from '../../platform/idempotency/request-hash.js';
import { newId } from '../../platform/ids/new-id.js';
import type { CommunityRow, ResolvedPlace } from '../area/index.js';
import type { ClockRules, ClockState } from '../clock/index.js';
import { type ContentGate, type ContentPiece, isHidden } from '../content/index.js';
import type { OrganisationRow } from '../organisation/index.js';
import type { ReportIncidentDto } from './dto/report-incident.dto.js';
import type { Act } from './incident.acts.js';
import { begunIncident } from './incident.begin.js';
import { clocksOf, nextDue } from './incident.clock.js';
import type { Incident } from './incident.entity.js';
import { decide, SYSTEM_LIFECYCLE } from './incident.lifecycle.js';
import { owedByAction, owedByDueSoon } from './incident.owed.js';
import { standingOf } from './incident.policy.js';
import { governed } from './incident.rows.js';
import { nextSweepAt } from './incident.sweep-times.js';
import { contentOf, type NewAction, timelineRow } from './incident.timeline.js';
import type { IncidentActionData, IncidentActionRow } from './incident-action.entity.js';
import { begunTasks, type TaskSpec } from './tasks/task.begin.js';
import type { TaskDeed } from './tasks/task.deeds.js';
import { isOpenTask } from './tasks/task.rows.js';
import { TaskTelling } from './tasks/task.telling.js';

/** What somebody did to an incident, and when; `tasks`: whom it was dispatched to. */
export interface LivedAct {
  at: Date;
  by: SignedInActor;
  act: Act;
  tasks?: readonly TaskSpec[];
}

/** What somebody did to a task that they were given. */
export interface LivedTaskAct {
  at: Date;
  by: SignedInActor;
  taskId: string;
  act: TaskDeed;
}

export type LivedStep = LivedAct | LivedTaskAct;

/** An incident from its report to where it stands at `until`. */
export interface LivedIncident {
  report: Omit<ReportIncidentDto, 'photoIds'>;
  reporter: SignedInActor;
  at: Date;
  place: ResolvedPlace;
  community: CommunityRow;
  steps: readonly LivedStep[];
  /** Who opened it, and when. */
  looks: readonly { at: Date; by: SignedInActor }[];
  until: Date;
}

/** One incident while it is reckoned. */
export class IncidentTelling {
  readonly incident: Incident;
  readonly timeline: IncidentActionRow[] = [];
  readonly pieces: ContentPiece[] = [];
  /** What it owed at each moment, in that order. */
  readonly events: OwedEvent[] = [];
  readonly tasks: TaskTelling[] = [];
  /** When a clock's being due soon was told, by kind and round. */
  private readonly warned = new Map<string, Date>();

  constructor(
    private readonly life: LivedIncident,
    pinned: Pick<Incident, 'clockPolicyId' | 'workCalendarId'>,
    private readonly rules: ClockRules,
    private readonly gate: ContentGate,
    /** The organisations that serve its community. */
    private readonly serving: ReadonlyMap<string, OrganisationRow>,
  ) {
    const { report, reporter, at, place } = life;
    const hash = requestHash(report);
    const { personId: id, name } = reporter;
    const known = { place, reporter: { id, name }, hash, enteredBy: null, pinned, now: at };
    this.incident = begunIncident(report, known);
    this.append({ actor: reporter, action: 'report', at, requestHash: hash, permission: 'incident.report' });
    for (const step of life.steps) {
      this.letTimePass(step.at);
      if ('taskId' in step) this.actOnTask(step);
      else this.act(step);
      this.incident.openTaskCount = this.tasks.filter(({ task }) => isOpenTask(task)).length;
    }
    this.letTimePass(life.until);
    for (const { events } of this.tasks) this.events.push(...events);
    Object.assign(this.incident, nextDue(this.clocks()));
  }

  /** Its own clocks and those of its tasks. */
  clockRows() {
    const { id, communityId, clockPolicyId } = this.incident;
    const own = {
      owner: { subjectType: 'incident' as const, subjectId: id, communityId, policyVersionId: clockPolicyId },
      now: this.life.until,
      clocks: this.clocks().map((clock) => ({
        ...clock,
        warnedAt: this.warned.get(nameOf(clock)) ?? null,
        nextSweepAt: this.sweepAt(clock),
      })),
    };
    return [own, ...this.tasks.map((task) => task.clockRows(this.life.until))];
  }

  private act({ at, by, act, tasks = [] }: LivedAct): void {
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
    if (action === 'dispatch') this.giveTasks(by, tasks, at);
    if (action !== 'publish') return;
    for (const piece of this.pieces)
      if (piece.letThroughAt === null) Object.assign(piece, { letThroughAt: at, letThroughBy: by.personId });
  }

  private giveTasks(by: SignedInActor, specs: readonly TaskSpec[], at: Date): void {
    const { incident, serving } = this;
    const before = this.tasks.map(({ task }) => task);
    for (const task of begunTasks(incident, specs, { before, serving }, at))
      this.tasks.push(new TaskTelling(incident, task, by));
  }

  private actOnTask({ at, by, taskId, act }: LivedTaskAct): void {
    const told = this.tasks.find(({ task }) => task.id === taskId);
    if (told === undefined) throw new RangeError(`${this.incident.id} has no task ${taskId}`);
    told.act(by, act, at);
  }

  /** What happens by itself before `until`: told to be due soon, passed on when late, closed in silence. */
  private letTimePass(until: Date): void {
    for (const task of this.tasks) task.letTimePass(until);
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
