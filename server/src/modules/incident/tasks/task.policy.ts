import { TASK_ACTIONS, type TaskAction } from '@linli/shared';
import { type Actor, scopeCovers, scopeOf } from '../../../platform/auth/actor.js';
import { isStaffTo } from '../incident.policy.js';
import { type LivingTask, type TaskStanding, taskMay } from './task.lifecycle.js';

/** What decides who may do and see what with a task. */
export interface GovernedTask extends LivingTask {
  organisationId: string;
  /** Where its incident lies. */
  communityId: string;
  gridId: string | null;
  estateId: string | null;
  buildingId: string | null;
}

/** As whom somebody sees a task: of the community's staff, of the organisation whose it is, or not at all. */
export type TaskSight = 'staff' | 'organisation' | 'none';

export function taskSightOf(
  actor: Actor,
  task: Pick<GovernedTask, 'organisationId' | 'communityId' | 'gridId' | 'estateId' | 'buildingId'>,
): TaskSight {
  if (isStaffTo(actor, task)) return 'staff';
  return scopeOf(actor, 'task.list').organisationIds.includes(task.organisationId) ? 'organisation' : 'none';
}

export function taskStandingOf(actor: Actor, task: GovernedTask, action: TaskAction): TaskStanding {
  const scope = scopeOf(actor, `task.${action}`);
  const { organisationId, ...place } = task;
  return {
    organisation: scope.organisationIds.includes(organisationId),
    staff: scopeCovers(scope, place),
  };
}

/** The buttons this person gets. */
export function allowedTaskActions(actor: Actor, task: GovernedTask): TaskAction[] {
  return TASK_ACTIONS.filter((action) => taskMay(task, action, taskStandingOf(actor, task, action)).ok);
}
