import { type Corner, contains, type Outline, type Ring, sameCorner } from './plan-shape';

type Edge = readonly [Corner, Corner];

const UNIT = 1e7;

export const NOT_ACROSS = '这条线没有把网格分开，请从一条边画到另一条边，中间不要碰到边';
/** Nearer than this to an end of a line is its end. */
const TINY = 1e-9;

/**
 * Why a line whose ends are corners of the outline does not cut it in two, in words; null when it does. Asked in whole
 * units of the coordinates, as the server asks whether two grids overlap.
 */
export function whyNoCut([ring = [], ...holes]: Outline, line: readonly Corner[]): string | null {
  const cuts = edgesOf(line);
  const border = edgesOf(closed(ring));
  if (crossesItself(line, cuts)) return '这条线自己绕回来了，请重新画一条';
  const touches =
    line.slice(1, -1).some((corner) => border.some((edge) => isOn(corner, edge))) ||
    cuts.some((cut) => border.some((edge) => meet(cut, edge)));
  const pieces = stretchesInside(ring, border, cuts) + 1;
  if (pieces > 2) return `这条线会把网格切成 ${pieces} 块。请分几次切，一次只从一条边切到另一条边`;
  if (touches || pieces < 2) return NOT_ACROSS;
  const throughHole = holes.some((hole) =>
    edgesOf(closed(hole)).some((edge) => cuts.some((cut) => meet(cut, edge))),
  );
  return throughHole ? '这条线穿过了网格里的空洞，请绕开' : null;
}

const edgesOf = (line: readonly Corner[]): Edge[] =>
  line.slice(1).map((to, i): Edge => [line[i] as Corner, to]);

const closed = (ring: Ring): Ring => [...ring, ...ring.slice(0, 1)];

function crossesItself(line: readonly Corner[], cuts: readonly Edge[]): boolean {
  return (
    new Set(line.map(String)).size < line.length ||
    cuts.some((one, i) => cuts.slice(i + 1).some((other) => meet(one, other)))
  );
}

/** How often the line runs through the inside from border to border: each time it leaves one piece more. */
function stretchesInside(ring: Ring, border: readonly Edge[], cuts: readonly Edge[]): number {
  let [count, inside] = [0, false];
  for (const cut of cuts) {
    const spots = border.map((edge) => shareWhere(cut, edge)).filter((at) => at > TINY && at < 1 - TINY);
    const stops = [0, ...spots.sort((a, b) => a - b), 1];
    for (const [i, to] of stops.slice(1).entries()) {
      const from = stops[i] as number;
      if (to - from < TINY) continue;
      const now = contains([ring], spotAlong(cut, (from + to) / 2));
      if (now && (!inside || i > 0)) count += 1;
      inside = now;
    }
  }
  return count;
}

const spotAlong = ([from, to]: Edge, share: number): Corner => [
  from[0] + share * (to[0] - from[0]),
  from[1] + share * (to[1] - from[1]),
];

/** How far along the first they cross; NaN when they do not. */
function shareWhere(cut: Edge, edge: Edge): number {
  if (!meet(cut, edge)) return Number.NaN;
  const [[ax, ay], [bx, by], [cx, cy], [dx, dy]] = [...cut, ...edge] as [Corner, Corner, Corner, Corner];
  return ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / ((bx - ax) * (dy - cy) - (by - ay) * (dx - cx));
}

/** Above zero when the third lies to the left of the way from the first to the second, zero on one line with them. */
function side(a: Corner, b: Corner, c: Corner): number {
  const off = (to: number, from: number) => Math.round(to * UNIT) - Math.round(from * UNIT);
  return Math.sign(off(b[0], a[0]) * off(c[1], a[1]) - off(b[1], a[1]) * off(c[0], a[0]));
}

const between = (one: number, a: number, b: number) => Math.min(a, b) <= one && one <= Math.max(a, b);

const isOn = (corner: Corner, [from, to]: Edge) =>
  side(from, to, corner) === 0 && between(corner[0], from[0], to[0]) && between(corner[1], from[1], to[1]);

/** Whether they cross, touch or run along each other; to begin or end at the same corner is none of these. */
function meet(one: Edge, other: Edge): boolean {
  const shared = one.filter((corner) => other.some((also) => sameCorner(corner, also)));
  const touching = [
    ...one.filter((corner) => isOn(corner, other)),
    ...other.filter((corner) => isOn(corner, one)),
  ];
  if (touching.some((corner) => !shared.some((also) => sameCorner(corner, also)))) return true;
  if (shared.length > 0) return shared.length > 1;
  return (
    side(...one, other[0]) !== side(...one, other[1]) && side(...other, one[0]) !== side(...other, one[1])
  );
}
