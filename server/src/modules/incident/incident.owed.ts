import type { OwedEvent } from '../../platform/events/outbox.js';
import type { ClockState } from '../clock/index.js';
import type { Incident } from './incident.entity.js';
import type { NewAction } from './incident.timeline.js';

type Placed = Pick<Incident, 'id' | 'communityId' | 'gridId' | 'estateId' | 'buildingId'>;

/** The event `incident.<action>` that an entry of the timeline owes. */
export function owedByAction({
  id,
  incident,
  actor,
  action,
  at,
}: Pick<NewAction, 'id' | 'incident' | 'actor' | 'action' | 'at'>): OwedEvent {
  return owed(incident, `incident.${action}`, at, { actionId: id, actorId: actor?.personId ?? null });
}

/** That a clock will be due soon. */
export function owedByDueSoon(incident: Placed, { kind, round, dueAt }: ClockState, at: Date): OwedEvent {
  const data = { clockKind: kind, clockRound: round, dueAt: dueAt.toISOString() };
  return owed(incident, 'incident.due_soon', at, data);
}

function owed(
  { id, communityId, gridId, estateId, buildingId }: Placed,
  type: string,
  at: Date,
  data: OwedEvent['data'],
): OwedEvent {
  return {
    ...{ type, subjectType: 'incident', subjectId: id, communityId, at },
    data: { ...data, gridId, estateId, buildingId },
  };
}
