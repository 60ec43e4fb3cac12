import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ClockRows, type KeptClock } from '../../clock/index.js';
import { type TaskClock, taskClocksOf } from './task.clock.js';
import type { Task } from './task.entity.js';
import { TaskActionRow } from './task-action.entity.js';

const MINUTE_MS = 60_000;
/** As with incidents: the last third of the time, but no earlier than an hour before it is over. */
const SOON_SHARE = 2 / 3;
const SOON_MS = 60 * MINUTE_MS;

/** Keeps the clock rows of a task what its timeline says they are. The caller holds the task's lock. */
@Injectable()
export class TaskClocks {
  constructor(private readonly rows: ClockRows) {}

  /**
   * Whoever is `telling` is given back whether the task has become due soon, and tells it: once for each organisation that
   * has it.
   */
  async keep(tx: EntityManager, task: Task, now: Date, telling = false): Promise<{ dueSoon: boolean }> {
    const marks = await tx.getRepository(TaskActionRow).find({
      select: { action: true, at: true, data: true },
      where: { taskId: task.id },
      order: { seq: 'ASC' },
    });
    const clocks = clocksOfTimeline(marks);
    const stored = await this.rows.of(tx, 'task', task.id);
    const warnedAt = (round: number) => stored.find((row) => row.round === round)?.warnedAt ?? null;
    const kept = keptClocksOf(task, marks, warnedAt, now, telling);
    const owner = {
      subjectType: 'task',
      subjectId: task.id,
      communityId: task.communityId,
      policyVersionId: task.clockPolicyId,
    } as const;
    await this.rows.keep(tx, owner, kept, { stored, now });
    await this.rows.breach(
      tx,
      owner,
      clocks.filter(({ broken }) => broken).map(({ round }) => round),
    );
    return { dueSoon: kept.some(({ warned, dueAt }) => warned === true && now <= dueAt) };
  }
}

type Marks = readonly Pick<TaskActionRow, 'action' | 'at' | 'data'>[];

export function clocksOfTimeline(marks: Marks): TaskClock[] {
  return taskClocksOf(marks.map(({ action, at, data }) => ({ action, at, dueAt: dateOf(data.dueAt) })));
}

/** The clocks of a task as they are to be kept at `now`; `warnedAt` says of each round when it was told to be due soon. */
export function keptClocksOf(
  task: Pick<Task, 'dueAt'>,
  marks: Marks,
  warnedAt: (round: number) => Date | null,
  now: Date,
  telling: boolean,
): KeptClock[] {
  const due = task.dueAt.toISOString();
  const toldOverdue = marks.some(({ action, data }) => action === 'overdue' && data.dueAt === due);
  // More time begins the telling anew; a warning of the date before it says nothing of the new one.
  const grantedAt =
    marks
      .filter(({ action }) => action === 'grant_time')
      .at(-1)
      ?.at.getTime() ?? 0;
  return clocksOfTimeline(marks).map((clock) => {
    const told = (warnedAt(clock.round)?.getTime() ?? -1) >= grantedAt;
    return keptOf(clock, { told, toldOverdue, telling }, now);
  });
}

function keptOf(
  clock: TaskClock,
  { told, toldOverdue, telling }: { told: boolean; toldOverdue: boolean; telling: boolean },
  now: Date,
): KeptClock {
  const { broken: _, ...times } = clock;
  const length = clock.dueAt.getTime() - clock.startedAt.getTime();
  const warnAt = new Date(
    Math.max(clock.startedAt.getTime() + length * SOON_SHARE, clock.dueAt.getTime() - SOON_MS),
  );
  const running = clock.stoppedAt === null;
  const warned = telling && running && !told && now >= warnAt;
  const pastDue = toldOverdue ? null : new Date(clock.dueAt.getTime() + 1);
  return {
    ...times,
    kind: 'task',
    pausedAt: null,
    undecidedSince: null,
    limitMinutes: Math.round(length / MINUTE_MS),
    warnAt,
    pauses: [],
    warned,
    nextSweepAt: !running ? null : told || warned ? pastDue : warnAt,
  };
}

function dateOf(text: string | undefined): Date | null {
  return text === undefined ? null : new Date(text);
}
