import { LIMITS, type PlaceRevocation } from '@linli/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../../platform/database/columns.js';

/** A spot with a printed QR code. The code can be revoked; a new sheet then carries a new code. */
@Entity('place')
@Index('place_code', ['code'], { unique: true })
@Index('place_community_made', ['communityId', 'createdAt'])
@Index('place_building', ['buildingId'])
@Index('place_replaces', ['replacesId'], { unique: true })
export class Place {
  @PrimaryColumn(idColumn)
  id: string;

  @Column({ type: 'char', length: LIMITS.placeCodeChars, charset: 'ascii', collation: 'ascii_bin' })
  code: string;

  /** What people call it: 「安澜里 3 号楼」「中心花园」. */
  @Column({ type: 'varchar', length: 60 })
  label: string;

  @Column({ type: 'varchar', length: 120 })
  address: string;

  @Column({ ...idColumn, name: 'community_id' })
  communityId: string;

  @Column({ ...idColumn, name: 'grid_id', nullable: true })
  gridId: string | null;

  @Column({ ...idColumn, name: 'building_id', nullable: true })
  buildingId: string | null;

  @Column({ ...idColumn, name: 'estate_id', nullable: true })
  estateId: string | null;

  @Column({ type: 'double' })
  lng: number;

  @Column({ type: 'double' })
  lat: number;

  @Column({ ...momentColumn, name: 'created_at' })
  createdAt: Date;

  @Column({ ...momentColumn, name: 'revoked_at', nullable: true })
  revokedAt: Date | null;

  /** Null where it was not made in the console. */
  @Column({ ...idColumn, name: 'created_by_id', nullable: true })
  createdById: string | null;

  @Column({ ...idColumn, name: 'revoked_by_id', nullable: true })
  revokedById: string | null;

  @Column({
    name: 'revoked_why',
    type: 'varchar',
    length: 16,
    charset: 'ascii',
    collation: 'ascii_bin',
    nullable: true,
  })
  revokedWhy: PlaceRevocation | null;

  /** The place whose code this one took over from. One code has one successor. */
  @Column({ ...idColumn, name: 'replaces_id', nullable: true })
  replacesId: string | null;

  @Column({
    name: 'request_hash',
    type: 'char',
    length: 64,
    charset: 'ascii',
    collation: 'ascii_bin',
    nullable: true,
  })
  requestHash: string | null;
}
