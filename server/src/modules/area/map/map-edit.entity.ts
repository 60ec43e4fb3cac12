import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../../../platform/database/columns.js';

/** How much of what kind an edit changed: numbers, so that the list of edits can be read at a glance. */
export interface MapEditCounts {
  community: boolean;
  grids: number;
  closedGrids: number;
  estates: number;
  closedEstates: number;
  buildings: number;
  closedBuildings: number;
}

/** One revision of a community's map: everything that was saved at once, and by whom. Rows are only added. */
@Entity('map_edit')
@Index('map_edit_version', ['communityId', 'version'], { unique: true })
export class MapEdit {
  @PrimaryColumn(idColumn)
  id: string;

  @Column({ ...idColumn, name: 'community_id' })
  communityId: string;

  @Column({ type: 'int', unsigned: true })
  version: number;

  @Column({ ...idColumn, name: 'actor_person_id' })
  actorPersonId: string;

  @Column({ type: 'varchar', length: 60, name: 'actor_name' })
  actorName: string;

  @Column({ type: 'char', length: 64, charset: 'ascii', collation: 'ascii_bin', name: 'request_hash' })
  requestHash: string;

  @Column({ type: 'json' })
  changed: MapEditCounts;

  @Column(momentColumn)
  at: Date;
}
