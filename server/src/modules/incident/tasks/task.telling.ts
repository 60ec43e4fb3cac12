import type { SignedInActor } from '../../../platform/auth/actor.js';
import type { OwedEvent } from '../../../platform/events/outbox.js';
import { requestHash } from '../../../platform/idempotency/request-hash.js';
import type { Incident } from '../incident.entity.js';
import { endTask } from './task.acts.js';
import { clocksOfTimeline, keptClocksOf } from './task.clocks.js';
import type { TaskDeed } from './task.deeds.js';
import type { Task } from './task.entity.js';
import { decideTask } from './task.lifecycle.js';
import { overdue } from './task.overdue.js';
import { taskStandingOf } from './task.policy.js';
import { governedTask } from './task.rows.js';
import {
  assigned,
  type NewTaskAction,
  owedByTask,
  owedByTaskDueSoon,
  taskTimelineRow,
} from './task.timeline.js';
import type { TaskActionRow } from './task-action.entity.js';

/** One task of the past while it is reckoned, by the same rules as one that is lived. */
export class TaskTelling {
  readonly timeline: TaskActionRow[] = [];
  /** What it owed at each moment, in that order. */
  readonly events: OwedEvent[] = [];
  /** When its being due soon was told, by round. */
  private readonly warned = new Map<number, Date>();

  constructor(
    private readonly incident: Incident,
    readonly task: Task,
    dispatcher: SignedInActor,
  ) {
    this.append(assigned(incident, task, dispatcher));
  }

  act(by: SignedInActor, { action, body, input, outcome }: TaskDeed, at: Date): void {
    this.letTimePass(at);
    const { task, incident } = this;
    const facts = governedTask(task, incident);
    const decision = decideTask(facts, action, taskStandingOf(by, facts, action), input);
    if (!decision.ok) throw decision.problem;
    const { change = {}, data = {} } = outcome?.(task, at) ?? {};
    Object.assign(task, change, { state: decision.to });
    const hash = requestHash({ taskId: task.id, action, ...body });
    const said = { note: input.note ?? null, data, requestHash: hash };
    const whose = { incident, task, actor: by, permission: `task.${action}` } as const;
    this.append({ id: body.actionId, ...whose, action, at, ...said });
    endTask(task, at);
  }

  /** What happens by itself before `until`: told to be due soon, found to be late. */
  letTimePass(until: Date): void {
    for (;;) {
      const at = this.nextAt(until);
      if (at === null || at > until) return;
      if (at > this.task.dueAt) this.append(overdue(this.incident, this.task, at));
      for (const { round, warned } of this.kept(at, true)) {
        if (!warned) continue;
        this.warned.set(round, at);
        if (at <= this.task.dueAt) this.events.push(owedByTaskDueSoon(this.incident, this.task, at));
      }
    }
  }

  clockRows(now: Date) {
    const { id, communityId, clockPolicyId } = this.task;
    const broken = new Set(
      clocksOfTimeline(this.timeline)
        .filter((clock) => clock.broken)
        .map(({ round }) => round),
    );
    return {
      owner: { subjectType: 'task' as const, subjectId: id, communityId, policyVersionId: clockPolicyId },
      now,
      clocks: this.kept(now).map((clock) => ({
        ...clock,
        warnedAt: this.warned.get(clock.round) ?? null,
        broken: broken.has(clock.round),
      })),
    };
  }

  /** Not before what was done last: more time may have been granted when the new date was near already. */
  private nextAt(until: Date): Date | null {
    const [next] = this.kept(until).flatMap(({ nextSweepAt }) => nextSweepAt ?? []);
    const last = this.timeline.at(-1)?.at;
    return next === undefined || last === undefined || next > last ? (next ?? null) : last;
  }

  private kept(now: Date, telling = false) {
    return keptClocksOf(this.task, this.timeline, (round) => this.warned.get(round) ?? null, now, telling);
  }

  private append(entry: NewTaskAction): void {
    this.timeline.push(taskTimelineRow(entry, this.timeline.length + 1));
    this.events.push(owedByTask(entry));
  }
}
