import type { OwnerKind } from '@linli/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../../platform/database/columns.js';

/**
 * One line of the owner register (产权人): who owns a home, or owned it. It exists whether or not anyone has an account.
 * A sale ends the line and begins others; what was is never overwritten.
 */
@Entity('home_owner')
@Index('home_owner_home', ['homeId', 'toAt'])
@Index('home_owner_community', ['communityId', 'toAt'])
@Index('home_owner_phone', ['phoneIndex', 'toAt'])
@Index('home_owner_name', ['communityId', 'name'])
@Index('home_owner_person', ['personId', 'toAt'])
export class HomeOwner {
  @PrimaryColumn(idColumn)
  id: string;

  @Column({ ...idColumn, name: 'home_id' })
  homeId: string;

  @Column({ ...idColumn, name: 'community_id' })
  communityId: string;

  @Column({ ...idColumn, name: 'building_id' })
  buildingId: string;

  @Column({ ...idColumn, name: 'estate_id', nullable: true })
  estateId: string | null;

  @Column({ type: 'varchar', length: 60 })
  name: string;

  @Column({ type: 'varchar', length: 16, charset: 'ascii', collation: 'ascii_bin', name: 'owner_kind' })
  ownerKind: OwnerKind;

  @Column({
    ...{ type: 'varchar', length: 200, charset: 'ascii', collation: 'ascii_bin' },
    ...{ name: 'sealed_phone', nullable: true },
  })
  sealedPhone: string | null;

  /** The blind index that a person's verified phone has too, so that the two can be found equal. */
  @Column({
    ...{ type: 'char', length: 64, charset: 'ascii', collation: 'ascii_bin' },
    ...{ name: 'phone_index', nullable: true },
  })
  phoneIndex: string | null;

  /** Both null: owned together with the others without shares (共同共有). */
  @Column({ type: 'int', unsigned: true, name: 'share_numerator', nullable: true })
  shareNumerator: number | null;

  @Column({ type: 'int', unsigned: true, name: 'share_denominator', nullable: true })
  shareDenominator: number | null;

  /** Who it was confirmed to be. */
  @Column({ ...idColumn, name: 'person_id', nullable: true })
  personId: string | null;

  /** Who is named first, among those who began together. */
  @Column({ type: 'smallint', unsigned: true })
  position: number;

  @Column({ ...momentColumn, name: 'from_at' })
  fromAt: Date;

  /** Null while they own it. */
  @Column({ ...momentColumn, name: 'to_at', nullable: true })
  toAt: Date | null;

  /** The file it came with; null when it was entered by hand. */
  @Column({ ...idColumn, name: 'import_id', nullable: true })
  importId: string | null;
}
