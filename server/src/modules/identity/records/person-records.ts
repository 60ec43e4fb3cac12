import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { FileKey } from '../../../platform/files/file-storage.js';
import type { Reading } from '../../area/index.js';

/** What is kept of somebody, counted: for themselves and for whoever merges two into one. */
export interface Holding {
  /** Like 'incident.reported'. */
  kind: string;
  title: string;
  count: number;
  /** What of it is said at once, with numbers masked; absent where only the copy tells. */
  shown?: string;
  /** Until when, in words: 办结后三年. */
  keptFor: string;
  /** Why it is held. */
  basis: string;
}

export type ExportItem = Record<string, unknown>;

export interface ExportPart {
  kind: string;
  title: string;
  /** Read as somebody asks for the next, and once; without any there is nothing of this kind. */
  pages: AsyncIterable<readonly ExportItem[]>;
}

/** One page for what is little of everybody. */
export async function* onePage(ask: () => Promise<ExportItem[]>): AsyncGenerator<ExportItem[]> {
  const items = await ask();
  if (items.length > 0) yield items;
}

/** Files to remove once the transaction has committed. Their rows are gone or wait as unused, so that the sweep of unused uploads takes what a killed process left. */
export type ErasedFiles = readonly FileKey[];

export interface MergeConflict {
  kind: string;
  words: string;
}

export interface Moved {
  kind: string;
  title: string;
  count: number;
}

/** What one module keeps of one person. Later modules (votes, points) join with theirs and say when two of them cannot become one. */
export interface PersonRecordKeeper {
  /** The module's name, unique; the order of joining does not matter. */
  readonly name: string;
  /** Every 'table.column' with a person's id, name, words or number for which this keeper answers. */
  readonly columns: readonly string[];
  /** What it keeps of them, counted, in words a resident understands; nothing when there is none. */
  holdings(read: Reading, personId: string): Promise<Holding[]>;
  /** The same, whole, and read only when it is asked for. Their own numbers are whole; nobody else's personal data is in it. */
  export(read: Reading, personId: string): readonly ExportPart[];
  /** Why this person cannot be erased now: sentences saying what to do. */
  obstacles(tx: EntityManager, personId: string): Promise<string[]>;
  /** Takes away or makes nameless what is theirs; what must stay stays without a name. Doing it again changes nothing. */
  erase(tx: EntityManager, personId: string, now: Date): Promise<ErasedFiles>;
  /** Why these two cannot become one now: sentences saying what to do. */
  conflicts(tx: EntityManager, fromId: string, intoId: string): Promise<MergeConflict[]>;
  /** Everything of `from` becomes `into`'s. Returns what was moved, counted. */
  move(tx: EntityManager, fromId: string, intoId: string, now: Date): Promise<Moved[]>;
}

/** The name of whoever is no longer with us, wherever a name has to stand. */
export const ERASED_NAME = '已注销用户';

/** What people look for first when they ask what is kept of them; the rest follows as it comes. */
const FIRST = ['identity', 'household', 'home', 'incident', 'photo', 'voice', 'message'];

function inReadingOrder<T extends { kind: string }>(parts: readonly T[]): T[] {
  const rank = ({ kind }: T) => {
    const at = FIRST.findIndex((name) => kind.startsWith(`${name}.`));
    return at < 0 ? FIRST.length : at;
  };
  return [...parts].sort((a, b) => rank(a) - rank(b));
}

/** Whoever keeps something by person says so here when it begins, so that showing, erasing and merging people forget nothing. */
@Injectable()
export class PersonRecords {
  private readonly keepers = new Map<string, PersonRecordKeeper>();

  join(keeper: PersonRecordKeeper): void {
    if (this.keepers.has(keeper.name)) throw new Error(`two keepers are called ${keeper.name}`);
    this.keepers.set(keeper.name, keeper);
  }

  /** In the order of their names, so that two who work at once lock in one order. */
  all(): readonly PersonRecordKeeper[] {
    return [...this.keepers.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  async holdings(read: Reading, personId: string): Promise<Holding[]> {
    return inReadingOrder(await this.ofEach((keeper) => keeper.holdings(read, personId)));
  }

  export(read: Reading, personId: string): ExportPart[] {
    return inReadingOrder(this.all().flatMap((keeper) => keeper.export(read, personId)));
  }

  obstacles(tx: EntityManager, personId: string): Promise<string[]> {
    return this.ofEach((keeper) => keeper.obstacles(tx, personId));
  }

  erase(tx: EntityManager, personId: string, now: Date): Promise<ErasedFiles> {
    return this.ofEach((keeper) => keeper.erase(tx, personId, now));
  }

  conflicts(tx: EntityManager, fromId: string, intoId: string): Promise<MergeConflict[]> {
    return this.ofEach((keeper) => keeper.conflicts(tx, fromId, intoId));
  }

  move(tx: EntityManager, fromId: string, intoId: string, now: Date): Promise<Moved[]> {
    return this.ofEach((keeper) => keeper.move(tx, fromId, intoId, now));
  }

  /** One after the other: they share one connection. */
  private async ofEach<T>(ask: (keeper: PersonRecordKeeper) => Promise<readonly T[]>): Promise<T[]> {
    const answers: T[] = [];
    for (const keeper of this.all()) answers.push(...(await ask(keeper)));
    return answers;
  }
}
