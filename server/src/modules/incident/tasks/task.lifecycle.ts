import { TASK_STATE_LABELS, type TaskAction, type TaskState } from '@linli/shared';
import type { ProblemError } from '../../../platform/http/problem.js';
import {
  laterDateNeeded,
  noTimeAsked,
  taskEvidenceNeeded,
  taskNotFound,
  taskWrongState,
  timeAlreadyAsked,
} from './task.errors.js';

/** What the rules need to know of a task. */
export interface LivingTask {
  state: TaskState;
  dueAt: Date;
  /** The date the organisation asks for, while nobody has answered. */
  askedDueAt: Date | null;
}

/** What somebody is to one task, as far as one action is concerned. */
export interface TaskStanding {
  /** Holds the action's permission in the organisation whose task it is. */
  organisation: boolean;
  /** Holds it where the incident happened. */
  staff: boolean;
}

export interface TaskInput {
  note?: string | undefined;
  photoIds?: string[] | undefined;
  dueAt?: Date | undefined;
}

type Need = (task: LivingTask, input: TaskInput) => ProblemError | null;

interface Rule {
  from: readonly TaskState[];
  to: TaskState | 'same';
  who: keyof TaskStanding;
  /** What must be true of the task itself; a button shows only when it is. */
  needs: Need;
  /** What must come with the action. */
  asks: Need;
}

const OPEN = ['assigned', 'working'] as const satisfies TaskState[];

const nothing: Need = () => null;
const evidence: Need = (_, { note, photoIds }) => (note || photoIds?.length ? null : taskEvidenceNeeded());
const nothingAsked: Need = ({ askedDueAt }) => (askedDueAt === null ? null : timeAlreadyAsked());
const timeAsked: Need = ({ askedDueAt }) => (askedDueAt === null ? noTimeAsked() : null);
const laterDate: Need = (task, { dueAt }) =>
  dueAt !== undefined && dueAt > task.dueAt ? null : laterDateNeeded();

/** The life of a task after it was given, on one page. domain.md §1: done when all are done, so it never ends its incident. */
export const TASK_LIFECYCLE: Record<TaskAction, Rule> = {
  accept: { from: ['assigned'], to: 'working', who: 'organisation', needs: nothing, asks: nothing },
  finish: { from: OPEN, to: 'done', who: 'organisation', needs: nothing, asks: evidence },
  return: { from: OPEN, to: 'returned', who: 'organisation', needs: nothing, asks: nothing },
  ask_time: { from: OPEN, to: 'same', who: 'organisation', needs: nothingAsked, asks: laterDate },
  grant_time: { from: OPEN, to: 'same', who: 'staff', needs: timeAsked, asks: nothing },
  refuse_time: { from: OPEN, to: 'same', who: 'staff', needs: timeAsked, asks: nothing },
  urge: { from: OPEN, to: 'same', who: 'staff', needs: nothing, asks: nothing },
  transfer: { from: OPEN, to: 'assigned', who: 'staff', needs: nothing, asks: nothing },
  cancel: { from: OPEN, to: 'cancelled', who: 'staff', needs: nothing, asks: nothing },
};

export type TaskDecision = { ok: true; to: TaskState } | { ok: false; problem: ProblemError };

/** Whether this action may happen now, whatever will come with it. */
export function taskMay(task: LivingTask, action: TaskAction, standing: TaskStanding): TaskDecision {
  const rule = TASK_LIFECYCLE[action];
  // Who has no part in a task learns nothing of its state.
  if (!standing[rule.who]) return refuse(taskNotFound());
  if (!rule.from.includes(task.state)) return refuse(taskWrongState({ now: TASK_STATE_LABELS[task.state] }));
  const unmet = rule.needs(task, {});
  if (unmet !== null) return refuse(unmet);
  return { ok: true, to: rule.to === 'same' ? task.state : rule.to };
}

/** Whether this action with this input may happen now, and the state it leads to. */
export function decideTask(
  task: LivingTask,
  action: TaskAction,
  standing: TaskStanding,
  input: TaskInput,
): TaskDecision {
  const decision = taskMay(task, action, standing);
  if (!decision.ok) return decision;
  const missing = TASK_LIFECYCLE[action].asks(task, input);
  return missing === null ? decision : refuse(missing);
}

function refuse(problem: ProblemError): TaskDecision {
  return { ok: false, problem };
}
