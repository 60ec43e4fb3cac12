import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../../platform/database/columns.js';

/** A second grouping of buildings (小区). It may cross grids, and it owns the owners' matters. */
@Entity('estate')
@Index('estate_community', ['communityId', 'sort'])
export class Estate {
  @PrimaryColumn(idColumn)
  id: string;

  @Column({ ...idColumn, name: 'community_id' })
  communityId: string;

  @Column({ type: 'varchar', length: 60 })
  name: string;

  @Column({ type: 'int' })
  sort: number;

  @Column({ ...momentColumn, name: 'closed_at', nullable: true })
  closedAt: Date | null;
}
