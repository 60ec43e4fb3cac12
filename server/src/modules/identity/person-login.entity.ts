import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../../platform/database/columns.js';

export type LoginKind = 'wechat' | 'phone' | 'password';

/** One way in for one person. A person may have none, or several. */
@Entity('person_login')
@Index('person_login_subject', ['kind', 'realm', 'subject'], { unique: true })
@Index('person_login_person', ['personId'])
export class PersonLogin {
  @PrimaryColumn(idColumn)
  id: string;

  @Column({ ...idColumn, name: 'person_id' })
  personId: string;

  @Column({ type: 'varchar', length: 16, charset: 'ascii', collation: 'ascii_bin' })
  kind: LoginKind;

  /** An openid means something only under its AppID; empty for the other kinds. */
  @Column({ type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin' })
  realm: string;

  /** The openid, the blind index of the phone, or the account in lower case. */
  @Column({ type: 'varchar', length: 128, charset: 'ascii', collation: 'ascii_bin' })
  subject: string;

  /** The argon2id hash of a password. */
  @Column({
    name: 'secret_hash',
    type: 'varchar',
    length: 200,
    charset: 'ascii',
    collation: 'ascii_bin',
    nullable: true,
  })
  secretHash: string | null;

  /** The phone itself, encrypted. */
  @Column({
    name: 'sealed_phone',
    type: 'varchar',
    length: 255,
    charset: 'ascii',
    collation: 'ascii_bin',
    nullable: true,
  })
  sealedPhone: string | null;

  @Column({ ...momentColumn, name: 'created_at' })
  createdAt: Date;

  @Column({ ...momentColumn, name: 'secret_set_at', nullable: true })
  secretSetAt: Date | null;

  /** The password was given by an administrator and opens nothing until it has been changed. */
  @Column({ name: 'change_due', type: 'tinyint', default: 0 })
  changeDue: boolean;

  @Column({ ...momentColumn, name: 'one_time_until', nullable: true })
  oneTimeUntil: Date | null;

  /** The act that gave the password, so that doing it again shows the same one. */
  @Column({ ...idColumn, name: 'secret_action_id', nullable: true })
  secretActionId: string | null;
}
