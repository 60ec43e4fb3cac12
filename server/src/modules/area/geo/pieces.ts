import { type Corner, cross, crossing, type Edge, edgesOf, same } from './exact.js';
import type { Rings } from './overlap.js';

/** More than these nobody looks at. */
const MOST_PIECES = 20;

interface Stretch {
  west: Edge;
  east: Edge;
}

interface Piece {
  west: Corner[];
  east: Corner[];
}

/** What two areas have in common, or what one has outside the other, as rings for showing; reckoned in strips, not exact. */
export function pieces(one: Rings, other: Rings, which: 'common' | 'outside'): Corner[][] {
  const keep = (inOne: boolean, inOther: boolean) => inOne && inOther === (which === 'common');
  const done: Piece[] = [];
  let open: Piece[] = [];
  const heights = strips(one, other);
  for (const [i, low] of heights.entries()) {
    const high = heights[i + 1];
    if (high === undefined) break;
    const next: Piece[] = [];
    for (const { west, east } of stretches(one, other, (low + high) / 2, keep)) {
      const [lowWest, lowEast] = [at(west, low), at(east, low)];
      const [highWest, highEast] = [at(west, high), at(east, high)];
      const below = open.find((piece) => meets(piece.west, lowWest) && meets(piece.east, lowEast));
      const piece = below ?? { west: [lowWest], east: [lowEast] };
      piece.west.push(highWest);
      piece.east.push(highEast);
      open = open.filter((held) => held !== below);
      next.push(piece);
    }
    done.push(...open);
    open = next;
  }
  return [...done, ...open]
    .map(({ west, east }) => tidy([...east, ...[...west].reverse()]))
    .filter((ring) => ring.length >= 3)
    .slice(0, MOST_PIECES);
}

/** All heights at which the borders bend or cross. */
function strips(one: Rings, other: Rings): number[] {
  const theirs = edgesOf(other);
  const crossings = edgesOf(one).flatMap((edge) =>
    theirs.filter((their) => cross(edge, their)).map((their) => crossing(edge, their)[1]),
  );
  const heights = [...one.flat(), ...other.flat()].map(([, y]) => y);
  return [...new Set([...heights, ...crossings])].sort((a, b) => a - b);
}

function stretches(
  one: Rings,
  other: Rings,
  y: number,
  keep: (inOne: boolean, inOther: boolean) => boolean,
): Stretch[] {
  const walls = [one, other]
    .flatMap((rings, owner) => edgesOf(rings).map((edge) => ({ edge, owner })))
    .filter(({ edge: [from, to] }) => from[1] < y !== to[1] < y)
    .map((wall) => ({ ...wall, x: at(wall.edge, y)[0] }))
    .sort((a, b) => a.x - b.x);
  const inside = [false, false];
  const found: Stretch[] = [];
  for (const [i, { edge, owner, x }] of walls.entries()) {
    inside[owner] = !inside[owner];
    const after = walls[i + 1];
    if (after !== undefined && after.x > x && keep(inside[0] === true, inside[1] === true))
      found.push({ west: edge, east: after.edge });
  }
  return found;
}

function at([from, to]: Edge, y: number): Corner {
  return [from[0] + ((y - from[1]) / (to[1] - from[1])) * (to[0] - from[0]), y];
}

function meets(side: Corner[], corner: Corner): boolean {
  const last = side.at(-1);
  return last !== undefined && last[1] === corner[1] && Math.abs(last[0] - corner[0]) < 1;
}

/** Without corners that stand twice or in the middle of a straight side. */
function tidy(ring: Corner[]): Corner[] {
  const rounded = ring.map(([x, y]): Corner => [Math.round(x), Math.round(y)]);
  const once = rounded.filter((corner, i) => !same(corner, rounded[(i + 1) % rounded.length] as Corner));
  return once.filter((corner, i) => {
    const before = once[(i + once.length - 1) % once.length] as Corner;
    const after = once[(i + 1) % once.length] as Corner;
    const bend =
      (corner[0] - before[0]) * (after[1] - before[1]) - (corner[1] - before[1]) * (after[0] - before[0]);
    const length = Math.hypot(after[0] - before[0], after[1] - before[1]);
    return Math.abs(bend) > length;
  });
}
