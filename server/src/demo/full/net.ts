import type { Spot } from '../demo-map.js';

/** How far a corner inside may lie off its place, so that no street looks drawn with a ruler. */
const ASTRAY_METRES = 18;

/** Corners that neighbouring grids share, so that their borders are exactly the same lines. */
export class Net {
  /** @param fixed corners that lie elsewhere, by `column row` */
  constructor(
    private readonly columns: readonly number[],
    private readonly rows: readonly number[],
    private readonly fixed: Readonly<Record<string, Spot>> = {},
  ) {}

  corner(column: number, row: number): Spot {
    const east = this.columns[column];
    const north = this.rows[row];
    if (east === undefined || north === undefined) throw new RangeError(`no corner ${column} ${row}`);
    return this.fixed[`${column} ${row}`] ?? [east + astray(column, row), north + astray(row, column + 5)];
  }

  /** The ring around these columns and rows, naming every corner on the way: whoever borders on it may end at any. */
  ring({ columns: [west, east], rows: [south, north] }: Block): Spot[] {
    const ring: Spot[] = [];
    for (let column = west; column < east; column++) ring.push(this.corner(column, south));
    for (let row = south; row < north; row++) ring.push(this.corner(east, row));
    for (let column = east; column > west; column--) ring.push(this.corner(column, north));
    for (let row = north; row > south; row--) ring.push(this.corner(west, row));
    return ring;
  }

  /** A spot inside, by how far it lies from west to east and from south to north. */
  within({ columns: [west, east], rows: [south, north] }: Block, across: number, up: number): Spot {
    const [southWest, southEast] = [this.corner(west, south), this.corner(east, south)];
    const [northWest, northEast] = [this.corner(west, north), this.corner(east, north)];
    const mix = (one: number, other: number, share: number) => one + (other - one) * share;
    const at = (axis: 0 | 1) =>
      mix(mix(southWest[axis], southEast[axis], across), mix(northWest[axis], northEast[axis], across), up);
    return [Math.round(at(0)), Math.round(at(1))];
  }
}

/** From which corner to which. */
export interface Block {
  columns: [number, number];
  rows: [number, number];
}

function astray(one: number, other: number): number {
  return ((one * 37 + other * 53) % (2 * ASTRAY_METRES + 1)) - ASTRAY_METRES;
}
