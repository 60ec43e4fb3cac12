import { Column, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from './columns.js';

/** What every entry of a timeline says, whatever it is the timeline of. Only ever added to; names are as of then. */
export abstract class TimelineEntry<Action extends string> {
  /** Made by the client; for the beginning and for what happens by itself, by the server. */
  @PrimaryColumn(idColumn)
  id: string;

  /** 1, 2, 3… in the order of the lock of what it is the timeline of. */
  @Column({ type: 'smallint', unsigned: true })
  seq: number;

  @Column({ type: 'varchar', length: 32, charset: 'ascii', collation: 'ascii_bin' })
  action: Action;

  /** Null: it happened by itself. */
  @Column({ ...idColumn, name: 'actor_person_id', nullable: true })
  actorPersonId: string | null;

  @Column({ type: 'varchar', length: 60, name: 'actor_name' })
  actorName: string;

  @Column(momentColumn)
  at: Date;

  /** Of what was asked for: the same id with another wish is refused. */
  @Column({ type: 'char', length: 64, charset: 'ascii', collation: 'ascii_bin', name: 'request_hash' })
  requestHash: string;
}
