import type { INestApplicationContext } from '@nestjs/common';
import { HotlineOrders, HotlineService } from '../modules/hotline/index.js';
import { IncidentHistory, IncidentService } from '../modules/incident/index.js';
import { newId } from '../platform/ids/new-id.js';
import type { DemoClock } from './demo-clock.js';
import { type PlannedOrder, planHotline } from './demo-hotline.js';
import { MINUTE_MS } from './demo-plan.js';
import type { DemoAreas } from './load-areas.js';
import type { Happening } from './load-incidents.js';
import type { DemoActors } from './load-people.js';

const COMMUNITY = 'AL';
const BY = 'community-worker-1';

/** How the community takes the demo's orders in and works on them, to be lived among all the rest. */
export function hotlineHappenings(
  app: INestApplicationContext,
  clock: DemoClock,
  areas: DemoAreas,
  actors: DemoActors,
  now: Date,
): Happening[] {
  const actor = actors.get(BY);
  const communityId = areas.communities.get(COMMUNITY)?.id;
  if (actor === undefined || communityId === undefined) throw new Error('nobody takes orders in');
  const incidents = app.get(IncidentService);
  const history = app.get(IncidentHistory);
  const actionId = () => newId(clock.now());

  return planHotline(now).flatMap((planned) => {
    const id = newId(planned.receivedAt);
    const after = (minutes: number, happen: () => Promise<unknown>): Happening => ({
      at: new Date(planned.receivedAt.getTime() + minutes * MINUTE_MS),
      happen: async () => void (await happen()),
    });
    const { resolved, reply } = planned;
    return [
      after(20, () => app.get(HotlineOrders).enter(actor, { id, communityId, ...entered(planned, areas) })),
      after(22, () => history.opened(actor, id)),
      after(23, () => incidents.accept(actor, id, { actionId: actionId() })),
      ...(resolved === undefined
        ? []
        : [
            after(24, () => incidents.judge(actor, id, { actionId: actionId(), difficulty: 'simple' })),
            after(25, () => incidents.dispatch(actor, id, { actionId: actionId(), route: 'self' })),
            after(44, () => history.opened(actor, id)),
            after(45, () =>
              incidents.resolve(actor, id, { actionId: actionId(), note: resolved, photoIds: [] }),
            ),
          ]),
      ...(reply === undefined
        ? []
        : [
            after(50, () =>
              app.get(HotlineService).reply(actor, id, { actionId: actionId(), replyText: reply }),
            ),
          ]),
    ];
  });
}

function entered(
  { number, dueAt, receivedAt, caller, category, said, ...where }: PlannedOrder,
  areas: DemoAreas,
) {
  const { building, placeNote } = where;
  return {
    ...{ outsideNumber: number, caller, categoryCode: category, text: said },
    ...{ outsideDueAt: dueAt.toISOString(), receivedAt: receivedAt.toISOString() },
    buildingId: areas.buildings.get(building)?.id ?? building,
    ...(placeNote === undefined ? {} : { placeNote }),
  };
}
