import { OPEN_INCIDENT_STATES } from '@linli/shared';
import type { IncidentCard } from '../../api/contract';

const EARTH_METRES = 6_371_000;
const SHOWN = 6;

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Metres between two points of one neighbourhood; null where one of them is not known. */
export function metresBetween(a: IncidentCard['location'], b: IncidentCard['location']): number | null {
  if (!a || !b) return null;
  const east = radians(b.lng - a.lng) * Math.cos(radians((a.lat + b.lat) / 2));
  const north = radians(b.lat - a.lat);
  return Math.round(Math.hypot(east, north) * EARTH_METRES);
}

function isOpen({ state }: Pick<IncidentCard, 'state'>): boolean {
  return (OPEN_INCIDENT_STATES as readonly string[]).includes(state);
}

export interface Candidate {
  card: IncidentCard;
  metres: number | null;
  /** It is still being worked on, so another one can go into it. */
  fits: boolean;
}

/** What could be the same thing: others of this community, the nearest first, what is over last. */
export function candidatesFor(incident: IncidentCard, cards: IncidentCard[]): Candidate[] {
  return cards
    .filter((card) => card.id !== incident.id && card.communityId === incident.communityId)
    .map((card) => ({ card, metres: metresBetween(incident.location, card.location), fits: isOpen(card) }))
    .sort(
      (a, b) =>
        Number(b.fits) - Number(a.fits) ||
        (a.metres ?? Number.POSITIVE_INFINITY) - (b.metres ?? Number.POSITIVE_INFINITY),
    )
    .slice(0, SHOWN);
}

/** 「一处」「隔 40 米」 */
export function distanceWords(metres: number | null): string {
  if (metres === null) return '';
  if (metres < 10) return '就在一处';
  return metres < 1_000 ? `隔 ${Math.round(metres / 10) * 10} 米` : `隔 ${(metres / 1_000).toFixed(1)} 公里`;
}
