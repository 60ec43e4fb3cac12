import type { ColumnOptions } from 'typeorm';

/** A UUIDv7 made by whoever creates the row. Spelled out: TypeORM's `uuid` becomes a type only MariaDB has. */
export const idColumn = {
  type: 'char',
  length: 36,
  charset: 'ascii',
  collation: 'ascii_bin',
} as const satisfies ColumnOptions;

/** A moment in UTC with milliseconds. */
export const momentColumn = { type: 'datetime', precision: 3 } as const satisfies ColumnOptions;
