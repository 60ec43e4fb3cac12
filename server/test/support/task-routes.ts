import type { Permission } from '@linli/shared';
import { type Attempt, listed, type Outcome, type RouteTable } from './attempts.js';
import type { Neighbourhood } from './neighbourhood.js';
import { newId } from './new-id.js';
import type { Standings } from './standings.js';
import { assist, inHours } from './tasks.js';
import { reachesOrganisation, type Visitor } from './visitors.js';

const TASK_NOT_FOUND: Outcome = { status: 404, code: 'task/not-found' };

/** The routes of tasks: an organisation's people get at theirs, the community's staff at all of theirs. */
export async function taskRoutes(
  here: Neighbourhood,
  { isStaff, reporterId, inScope }: Standings,
): Promise<RouteTable> {
  const { town } = here;
  /** An action on a fresh task of the property company, or of the city management. Refused tries share one, which must stay as it was. */
  const taskAction = async (
    name: string,
    mine: (visitor: Visitor, organisationId: string) => boolean,
    body: () => object = () => ({}),
    before?: (taskId: string) => Promise<unknown>,
  ): Promise<Attempt[]> => {
    const attempts: Attempt[] = [];
    for (const organisation of ['property', 'cityManagement'] as const) {
      const organisationId = town.organisations[organisation];
      const fresh = async () => {
        const { taskId } = await assist(here, { organisationId });
        await before?.(taskId);
        return taskId;
      };
      const shared = await fresh();
      const traces = () =>
        here.database.query('select id, action from task_action where task_id = ? order by id', [shared]);
      const untouched = JSON.stringify(await traces());
      attempts.push({
        name: organisation,
        prepare: async (_visitor, expected) => ({
          path: `/api/tasks/${expected.status === 200 ? await fresh() : shared}/${name}`,
          body: { actionId: newId(), ...body() },
        }),
        outcome: (visitor) => (mine(visitor, organisationId) ? { status: 200 } : TASK_NOT_FOUND),
        afterwards: async () =>
          JSON.stringify(await traces()) === untouched ? null : 'a refused action left a trace',
      });
    }
    return attempts;
  };
  const byOrganisation = (permission: Permission) => (visitor: Visitor, organisationId: string) =>
    reachesOrganisation(visitor, permission, organisationId);
  const asked = (taskId: string) =>
    here.database.query('update task set asked_due_at = due_at + interval 1 day where id = ?', [taskId]);
  const { taskId: propertyTask } = await assist(here);

  return {
    'GET /api/tasks': [
      listed('/api/tasks?limit=50', propertyTask, (visitor) =>
        reachesOrganisation(visitor, 'task.list', town.organisations.property),
      ),
    ],
    'GET /api/tasks/{id}': [
      {
        prepare: async () => ({
          path: `/api/tasks/${propertyTask}`,
          check: ({ body }) => {
            if (JSON.stringify(body).includes(reporterId)) return 'says who reported';
            return null;
          },
        }),
        outcome: (visitor) =>
          isStaff(visitor) || reachesOrganisation(visitor, 'task.read', town.organisations.property)
            ? { status: 200 }
            : TASK_NOT_FOUND,
      },
    ],
    'POST /api/tasks/{id}/accept': await taskAction('accept', byOrganisation('task.accept')),
    'POST /api/tasks/{id}/finish': await taskAction('finish', byOrganisation('task.finish'), () => ({
      note: '清走了',
      photoIds: [],
    })),
    'POST /api/tasks/{id}/return': await taskAction('return', byOrganisation('task.return'), () => ({
      reason: '不归我们管',
    })),
    'POST /api/tasks/{id}/ask-time': await taskAction('ask-time', byOrganisation('task.ask_time'), () => ({
      reason: '要等配件',
      dueAt: inHours(48),
    })),
    'POST /api/tasks/{id}/grant-time': await taskAction(
      'grant-time',
      inScope('task.grant_time'),
      () => ({}),
      asked,
    ),
    'POST /api/tasks/{id}/refuse-time': await taskAction(
      'refuse-time',
      inScope('task.refuse_time'),
      () => ({}),
      asked,
    ),
    'POST /api/tasks/{id}/urge': await taskAction('urge', inScope('task.urge')),
    'POST /api/tasks/{id}/transfer': await taskAction('transfer', inScope('task.transfer'), () => ({
      organisationId: town.organisations.fire,
      reason: '该由他们来',
    })),
    'POST /api/tasks/{id}/cancel': await taskAction('cancel', inScope('task.cancel'), () => ({
      reason: '已经没了',
    })),
  };
}
