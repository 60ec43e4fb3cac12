import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn } from '../../platform/database/columns.js';

/** One grid or building that a notice is for; one for the whole community has none. */
@Entity('notice_target')
@Index('notice_target_grid', ['noticeId', 'gridId'])
export class NoticeTarget {
  @PrimaryColumn({ ...idColumn, name: 'notice_id' })
  noticeId: string;

  @PrimaryColumn({ ...idColumn, name: 'area_id' })
  areaId: string;

  /** The grid it is, or in which it lies. */
  @Column({ ...idColumn, name: 'grid_id' })
  gridId: string;

  /** Null when the whole grid is meant. */
  @Column({ ...idColumn, name: 'building_id', nullable: true })
  buildingId: string | null;
}
