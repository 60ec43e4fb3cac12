import { type Polygon, toUnits } from './point.js';

/** The smallest cell, about a hundred metres; each further level’s cells are twice as wide. */
const SMALLEST_BITS = 13;
const STEP_BITS = 1;
/** 2³¹ units are more than the globe has. */
const LEVELS = Math.ceil((32 - SMALLEST_BITS) / STEP_BITS);

/**
 * Outlines as whole numbers in flat arrays, found by the cell a point lies in. Each outline stands in the cells its box
 * touches, at the level whose cells are as wide as the box, so in four at most; cells share a hash table, and what meets in it by
 * chance is told apart by its box. Neither one far away nor one far larger than the rest makes the others slower to find.
 */
export class OutlineTable {
  /** West, south, east, north of each outline. */
  private readonly boxes: Int32Array;
  /** Of each outline the first of its rings, of each ring the first of its numbers, and one end behind the last. */
  private readonly firstRing: Uint32Array;
  private readonly firstNumber: Uint32Array;
  /** x before y, corner after corner. */
  private readonly numbers: Int32Array;
  /** The levels that hold anything. */
  private readonly levels: number[] = [];
  /** Of each place in the hash table the first of its outlines, and one end behind the last. */
  private readonly firstEntry: Uint32Array;
  private readonly entries: Uint32Array;
  private readonly mask: number;

  constructor(polygons: readonly Polygon[]) {
    let rings = 0;
    let corners = 0;
    for (const polygon of polygons) {
      rings += polygon.length;
      for (const ring of polygon) corners += ring.length;
    }
    this.boxes = new Int32Array(polygons.length * 4);
    this.firstRing = new Uint32Array(polygons.length + 1);
    this.firstNumber = new Uint32Array(rings + 1);
    this.numbers = new Int32Array(corners * 2);
    this.copy(polygons);
    this.mask = 2 ** Math.ceil(Math.log2(Math.max(1, polygons.length) * 4)) - 1;
    this.firstEntry = new Uint32Array(this.mask + 2);
    this.entries = this.spread(polygons.length);
  }

  /** The first outline in the list that the point lies in; -1 where it lies in none. */
  find(lng: number, lat: number): number {
    const x = toUnits(lng);
    const y = toUnits(lat);
    const { boxes, entries, firstEntry, mask } = this;
    let best = -1;
    for (const level of this.levels) {
      const bits = bitsOf(level);
      const place = placeOf(level, x >> bits, y >> bits, mask);
      const end = firstEntry[place + 1] as number;
      for (let at = firstEntry[place] as number; at < end; at++) {
        const i = entries[at] as number;
        if (best >= 0 && i >= best) continue;
        const box = i * 4;
        if (x < (boxes[box] as number) || x > (boxes[box + 2] as number)) continue;
        if (y < (boxes[box + 1] as number) || y > (boxes[box + 3] as number)) continue;
        if (this.contains(i, x, y)) best = i;
      }
    }
    return best;
  }

  /** The rule of `polygonContains`: each edge is looked at from its lower end, which it holds, to its upper one. */
  private contains(outline: number, x: number, y: number): boolean {
    const { firstNumber, numbers } = this;
    const lastRing = this.firstRing[outline + 1] as number;
    let inside = false;
    for (let ring = this.firstRing[outline] as number; ring < lastRing; ring++) {
      const end = firstNumber[ring + 1] as number;
      let fromX = numbers[end - 2] as number;
      let fromY = numbers[end - 1] as number;
      for (let at = firstNumber[ring] as number; at < end; at += 2) {
        const toX = numbers[at] as number;
        const toY = numbers[at + 1] as number;
        if (fromY <= y !== toY <= y) {
          const up = fromY < toY;
          const lowX = up ? fromX : toX;
          const lowY = up ? fromY : toY;
          const width = up ? toX - fromX : fromX - toX;
          const height = up ? toY - fromY : fromY - toY;
          if (width * (y - lowY) - (x - lowX) * height > 0) inside = !inside;
        }
        fromX = toX;
        fromY = toY;
      }
    }
    return inside;
  }

  private copy(polygons: readonly Polygon[]): void {
    const { boxes, firstRing, firstNumber, numbers } = this;
    let ring = 0;
    let number = 0;
    for (let i = 0; i < polygons.length; i++) {
      let [west, south, east, north] = [2 ** 31 - 1, 2 ** 31 - 1, -(2 ** 31), -(2 ** 31)];
      for (const corners of polygons[i] as Polygon) {
        for (const corner of corners) {
          const x = toUnits(corner[0]);
          const y = toUnits(corner[1]);
          numbers[number++] = x;
          numbers[number++] = y;
          if (x < west) west = x;
          if (x > east) east = x;
          if (y < south) south = y;
          if (y > north) north = y;
        }
        firstNumber[++ring] = number;
      }
      firstRing[i + 1] = ring;
      boxes[i * 4] = west;
      boxes[i * 4 + 1] = south;
      boxes[i * 4 + 2] = east;
      boxes[i * 4 + 3] = north;
    }
  }

  /** Counts what each place will hold, then puts it there. */
  private spread(count: number): Uint32Array {
    const { firstEntry } = this;
    const held = new Set<number>();
    for (let i = 0; i < count; i++) {
      const level = this.eachPlace(i, (place) => {
        firstEntry[place + 1] = (firstEntry[place + 1] as number) + 1;
      });
      if (level >= 0) held.add(level);
    }
    this.levels.push(...[...held].sort((a, b) => a - b));
    for (let place = 1; place < firstEntry.length; place++)
      firstEntry[place] = (firstEntry[place] as number) + (firstEntry[place - 1] as number);
    const entries = new Uint32Array(firstEntry[firstEntry.length - 1] as number);
    const next = firstEntry.slice();
    for (let i = 0; i < count; i++)
      this.eachPlace(i, (place) => {
        entries[next[place] as number] = i;
        next[place] = (next[place] as number) + 1;
      });
    return entries;
  }

  /** Tells each place in the table that this outline stands in, and gives back the level; -1 when it has no corners. */
  private eachPlace(outline: number, tell: (place: number) => void): number {
    const box = outline * 4;
    const [west, south] = [this.boxes[box] as number, this.boxes[box + 1] as number];
    const [east, north] = [this.boxes[box + 2] as number, this.boxes[box + 3] as number];
    if (west > east) return -1;
    const span = Math.max(east - west, north - south);
    let level = 0;
    while (level < LEVELS - 1 && 2 ** bitsOf(level) < span) level++;
    const bits = bitsOf(level);
    for (let column = west >> bits; column <= east >> bits; column++)
      for (let row = south >> bits; row <= north >> bits; row++) tell(placeOf(level, column, row, this.mask));
    return level;
  }
}

const bitsOf = (level: number) => SMALLEST_BITS + level * STEP_BITS;

/** Mixes the numbers of a cell well enough that neighbours do not meet. */
function placeOf(level: number, column: number, row: number, mask: number): number {
  let mixed = Math.imul(column, 0x9e3779b1) ^ Math.imul(row, 0x85ebca6b) ^ Math.imul(level, 0xc2b2ae35);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 13)) & mask;
}
