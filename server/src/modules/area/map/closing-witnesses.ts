import { Injectable } from '@nestjs/common';
import type { Reading } from './map.plans.js';

/** The grids, estates and buildings that an edit would close. */
export interface ClosingPlaces {
  areaIds: readonly string[];
  estateIds: readonly string[];
}

/** What is left behind at a place that closes, in words, and how many of it. */
export interface LeftBehind {
  /** The area's or the estate's. */
  placeId: string;
  words: string;
  count: number;
}

/** Says what of its own would be left at places that close; it changes nothing. */
export type ClosingWitness = (reading: Reading, places: ClosingPlaces) => Promise<LeftBehind[]>;

/** Whoever keeps something by grid, estate or building that should be seen to before one closes says so here when it begins. */
@Injectable()
export class ClosingWitnesses {
  private readonly witnesses: ClosingWitness[] = [];

  join(witness: ClosingWitness): void {
    this.witnesses.push(witness);
  }

  async leftBehind(reading: Reading, places: ClosingPlaces): Promise<LeftBehind[]> {
    if (places.areaIds.length + places.estateIds.length === 0) return [];
    const all = await Promise.all(this.witnesses.map((witness) => witness(reading, places)));
    return all.flat();
  }
}
