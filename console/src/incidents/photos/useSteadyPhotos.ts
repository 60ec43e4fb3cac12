import { useRef } from 'react';
import type { IncidentPhoto } from '../../api/contract';

/**
 * Each refresh brings newly signed addresses of the same photos. The first one is kept while it works, so that pictures are
 * neither fetched again nor flicker; one that fails is forgotten and the next refresh's address taken.
 */
export function useSteadyPhotos(photos: IncidentPhoto[]) {
  const kept = useRef(new Map<string, IncidentPhoto>());
  const steady = photos.map((photo) => {
    const known = kept.current.get(photo.id);
    if (known) return known;
    kept.current.set(photo.id, photo);
    return photo;
  });
  return { steady, forget: (id: string) => kept.current.delete(id) };
}
