import type { Answer } from './api.js';
import type { Visitor } from './visitors.js';

/** What one try of a route should come to, once the permission itself lets the visitor in. */
export interface Outcome {
  status: number;
  /** The problem's code, where it is a refusal. */
  code?: string;
}

export interface Try {
  path: string;
  body?: unknown;
  /** Further things the answer must hold; gives back what is wrong. */
  check?: (answer: Answer) => string | null;
}

/** One way of trying a route. */
export interface Attempt {
  name?: string;
  /** The proof is in the request, so an old access token is not looked at. */
  tokenIgnored?: boolean;
  prepare(visitor: Visitor, expected: Outcome): Promise<Try>;
  /** How the thing's place and owner decide, for whoever holds the permission. */
  outcome(visitor: Visitor): Outcome;
  /** What must still be true when everybody has tried; gives back what is wrong. */
  afterwards?(): Promise<string | null>;
}

export type RouteTable = Record<string, Attempt[]>;

/** A try that comes to the same for everybody whom the permission lets in. */
export const always = (
  outcome: Outcome,
  make: (visitor: Visitor) => Try | Promise<Try>,
  tokenIgnored = false,
): Attempt => ({
  tokenIgnored,
  prepare: async (visitor) => make(visitor),
  outcome: () => outcome,
});

/** A route that answers everybody. */
export const open = (path: string) => [always({ status: 200 }, () => ({ path }))];

/** A list that must show one thing to exactly these visitors. */
export const listed = (path: string, id: string, expected: (visitor: Visitor) => boolean): Attempt => ({
  prepare: async (visitor) => ({
    path,
    check: (answer) => {
      const there = answer.body.items.some((item: { id: string }) => item.id === id);
      return there === expected(visitor)
        ? null
        : there
          ? 'shows what it must not'
          : 'misses what it must show';
    },
  }),
  outcome: () => ({ status: 200 }),
});
