import { Injectable } from '@nestjs/common';
import type { Point } from '../geo/point.js';

/** Where something lies, as far as it decides its grid: a building says it before a point. */
export interface Whereabouts extends Point {
  buildingId: string | null;
}

export type GridFinder = (where: Whereabouts) => string | null;

export interface Move {
  fromGridId: string | null;
  toGridId: string | null;
}

/** Says of a module's open things which would change their grid; it changes nothing. */
export type RedrawWitness = (communityId: string, gridOf: GridFinder) => Promise<Move[]>;

/** Whoever has open things that lie in grids says so here when it begins, so that a preview of the map can count them. */
@Injectable()
export class RedrawWitnesses {
  private readonly witnesses: RedrawWitness[] = [];

  join(witness: RedrawWitness): void {
    this.witnesses.push(witness);
  }

  async moves(communityId: string, gridOf: GridFinder): Promise<Move[]> {
    const all = await Promise.all(this.witnesses.map((witness) => witness(communityId, gridOf)));
    return all.flat();
  }
}
