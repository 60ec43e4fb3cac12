import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../../platform/database/columns.js';

export const HOME_ACTIONS = ['transfer', 'correct', 'describe'] as const;
export type HomeAction = (typeof HOME_ACTIONS)[number];

/** What somebody changed of a home or its owners by hand. Only ever added to; the owners themselves tell who they were. */
@Entity('home_action')
@Index('home_action_home', ['homeId', 'at'])
export class HomeActionRow {
  /** Made by the client. */
  @PrimaryColumn(idColumn)
  id: string;

  @Column({ ...idColumn, name: 'home_id' })
  homeId: string;

  @Column({ type: 'varchar', length: 16, charset: 'ascii', collation: 'ascii_bin' })
  action: HomeAction;

  @Column({ ...idColumn, name: 'actor_person_id' })
  actorPersonId: string;

  @Column({ type: 'varchar', length: 60, name: 'actor_name' })
  actorName: string;

  @Column(momentColumn)
  at: Date;

  @Column({ type: 'char', length: 64, charset: 'ascii', collation: 'ascii_bin', name: 'request_hash' })
  requestHash: string;
}
