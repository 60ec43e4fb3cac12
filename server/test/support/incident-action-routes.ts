import type { IncidentDifficulty } from '@linli/shared';
import type { Attempt, Outcome, RouteTable } from './attempts.js';
import type { Neighbourhood } from './neighbourhood.js';
import { newId } from './new-id.js';
import type { Standings } from './standings.js';
import type { Visitor } from './visitors.js';
import { bringVoice } from './voices.js';

export const NOT_FOUND: Outcome = { status: 404, code: 'incident/not-found' };

/** Everything that can be done to an incident, each on one that has come that far. */
export async function incidentActionRoutes(
  here: Neighbourhood,
  { isReporter, inScope }: Standings,
): Promise<RouteTable> {
  /** An action on an incident that has come as far as `after`. Refused tries share one, which must stay as it was. */
  const action = async (
    name: string,
    after: 'report' | 'accept' | 'judge' | 'dispatch' | 'resolve',
    mine: (visitor: Visitor) => boolean,
    body: object = {},
    more: {
      difficulty?: IncidentDifficulty;
      /** What every report of this kind comes with. */
      with?: () => Promise<Record<string, unknown>>;
      besides?: (id: string) => Promise<unknown>;
    } = {},
  ): Promise<Attempt[]> => {
    const fresh = async () => {
      const id =
        after === 'report'
          ? await here.report(await more.with?.())
          : await here.reach(after, more.difficulty);
      await more.besides?.(id);
      return id;
    };
    const shared = await fresh();
    const untouched = JSON.stringify(await timelineOf(shared));
    return [
      {
        prepare: async (_visitor, expected) => ({
          path: `/api/incidents/${expected.status === 200 ? await fresh() : shared}/${name}`,
          body: { actionId: newId(), ...body },
        }),
        outcome: (visitor) => (mine(visitor) ? { status: 200 } : NOT_FOUND),
        afterwards: async () =>
          JSON.stringify(await timelineOf(shared)) === untouched ? null : 'a refused action left a trace',
      },
    ];
  };
  const timelineOf = (id: string) =>
    here.database.query('select id, action from incident_action where incident_id = ? order by id', [id]);
  const askToHold = (id: string) => here.act('worker', id, 'request-hold', { reason: '等灯具到货' });

  return {
    'POST /api/incidents/{id}/accept': await action('accept', 'report', inScope('incident.accept')),
    'POST /api/incidents/{id}/judge': await action('judge', 'accept', inScope('incident.judge'), {
      difficulty: 'simple',
    }),
    'POST /api/incidents/{id}/dispatch': await action('dispatch', 'judge', inScope('incident.dispatch'), {
      route: 'self',
    }),
    'POST /api/incidents/{id}/publish': await action('publish', 'report', inScope('incident.publish')),
    'POST /api/incidents/{id}/locate': await action(
      'locate',
      'report',
      inScope('incident.locate'),
      { buildingId: here.town.near.buildingId },
      { besides: (id) => here.database.query('update incident set place_known = 0 where id = ?', [id]) },
    ),
    'POST /api/incidents/{id}/transcribe': await action(
      'transcribe',
      'report',
      inScope('incident.transcribe'),
      { words: '三楼的灯不亮了' },
      { with: async () => ({ voiceId: await bringVoice(here, 'reporter') }) },
    ),
    'POST /api/incidents/{id}/resolve': await action('resolve', 'dispatch', inScope('incident.resolve'), {
      note: '换了灯泡',
      photoIds: [],
    }),
    'POST /api/incidents/{id}/confirm': await action('confirm', 'resolve', isReporter, { rating: 5 }),
    'POST /api/incidents/{id}/dispute': await action('dispute', 'resolve', isReporter, { note: '还是不亮' }),
    'POST /api/incidents/{id}/plan': await action(
      'plan',
      'judge',
      inScope('incident.plan'),
      { dueAt: new Date(Date.now() + 86_400_000).toISOString(), note: '请厂家来换' },
      { difficulty: 'hard' },
    ),
    'POST /api/incidents/{id}/request-hold': await action(
      'request-hold',
      'dispatch',
      inScope('incident.request_hold'),
      { reason: '等灯具到货' },
    ),
    'POST /api/incidents/{id}/approve-hold': await action(
      'approve-hold',
      'dispatch',
      inScope('incident.approve_hold'),
      {},
      { besides: askToHold },
    ),
    'POST /api/incidents/{id}/refuse-hold': await action(
      'refuse-hold',
      'dispatch',
      inScope('incident.refuse_hold'),
      { reason: '今天就能办' },
      { besides: askToHold },
    ),
    'POST /api/incidents/{id}/resume': await action(
      'resume',
      'dispatch',
      inScope('incident.resume'),
      {},
      {
        besides: async (id) => {
          await askToHold(id);
          await here.act('communityWorker', id, 'approve-hold');
        },
      },
    ),
    'POST /api/incidents/{id}/reject': await action('reject', 'report', inScope('incident.reject'), {
      reason: '不归社区管',
    }),
    'POST /api/incidents/{id}/merge': await action('merge', 'report', inScope('incident.merge'), {
      intoId: await here.report(),
    }),
    'POST /api/incidents/{id}/check-back': await action(
      'check-back',
      'resolve',
      inScope('incident.check_back'),
      { outcome: 'satisfied', note: '电话里说好了' },
    ),
  };
}
