import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Reading } from '../../area/index.js';
import { countOf, eraseRows, type KeptRows, moveRows, partOf } from './kept-rows.js';
import {
  type ErasedFiles,
  type ExportPart,
  type Holding,
  type MergeConflict,
  type Moved,
  type PersonRecordKeeper,
  PersonRecords,
} from './person-records.js';

/** A keeper whose rows are told in a list; a module adds to it only what is not a row with somebody's id. */
@Injectable()
export abstract class RowKeeper implements PersonRecordKeeper, OnModuleInit {
  abstract readonly name: string;
  protected abstract readonly kept: readonly KeptRows[];
  /** Columns that this keeper answers for in another way, or that stay as they were written. */
  protected readonly besides: readonly string[] = [];

  constructor(private readonly records: PersonRecords) {}

  onModuleInit(): void {
    this.records.join(this);
  }

  get columns(): readonly string[] {
    const kept = this.kept.flatMap(({ table, column, name }) =>
      name === undefined ? [`${table}.${column}`] : [`${table}.${column}`, `${table}.${name}`],
    );
    return [...kept, ...this.besides];
  }

  async holdings(read: Reading, personId: string): Promise<Holding[]> {
    const all: Holding[] = [];
    for (const rows of this.kept) all.push(await countOf(read, rows, personId));
    return all.filter(({ count }) => count > 0);
  }

  export(read: Reading, personId: string): readonly ExportPart[] {
    return this.kept.map((rows) => partOf(read, rows, personId));
  }

  async obstacles(_tx: EntityManager, _personId: string): Promise<string[]> {
    return [];
  }

  async erase(tx: EntityManager, personId: string, _now: Date): Promise<ErasedFiles> {
    for (const rows of this.kept) await eraseRows(tx, rows, personId);
    return [];
  }

  async conflicts(_tx: EntityManager, _fromId: string, _intoId: string): Promise<MergeConflict[]> {
    return [];
  }

  async move(tx: EntityManager, fromId: string, intoId: string, _now: Date): Promise<Moved[]> {
    const all: Moved[] = [];
    for (const rows of this.kept) all.push(await moveRows(tx, rows, fromId, intoId));
    return all.filter(({ count }) => count > 0);
  }
}
