import type { Database } from './database.js';

/** As many rows as are shown where nobody says how many. */
const ROWS = 20;

/** Which rows a page of a list has, for `limit ? offset ?`. */
export function rowsOf({ page = 1, pageSize = ROWS }: { page?: number; pageSize?: number }): {
  limit: number;
  offset: number;
} {
  return { limit: pageSize, offset: (page - 1) * pageSize };
}

/** For `like`: what has these very characters at its beginning. */
export function beginningWith(text: string): string {
  return `${text.replace(/[\\%_]/g, '\\$&')}%`;
}

/** For `like`: what has these very characters anywhere. */
export function containing(text: string): string {
  return `%${beginningWith(text)}`;
}

/** How many there are of each state, and of each state of which there is none: what the tabs over a list say. */
export async function countByState<State extends string>(
  database: Database,
  states: readonly State[],
  column: string,
  from: string,
  parameters: unknown[],
): Promise<Record<State, number>> {
  const counts = Object.fromEntries(states.map((state) => [state, 0])) as Record<State, number>;
  const rows = await database.query<{ state: State; many: string }>(
    `select ${column} as state, count(*) as many from ${from} group by ${column}`,
    parameters,
  );
  for (const { state, many } of rows) counts[state] = Number(many);
  return counts;
}

/** How many rows the list under a tab has; without one it has all of them. */
export function totalOf<State extends string>(
  counts: Record<State, number>,
  state: State | undefined,
): number {
  if (state !== undefined) return counts[state];
  return Object.values<number>(counts).reduce((sum, many) => sum + many, 0);
}
