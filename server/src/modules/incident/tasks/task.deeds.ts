import type { AskTimeDto, FinishTaskDto, NotedTaskDto, ReasonedTaskDto } from './dto/task-action.dto.js';
import type { TaskAct, TaskOutcome } from './task.acts.js';
import { assertDueDateFits } from './task.dispatch-rules.js';
import type { Task } from './task.entity.js';

/** What each thing that people do to a task brings and changes, wherever and whenever it is done. */

/** One that asks nothing of the database. */
export type TaskDeed = Omit<TaskAct, 'prepare'>;

const noted = (action: 'accept' | 'urge', body: NotedTaskDto): TaskDeed => ({
  action,
  body,
  input: { note: body.note },
});

export const acceptingTask = (body: NotedTaskDto): TaskDeed => noted('accept', body);

export const urgingTask = (body: NotedTaskDto): TaskDeed => noted('urge', body);

export const finishingTask = (body: FinishTaskDto): TaskDeed => ({
  action: 'finish',
  body,
  input: { note: body.note, photoIds: body.photoIds },
});

export const returningTask = (body: ReasonedTaskDto): TaskDeed => ({
  action: 'return',
  body,
  input: { note: body.reason },
});

export const cancellingTask = (body: ReasonedTaskDto): TaskDeed => ({
  action: 'cancel',
  body,
  input: { note: body.reason },
});

export const askingTime = (body: AskTimeDto): TaskDeed => {
  const dueAt = new Date(body.dueAt);
  return {
    action: 'ask_time',
    body,
    input: { note: body.reason, dueAt },
    outcome: (_, now) => {
      assertDueDateFits(dueAt, now);
      return { change: { askedDueAt: dueAt }, data: { dueAt: dueAt.toISOString() } };
    },
  };
};

export const grantingTime = (body: NotedTaskDto): TaskDeed => ({
  action: 'grant_time',
  body,
  input: { note: body.note },
  outcome: granted,
});

export const refusingTime = (body: NotedTaskDto): TaskDeed => ({
  action: 'refuse_time',
  body,
  input: { note: body.note },
  outcome: () => ({ change: { askedDueAt: null } }),
});

function granted({ askedDueAt, dueAt }: Task): TaskOutcome {
  const until = askedDueAt ?? dueAt;
  return { change: { dueAt: until, askedDueAt: null }, data: { dueAt: until.toISOString() } };
}
