import type { RecordedRequest, SentStatement, SentValue } from '../test/support/watched-server.js';

/** What the floor puts in a statement's place: a value as it was, or one made for each request. */
type PlannedValue = SentValue | { id: number } | { now: true } | { words: (string | { id: number })[] };

interface PlannedStatement {
  sql: string;
  values: PlannedValue[];
}

/** What the floor does for one request. */
export interface Plan {
  first: PlannedStatement[];
  transaction: PlannedStatement[];
  together: PlannedStatement[];
  newIds: number;
  status: number;
  answer: unknown;
}

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const BEGINS = /^START TRANSACTION/i;
const ENDS = /^COMMIT/i;

/**
 * Learns from two recordings of the same request, each with ids of its own, what is the same each time and what is new:
 * ids that only one of them has are made anew, moments that differ are now.
 */
export function planFrom(
  [one, other]: [RecordedRequest, RecordedRequest],
  answer: Pick<Plan, 'status' | 'answer'>,
  ownId: string | null,
): Plan {
  if (one.statements.length !== other.statements.length)
    throw new Error(`${one.url} sent ${one.statements.length} statements, then ${other.statements.length}`);
  const known = new Set(idsIn(other.statements));
  const fresh = [
    ...new Set([...(ownId === null ? [] : [ownId]), ...idsIn(one.statements).filter((id) => !known.has(id))]),
  ];
  const planned = one.statements.map(({ sql, values }, i) => {
    const before = other.statements[i];
    if (before?.sql !== sql) throw new Error(`${one.url} sent another statement the second time: ${sql}`);
    return spelledOut(sql, values, (value, at) => planOf(value, flat(before.values)[at], fresh));
  });
  const begins = planned.findIndex(({ sql }) => BEGINS.test(sql));
  const ends = planned.findIndex(({ sql }) => ENDS.test(sql));
  const isolation = begins > 0 && /^SET TRANSACTION/i.test(planned[begins - 1]?.sql ?? '') ? 1 : 0;
  return {
    first: begins < 0 ? planned.slice(0, 1) : planned.slice(0, begins - isolation),
    transaction: begins < 0 ? [] : planned.slice(begins - isolation, ends + 1),
    together: begins < 0 ? planned.slice(1) : planned.slice(ends + 1),
    newIds: fresh.length,
    ...answer,
  };
}

/** Lists become as many question marks as they have values, as a prepared statement needs them. */
function spelledOut(
  sql: string,
  values: SentValue[],
  plan: (value: SentValue, at: number) => PlannedValue,
): PlannedStatement {
  let next = 0;
  const spelled = sql.replace(/\?/g, () => {
    const value = values[next++];
    return Array.isArray(value) ? value.map(() => '?').join(', ') : '?';
  });
  return { sql: spelled, values: flat(values).map(plan) };
}

function planOf(value: SentValue, before: SentValue | undefined, fresh: string[]): PlannedValue {
  if (typeof value === 'string') {
    const at = fresh.indexOf(value);
    if (at >= 0) return { id: at };
    const words = value.split(/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/).map((part) => {
      const place = fresh.indexOf(part);
      return place < 0 ? part : { id: place };
    });
    return words.length > 1 && words.some((part) => typeof part !== 'string') ? { words } : value;
  }
  const moved = isMoment(value) && isMoment(before) && value.moment !== before.moment;
  return moved ? { now: true } : value;
}

function isMoment(value: SentValue | undefined): value is { moment: number } {
  return typeof value === 'object' && value !== null && 'moment' in value;
}

const flat = (values: SentValue[]): SentValue[] =>
  values.flatMap((value) => (Array.isArray(value) ? flat(value) : [value]));

function idsIn(statements: SentStatement[]): string[] {
  return statements.flatMap(({ values }) =>
    flat(values).flatMap((value) =>
      typeof value === 'string' ? [...value.matchAll(ID)].map(([id]) => id) : [],
    ),
  );
}
