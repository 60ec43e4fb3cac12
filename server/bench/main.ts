/** `npm run bench`: each bench by name, or all of them; prints a table, or JSON alone with --json. */
import { FULL as ALL_YEARS, atScale } from './at-scale.js';
import type { Figure } from './figures.js';
import { closeConnections } from './load.js';
import { locate, MANY_GRIDS } from './locate.js';
import { FULL, versusFloor } from './versus-floor.js';

interface Bench {
  names: readonly string[];
  run(names: readonly string[]): Promise<Figure[]>;
}

/** `--much=100000` tries the figures of years with fewer of them; what is promised is promised of a million. */
const much = Number(
  process.argv.find((word) => word.startsWith('--much='))?.slice('--much='.length) ?? ALL_YEARS.much,
);

const BENCHES: Bench[] = [
  {
    names: ['incident.get', 'incident.list', 'incident.report', 'auth.scope'],
    run: (names) => versusFloor(names, FULL),
  },
  { names: ['incident.list.1m', 'queue.due.1m'], run: (names) => atScale(names, { ...ALL_YEARS, much }) },
  { names: ['area.locate'], run: () => locate(MANY_GRIDS) },
];

const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const json = process.argv.includes('--json');
const known = BENCHES.flatMap(({ names }) => names);
const unknown = asked.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`没有「${unknown.join(' ')}」，可选：${known.join(' ')}\n`);
  process.exit(2);
}

const figures: Figure[] = [];
for (const bench of BENCHES) {
  const names = bench.names.filter((name) => asked.length === 0 || asked.includes(name));
  if (names.length === 0) continue;
  for (const one of await bench.run(names)) {
    figures.push(one);
    if (!json) process.stdout.write(`${lineOf(one)}\n`);
  }
}
closeConnections();
if (json) {
  const told = figures.map(({ name, value, unit, better, floor, ratio }) => ({
    name,
    value,
    unit,
    better,
    floor,
    ratio,
  }));
  process.stdout.write(`${JSON.stringify(told)}\n`);
}

function lineOf({ name, value, unit, floor, ratio, note }: Figure): string {
  const numbers = `${String(value).padStart(9)} ${unit.padEnd(9)} floor ${String(floor).padStart(9)}  ×${ratio}`;
  return `${name.padEnd(18)} ${numbers.padEnd(48)} ${note}`;
}
