import { LIMITS } from '@linli/shared';

const TOLD_IN_METRES = 10;

/** What people are told of a distance: whole tens, rounded up, never nothing at all. */
export function toldMetres(metres: number): number {
  return Math.max(1, Math.ceil(metres / TOLD_IN_METRES)) * TOLD_IN_METRES;
}

/**
 * Those within the radius, the nearest first, of equally near ones the newest first, and no more than can be compared.
 * The distance is to the place as the reader may know it: whoever asks from many spots learns nothing that the card does
 * not show anyway.
 */
export function nearestFirst<T extends { location: unknown; reportedAt: string }>(
  things: readonly T[],
  metresTo: (place: NonNullable<T['location']>) => number,
): (T & { distanceMetres: number })[] {
  return things
    .flatMap((thing) => {
      const { location } = thing as { location: T['location'] };
      return location === null || location === undefined ? [] : [{ thing, metres: metresTo(location) }];
    })
    .filter(({ metres }) => metres <= LIMITS.nearMetres)
    .sort((a, b) => a.metres - b.metres || b.thing.reportedAt.localeCompare(a.thing.reportedAt))
    .slice(0, LIMITS.nearShown)
    .map(({ thing, metres }) => ({ ...thing, distanceMetres: toldMetres(metres) }));
}
