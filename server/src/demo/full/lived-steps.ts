import {
  accepting,
  acceptingTask,
  askingTime,
  checkingBack,
  confirming,
  dispatching,
  disputing,
  finishingTask,
  grantingTime,
  judging,
  type LivedStep,
  publishing,
  rejecting,
  resolving,
  returningTask,
} from '../../modules/incident/index.js';
import type { SignedInActor } from '../../platform/auth/actor.js';
import { newId } from '../../platform/ids/new-id.js';
import { MINUTE_MS } from '../demo-plan.js';
import type { Random } from '../random.js';
import type { Helper } from './helpers.js';
import type { PlannedTask } from './plan-help.js';
import type { HistoryStep, PlannedHistory } from './plan-history.js';

const HOUR_MS = 60 * MINUTE_MS;

/** Who has a part in one incident. */
export interface Parts {
  reporter: SignedInActor;
  handler: SignedInActor;
  /** Whose it is to turn something down, to grant time and to ask afterwards. */
  caller: SignedInActor;
  helperOf: (to: PlannedTask['to']) => Helper;
}

type Step<Does extends HistoryStep['does']> = Extract<HistoryStep, { does: Does }>;

interface Given {
  id: string;
  by: SignedInActor;
  dueAt: Date;
}

/** The planned steps of one incident as those did them whose part it was, in the order in which they were done. */
export function livedSteps(random: Random, { at, story, steps }: PlannedHistory, parts: Parts): LivedStep[] {
  const given: Given[] = [];
  return [...steps]
    .sort((one, other) => one.after - other.after)
    .map((step) => {
      const moment = new Date(at.getTime() + Math.round(step.after * MINUTE_MS));
      if (step.does === 'dispatch') return dispatched(random, step, moment, parts, given);
      if (step.does === 'task') return onTask(step, moment, parts, given);
      const by = byWhom(step, parts);
      return { at: moment, by, act: actOf(step, by, newId(moment), story.difficulty) };
    });
}

function dispatched(
  random: Random,
  { note, route, tasks }: Step<'dispatch'>,
  at: Date,
  { handler, helperOf }: Parts,
  given: Given[],
): LivedStep {
  const specs = tasks.map(({ to, hours, ...task }) => {
    const { organisationId, people } = helperOf(to);
    const dueAt = new Date(at.getTime() + hours * HOUR_MS);
    const id = newId(at);
    given.push({ id, by: random.pick(people), dueAt });
    return { id, organisationId, dueAt, ...task };
  });
  const sent = specs.map(({ dueAt, ...spec }) => ({ ...spec, dueAt: dueAt.toISOString() }));
  const body = { actionId: newId(at), note, route, ...(sent.length === 0 ? {} : { tasks: sent }) };
  return { at, by: handler, act: dispatching(body), tasks: specs };
}

function onTask(step: Step<'task'>, at: Date, { caller }: Parts, given: readonly Given[]): LivedStep {
  const task = given[step.task];
  if (task === undefined) throw new RangeError(`nobody was given task ${step.task}`);
  const actionId = newId(at);
  const { note } = step;
  const lived = { at, by: task.by, taskId: task.id };
  switch (step.act) {
    case 'accept':
      return { ...lived, act: acceptingTask({ actionId, note }) };
    case 'finish':
      return { ...lived, act: finishingTask({ actionId, note, photoIds: [] }) };
    case 'return':
      return { ...lived, act: returningTask({ actionId, reason: note }) };
    case 'ask_time': {
      const dueAt = new Date(task.dueAt.getTime() + (step.hours ?? 0) * HOUR_MS).toISOString();
      return { ...lived, act: askingTime({ actionId, reason: note, dueAt }) };
    }
    case 'grant_time':
      return { ...lived, by: caller, act: grantingTime({ actionId, note }) };
  }
}

function byWhom({ does }: HistoryStep, { reporter, handler, caller }: Parts): SignedInActor {
  if (does === 'confirm' || does === 'dispute') return reporter;
  return does === 'checkBack' || does === 'reject' ? caller : handler;
}

function actOf(
  step: Exclude<HistoryStep, { does: 'dispatch' | 'task' }>,
  by: SignedInActor,
  actionId: string,
  difficulty: 'simple' | 'complex' | 'hard',
) {
  switch (step.does) {
    case 'accept':
      return accepting(by, { actionId, note: step.note });
    case 'judge':
      return judging({ actionId, difficulty });
    case 'publish':
      return publishing({ actionId });
    case 'resolve':
      return resolving(by, { actionId, note: step.note, photoIds: [] });
    case 'reject':
      return rejecting({ actionId, reason: step.note });
    case 'dispute':
      return disputing({ actionId, note: step.note });
    case 'confirm':
      return confirming({ actionId, note: step.note, rating: step.rating });
    case 'checkBack':
      return checkingBack({ actionId, note: step.note, outcome: step.outcome });
  }
}
