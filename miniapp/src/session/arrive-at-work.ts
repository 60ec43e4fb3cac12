import type { Me } from '../request/contract';
import { useHere } from './here.store';

/** Whoever works in a community lands there when signing in, unless they already are in one where they work. */
export function arriveAtWork(me: Me): void {
  const { here, arrive } = useHere.getState();
  const places = me.appointments.filter(({ communityId }) => communityId !== null);
  const first = places[0];
  if (!first?.communityId || places.some(({ communityId }) => communityId === here?.communityId)) return;
  arrive({
    communityId: first.communityId,
    communityName: first.communityName ?? '',
    gridId: null,
    gridName: null,
    placeCode: null,
    placeLabel: null,
  });
}
