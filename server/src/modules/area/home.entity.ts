import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn } from '../../platform/database/columns.js';

/** A dwelling (房屋): an address with a door. Who lives there is another matter. */
@Entity('home')
@Index('home_door', ['entranceId', 'room'], { unique: true })
@Index('home_community', ['communityId', 'buildingId'])
export class Home {
  @PrimaryColumn(idColumn)
  id: string;

  @Column({ ...idColumn, name: 'community_id' })
  communityId: string;

  @Column({ ...idColumn, name: 'building_id' })
  buildingId: string;

  @Column({ ...idColumn, name: 'entrance_id' })
  entranceId: string;

  @Column({ type: 'smallint' })
  floor: number;

  @Column({ type: 'varchar', length: 16 })
  room: string;
}
