import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../../../platform/database/columns.js';
import type { AreaKind } from '../area.kinds.js';

/** What an area was called and how it was drawn from one moment to another; the last one has no end while the area is there. */
@Entity('area_version')
@Index('area_version_community', ['communityId', 'fromAt'])
export class AreaVersion {
  @PrimaryColumn({ ...idColumn, name: 'area_id' })
  areaId: string;

  @PrimaryColumn({ type: 'int', unsigned: true })
  version: number;

  @Column({ type: 'varchar', length: 16, charset: 'ascii', collation: 'ascii_bin' })
  kind: AreaKind | 'estate';

  @Column({ ...idColumn, name: 'community_id', nullable: true })
  communityId: string | null;

  @Column({ ...idColumn, name: 'parent_id', nullable: true })
  parentId: string | null;

  @Column({ ...idColumn, name: 'grid_id', nullable: true })
  gridId: string | null;

  @Column({ ...idColumn, name: 'estate_id', nullable: true })
  estateId: string | null;

  @Column({ type: 'varchar', length: 60 })
  name: string;

  @Column({ type: 'varchar', length: 20, charset: 'ascii', collation: 'ascii_bin', nullable: true })
  code: string | null;

  @Column({ type: 'longtext', nullable: true })
  polygon: string | null;

  @Column({ type: 'double', nullable: true })
  lng: number | null;

  @Column({ type: 'double', nullable: true })
  lat: number | null;

  @Column({ type: 'int' })
  sort: number;

  @Column({ ...momentColumn, name: 'from_at' })
  fromAt: Date;

  @Column({ ...momentColumn, name: 'to_at', nullable: true })
  toAt: Date | null;
}
