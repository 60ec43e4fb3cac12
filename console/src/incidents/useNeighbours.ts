import { useEffect, useRef } from 'react';

export interface Neighbours {
  previous: string | undefined;
  next: string | undefined;
}

/** Who stands before and after the open incident. When it has left the list, its old place is kept, so one can go on from there. */
export function useNeighbours(items: readonly { id: string }[], openId: string | undefined): Neighbours {
  const lastPlace = useRef(-1);
  const place = items.findIndex((item) => item.id === openId);
  useEffect(() => {
    if (place >= 0) lastPlace.current = place;
  }, [place]);
  if (place >= 0) return { previous: items[place - 1]?.id, next: items[place + 1]?.id };
  return { previous: items[lastPlace.current - 1]?.id, next: items[lastPlace.current]?.id };
}
