import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../../platform/database/columns.js';
import type { AreaKind } from './area.kinds.js';
import type { Polygon } from './geo/point.js';

/**
 * One node of the tree county → subdistrict → community → grid → building → entrance.
 * A node carries the ids of its ancestors and, at its own level, its own id, so that no reader has to climb.
 */
@Entity('area')
@Index('area_community_kind', ['communityId', 'kind', 'sort'])
@Index('area_subdistrict_kind', ['subdistrictId', 'kind'])
@Index('area_parent', ['parentId', 'kind'])
@Index('area_code', ['code'], { unique: true })
export class Area {
  @PrimaryColumn(idColumn)
  id: string;

  @Column({ type: 'varchar', length: 16, charset: 'ascii', collation: 'ascii_bin' })
  kind: AreaKind;

  @Column({ ...idColumn, name: 'parent_id', nullable: true })
  parentId: string | null;

  @Column({ ...idColumn, name: 'subdistrict_id', nullable: true })
  subdistrictId: string | null;

  @Column({ ...idColumn, name: 'community_id', nullable: true })
  communityId: string | null;

  @Column({ ...idColumn, name: 'grid_id', nullable: true })
  gridId: string | null;

  @Column({ ...idColumn, name: 'estate_id', nullable: true })
  estateId: string | null;

  @Column({ type: 'varchar', length: 60 })
  name: string;

  /** The official digits: 6 for a county, 9, 12, and 15 for a grid. */
  @Column({ type: 'varchar', length: 20, charset: 'ascii', collation: 'ascii_bin', nullable: true })
  code: string | null;

  /** The letters that begin a community's incident numbers. */
  @Column({
    name: 'short_code',
    type: 'varchar',
    length: 8,
    charset: 'ascii',
    collation: 'ascii_bin',
    nullable: true,
  })
  shortCode: string | null;

  @Column({
    type: 'longtext',
    nullable: true,
    transformer: {
      to: (polygon: Polygon | null) => (polygon === null ? null : JSON.stringify(polygon)),
      from: (text: string | null) => (text === null ? null : (JSON.parse(text) as Polygon)),
    },
  })
  polygon: Polygon | null;

  @Column({ type: 'double', nullable: true })
  lng: number | null;

  @Column({ type: 'double', nullable: true })
  lat: number | null;

  @Column({ type: 'int' })
  sort: number;

  /** Of a community: how often its map was changed. */
  @Column({ type: 'int', unsigned: true, name: 'map_version', default: 0 })
  mapVersion: number;

  @Column({ ...momentColumn, name: 'created_at' })
  createdAt: Date;

  /** Areas are closed and never taken away, since what happened in them stays. */
  @Column({ ...momentColumn, name: 'closed_at', nullable: true })
  closedAt: Date | null;
}
