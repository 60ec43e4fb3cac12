import { Column, Entity, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../../platform/database/columns.js';

/** A file of orders that was taken in whole. The file itself is not kept. */
@Entity('hotline_import')
export class HotlineImport {
  /** Made by the client, so that confirming twice is one import. */
  @PrimaryColumn(idColumn)
  id: string;

  @Column({ ...idColumn, name: 'community_id' })
  communityId: string;

  @Column({ type: 'char', length: 64, charset: 'ascii', collation: 'ascii_bin', name: 'file_hash' })
  fileHash: string;

  @Column({ ...idColumn, name: 'imported_by_id' })
  importedById: string;

  @Column({ ...momentColumn, name: 'imported_at' })
  importedAt: Date;

  @Column({ type: 'smallint', unsigned: true, name: 'row_count' })
  rowCount: number;

  /** How many of them were new. */
  @Column({ type: 'smallint', unsigned: true, name: 'order_count' })
  orderCount: number;
}
