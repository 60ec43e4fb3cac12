import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../../../platform/database/columns.js';

/** A password that an account had before; the last few are not to be chosen again. */
@Entity('former_password')
@Index('former_password_login', ['loginId', 'replacedAt'])
export class FormerPassword {
  @PrimaryColumn(idColumn)
  id: string;

  @Column({ ...idColumn, name: 'login_id' })
  loginId: string;

  @Column({ name: 'secret_hash', type: 'varchar', length: 200, charset: 'ascii', collation: 'ascii_bin' })
  secretHash: string;

  @Column({ ...momentColumn, name: 'replaced_at' })
  replacedAt: Date;
}
