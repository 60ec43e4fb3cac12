import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../../platform/database/columns.js';

/** One version of the limits of a community, or of every community that has none of its own. Never edited: a change is a new version. */
@Entity('clock_policy')
@Index('clock_policy_community', ['communityId', 'inForceFrom'])
export class ClockPolicy {
  @PrimaryColumn(idColumn)
  id: string;

  /** Null: for every community without its own. */
  @Column({ ...idColumn, name: 'community_id', nullable: true })
  communityId: string | null;

  @Column({ type: 'int', unsigned: true })
  version: number;

  @Column({ ...momentColumn, name: 'in_force_from' })
  inForceFrom: Date;

  @Column({ type: 'int', unsigned: true, name: 'response_minutes' })
  responseMinutes: number;

  @Column({ type: 'int', unsigned: true, name: 'simple_minutes' })
  simpleMinutes: number;

  @Column({ type: 'int', unsigned: true, name: 'complex_minutes' })
  complexMinutes: number;
}
