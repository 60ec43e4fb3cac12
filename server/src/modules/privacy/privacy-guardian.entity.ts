import type { GuardianRelation } from '@linli/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../../platform/database/columns.js';

const sealed = { type: 'varchar', length: 255, charset: 'ascii', collation: 'ascii_bin' } as const;

/** A guardian's consent for one child, proven by a code sent to the guardian's own telephone. */
@Entity('privacy_guardian')
@Index('privacy_guardian_open', ['openKey'], { unique: true })
@Index('privacy_guardian_person', ['personId'])
@Index('privacy_guardian_phone', ['phoneIndex'])
export class PrivacyGuardian {
  @PrimaryColumn(idColumn)
  id: string;

  /** The child. */
  @Column({ ...idColumn, name: 'person_id' })
  personId: string;

  @Column({ ...sealed, name: 'sealed_name' })
  sealedName: string;

  @Column({ type: 'varchar', length: 20, charset: 'ascii', collation: 'ascii_bin' })
  relation: GuardianRelation;

  @Column({ name: 'phone_index', type: 'char', length: 64, charset: 'ascii', collation: 'ascii_bin' })
  phoneIndex: string;

  @Column({ ...sealed, name: 'sealed_phone' })
  sealedPhone: string;

  @Column({ ...momentColumn, name: 'given_at' })
  givenAt: Date;

  @Column({ ...momentColumn, name: 'withdrawn_at', nullable: true })
  withdrawnAt: Date | null;

  /** The child's id while the consent holds, so that there is one at a time. */
  @Column({ ...idColumn, name: 'open_key', nullable: true })
  openKey: string | null;
}
