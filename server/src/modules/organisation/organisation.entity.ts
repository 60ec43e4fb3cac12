import type { OrganisationKind } from '@linli/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../../platform/database/columns.js';

/** A body that takes on a part of what a community has to see to; people act in it by appointment. */
@Entity('organisation')
@Index('organisation_community', ['communityId'])
@Index('organisation_subdistrict', ['subdistrictId', 'communityId'])
export class Organisation {
  @PrimaryColumn(idColumn)
  id: string;

  @Column({ type: 'varchar', length: 32, charset: 'ascii', collation: 'ascii_bin' })
  kind: OrganisationKind;

  @Column({ type: 'varchar', length: 60 })
  name: string;

  /** Null: it serves every community of its subdistrict. */
  @Column({ ...idColumn, name: 'community_id', nullable: true })
  communityId: string | null;

  @Column({ ...idColumn, name: 'subdistrict_id' })
  subdistrictId: string;

  /** From this moment it takes no task, and who was appointed to it has nothing from that any more. */
  @Column({ ...momentColumn, name: 'dissolved_at', nullable: true })
  dissolvedAt: Date | null;

  @Column({ ...momentColumn, name: 'created_at' })
  createdAt: Date;
}
