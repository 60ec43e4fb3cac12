import { entranceDoor, hall, lamp, pipe, stairs } from './indoors.js';
import { bikeShed, corner, fireLane, fitness, manhole, puddle, tree, wall } from './outdoors.js';

/** What a demo photo shows: as it was found, and as it was put right. SVG text, drawn here so that no real place is shown. */
export const DRAWINGS = {
  stairs: { before: () => stairs(false), after: () => stairs(true) },
  lamp: { before: () => lamp(false), after: () => lamp(true) },
  hall: { before: () => hall(true), after: () => hall(false) },
  pipe: { before: () => pipe(false), after: () => pipe(true) },
  door: { before: () => entranceDoor(false), after: () => entranceDoor(true) },
  manhole: { before: () => manhole(false), after: () => manhole(true) },
  corner: { before: () => corner(false), after: () => corner(true) },
  fitness: { before: () => fitness(false), after: () => fitness(true) },
  fireLane: { before: () => fireLane(false), after: () => fireLane(true) },
  tree: { before: () => tree(false), after: () => tree(true) },
  wall: { before: () => wall(false), after: () => wall(true) },
  puddle: { before: () => puddle(false), after: () => puddle(true) },
  bikeShed: { before: () => bikeShed(false), after: () => bikeShed(true) },
} as const;

export type DrawingName = keyof typeof DRAWINGS;
