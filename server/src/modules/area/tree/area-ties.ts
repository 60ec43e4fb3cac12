import { Injectable } from '@nestjs/common';
import type { Reading } from '../map/map.plans.js';

/** A subdistrict or a community that somebody wants to close. */
export interface ClosingArea {
  kind: 'subdistrict' | 'community';
  id: string;
}

/** What keeps an area open, to be said after its number: 「3 件没办结的事」. */
export interface Tie {
  count: number;
  words: string;
}

/** Counts what of its own is still going on there; it changes nothing. */
export type TieFinder = (reading: Reading, area: ClosingArea) => Promise<Tie[]>;

/** Whoever has something that must not be left in a closed community or subdistrict says so here when it begins. */
@Injectable()
export class AreaTies {
  private readonly finders: TieFinder[] = [];

  join(finder: TieFinder): void {
    this.finders.push(finder);
  }

  async of(reading: Reading, area: ClosingArea): Promise<Tie[]> {
    const all: Tie[] = [];
    for (const finder of this.finders) all.push(...(await finder(reading, area)));
    return all.filter(({ count }) => count > 0);
  }
}
