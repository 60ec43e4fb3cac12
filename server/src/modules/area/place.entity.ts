import { LIMITS } from '@linli/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../../platform/database/columns.js';

/** A spot with a printed QR code. The code can be revoked; a new sheet then carries a new code. */
@Entity('place')
@Index('place_code', ['code'], { unique: true })
@Index('place_community', ['communityId'])
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
}
