import type { HomeImportState } from '@linli/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../../platform/database/columns.js';

const hashColumn = { type: 'char', length: 64, charset: 'ascii', collation: 'ascii_bin' } as const;

/** A file of homes and owners on its way into the register. The file itself lies sealed on the disk until it is over. */
@Entity('home_import')
@Index('home_import_open', ['openCommunityId'], { unique: true })
@Index('home_import_community', ['communityId', 'sentAt'])
@Index('home_import_work', ['state', 'leaseUntil'])
export class HomeImport {
  /** Made by the client, so that sending twice is one import. */
  @PrimaryColumn(idColumn)
  id: string;

  @Column({ ...idColumn, name: 'community_id' })
  communityId: string;

  /** The community while it is under way, so that there is never a second one beside it. */
  @Column({ ...idColumn, name: 'open_community_id', nullable: true })
  openCommunityId: string | null;

  @Column({ ...hashColumn, name: 'file_hash' })
  fileHash: string;

  /** What the clerk called it; null of what came before names were kept, and of what was no file. */
  @Column({ type: 'varchar', length: 80, name: 'file_name', nullable: true })
  fileName: string | null;

  @Column({ type: 'varchar', length: 16, charset: 'ascii', collation: 'ascii_bin' })
  state: HomeImportState;

  @Column({ ...idColumn, name: 'sent_by_id' })
  sentById: string;

  @Column({ type: 'varchar', length: 60, name: 'sent_by_name' })
  sentByName: string;

  @Column({ ...momentColumn, name: 'sent_at' })
  sentAt: Date;

  @Column({ type: 'int', unsigned: true, name: 'row_count', nullable: true })
  rowCount: number | null;

  @Column({ type: 'int', unsigned: true, name: 'rows_checked' })
  rowsChecked: number;

  /** What is wrong and what would change, as counts and the first of each kind; sealed, since it names people. */
  @Column({
    type: 'longtext',
    charset: 'ascii',
    collation: 'ascii_bin',
    name: 'sealed_findings',
    nullable: true,
  })
  sealedFindings: string | null;

  /** Hash of the changes that were looked at: what is written is exactly that. */
  @Column({ ...hashColumn, name: 'plan_hash', nullable: true })
  planHash: string | null;

  /** Why the file was not read, in words. */
  @Column({ type: 'varchar', length: 300, nullable: true })
  refusal: string | null;

  @Column({ ...idColumn, name: 'confirmed_by_id', nullable: true })
  confirmedById: string | null;

  @Column({ ...idColumn, name: 'confirm_action_id', nullable: true })
  confirmActionId: string | null;

  @Column({ ...momentColumn, name: 'over_at', nullable: true })
  overAt: Date | null;

  /** Whoever works on it holds it until then; one who dies lets it go by that. */
  @Column({ ...momentColumn, name: 'lease_until', nullable: true })
  leaseUntil: Date | null;

  @Column({ ...idColumn, name: 'lease_by', nullable: true })
  leaseBy: string | null;

  @Column({ type: 'tinyint', unsigned: true })
  attempts: number;
}
