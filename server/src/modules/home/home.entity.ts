import type { HomeUsage } from '@linli/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../../platform/database/columns.js';

/** A dwelling (房屋): an address with a door, a floor area and a title. Who lives there is another matter. */
@Entity('home')
@Index('home_door', ['entranceId', 'room'], { unique: true })
@Index('home_community', ['communityId', 'buildingId', 'entranceId'])
@Index('home_estate', ['estateId', 'buildingId'])
@Index('home_building', ['buildingId', 'entranceId'])
export class Home {
  @PrimaryColumn(idColumn)
  id: string;

  @Column({ ...idColumn, name: 'community_id' })
  communityId: string;

  /** The estate of its building. */
  @Column({ ...idColumn, name: 'estate_id', nullable: true })
  estateId: string | null;

  @Column({ ...idColumn, name: 'building_id' })
  buildingId: string;

  @Column({ ...idColumn, name: 'entrance_id' })
  entranceId: string;

  @Column({ type: 'smallint' })
  floor: number;

  @Column({ type: 'varchar', length: 16 })
  room: string;

  @Column({ type: 'varchar', length: 16, charset: 'ascii', collation: 'ascii_bin', name: 'usage_kind' })
  usage: HomeUsage;

  /** In hundredths of a square metre; null when nobody has said. */
  @Column({ type: 'int', unsigned: true, name: 'floor_area', nullable: true })
  floorArea: number | null;

  /** 不动产权证号. */
  @Column({ type: 'varchar', length: 60, name: 'title_number', nullable: true })
  titleNumber: string | null;

  @Column({ ...momentColumn, name: 'created_at' })
  createdAt: Date;
}
