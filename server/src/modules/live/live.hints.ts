import type { Permission } from '@linli/shared';
import { type Actor, scopeCovers, scopeOf } from '../../platform/auth/actor.js';
import type { RecordedEvent } from '../../platform/events/effect.js';

export type HintKind = 'incidents' | 'tasks' | 'notices' | 'households' | 'inbox';

/** That a list changed, and for whom. Only `kind` and `communityId` are ever sent. */
export interface Hint {
  kind: HintKind;
  communityId: string | null;
  /** Where exactly; for a list of people's own, whose. */
  gridId: string | null;
  estateId: string | null;
  buildingId: string | null;
  organisationId: string | undefined;
  personId: string | null;
}

/** Whoever holds one of these where it happened sees such a list. */
const READERS: Record<Exclude<HintKind, 'inbox'>, readonly Permission[]> = {
  incidents: ['incident.workbench', 'incident.queue'],
  tasks: ['task.read'],
  notices: ['notice.desk'],
  households: ['household.confirm'],
};

/** Which lists an event changes. */
export function hintsOf(event: RecordedEvent): Hint[] {
  const { type, communityId, data = {} } = event;
  const gridId = idIn(data.gridId) ?? null;
  const place = {
    communityId,
    gridId,
    estateId: idIn(data.estateId) ?? null,
    buildingId: idIn(data.buildingId) ?? null,
    organisationId: idIn(data.organisationId),
    personId: null,
  };
  if (type === 'message.created' && event.subjectType === 'person') {
    return [{ ...place, kind: 'inbox', communityId: null, personId: event.subjectId }];
  }
  // An order shows on its incident's card, and its own list is asked for along with the incidents'.
  if (type.startsWith('incident.') || type.startsWith('hotline_order.'))
    return [{ ...place, kind: 'incidents' }];
  if (type.startsWith('task.')) {
    const before = idIn(data.fromOrganisationId);
    return [
      { ...place, kind: 'tasks' },
      ...(before === undefined ? [] : [{ ...place, kind: 'tasks' as const, organisationId: before }]),
      { ...place, kind: 'incidents' },
    ];
  }
  if (type.startsWith('household.')) return [{ ...place, kind: 'households' }];
  if (type.startsWith('notice.')) return [{ ...place, kind: 'notices' }];
  return [];
}

/** Whether the list is one of this person's, by their appointments in force. */
function hears(actor: Actor, hint: Hint): boolean {
  if (hint.kind === 'inbox') return actor.personId !== null && actor.personId === hint.personId;
  const { communityId, gridId, estateId, buildingId, organisationId } = hint;
  if (communityId === null) return false;
  const thing = { communityId, gridId, estateId, buildingId, organisationId };
  return READERS[hint.kind].some((permission) => scopeCovers(scopeOf(actor, permission), thing));
}

/** What to send of these to one person: each list once. */
export function sayable(actor: Actor, hints: readonly Hint[]): Pick<Hint, 'kind' | 'communityId'>[] {
  const lists = new Map(
    hints
      .filter((hint) => hears(actor, hint))
      .map(({ kind, communityId }) => [`${kind} ${communityId}`, { kind, communityId }]),
  );
  return [...lists.values()];
}

function idIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
