import { Column, Entity, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../../platform/database/columns.js';

/** The number of somebody on the staff that residents may call, if they agreed. Never their sign-in number by itself. */
@Entity('work_card')
export class WorkCard {
  @PrimaryColumn({ ...idColumn, name: 'person_id' })
  personId: string;

  @Column({
    type: 'varchar',
    length: 255,
    charset: 'ascii',
    collation: 'ascii_bin',
    name: 'sealed_phone',
    nullable: true,
  })
  sealedPhone: string | null;

  /**
   * When they agreed that residents see the number; null: they did not, or no longer do. It holds for the appointments
   * that had begun by then, since who is moved to another grid has not agreed for that one.
   */
  @Column({ ...momentColumn, name: 'agreed_at', nullable: true })
  agreedAt: Date | null;

  /** Raised by each change, so that a late repetition of an old one does not undo a newer one. */
  @Column({ type: 'int', unsigned: true })
  version: number;

  @Column({ ...momentColumn, name: 'changed_at' })
  changedAt: Date;
}
