import type { IncidentRoute, TaskState } from '@linli/shared';
import {
  assistedTakesOne,
  dueDateUnfit,
  jointTakesSeveral,
  oneLeadNeeded,
  organisationEmpty,
  organisationTwice,
  selfTakesNoTasks,
} from './task.errors.js';

const YEAR_MS = 365 * 24 * 3_600_000;
/** What still counts for a joint incident: to be done, or done already. */
const COUNTING: readonly TaskState[] = ['assigned', 'working', 'done'];

interface Given {
  route: IncidentRoute;
  state: TaskState;
  lead: boolean;
}

/** How many tasks a route takes: none for 自办, one for 帮办, several under one lead for 联办; later ones join the first. */
export function assertRouteFits(
  route: IncidentRoute | null,
  specs: readonly { lead: boolean }[],
  before: readonly Given[],
): void {
  if (route === null || route === 'self') {
    if (specs.length > 0) throw selfTakesNoTasks();
    return;
  }
  if (route === 'assisted') {
    if (specs.length !== 1) throw assistedTakesOne();
    return;
  }
  const joint = before.filter((task) => task.route === 'joint' && COUNTING.includes(task.state));
  if (joint.length + specs.length < 2 || specs.length === 0) throw jointTakesSeveral();
  if ([...joint, ...specs].filter(({ lead }) => lead).length !== 1) throw oneLeadNeeded();
}

export function assertDueDateFits(dueAt: Date, now: Date): void {
  if (dueAt <= now || dueAt.getTime() > now.getTime() + YEAR_MS) throw dueDateUnfit();
}

/** What is given to an organisation must reach somebody in it. */
export function assertSomebodyThere({ name, hasPeople }: { name: string; hasPeople: boolean }): void {
  if (!hasPeople) throw organisationEmpty({ name });
}

/** Marks the organisation as having a task; one that has an open one already is refused. */
export function assertUnused(taken: Set<string>, organisation: { id: string; name: string }): void {
  if (taken.has(organisation.id)) throw organisationTwice({ name: organisation.name });
  taken.add(organisation.id);
}
