import { Column, Entity, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../../platform/database/columns.js';

/** Somebody we know of. How they sign in, where they live and what they are appointed to stand in tables of their own. */
@Entity('person')
export class Person {
  @PrimaryColumn(idColumn)
  id: string;

  @Column({ type: 'varchar', length: 40 })
  name: string;

  /** Only demo people have one; with it anyone may sign in as them while the demo runs. */
  @Column({
    name: 'demo_key',
    type: 'varchar',
    length: 40,
    charset: 'ascii',
    collation: 'ascii_bin',
    nullable: true,
    unique: true,
  })
  demoKey: string | null;

  @Column({
    name: 'demo_client',
    type: 'varchar',
    length: 16,
    charset: 'ascii',
    collation: 'ascii_bin',
    nullable: true,
  })
  demoClient: 'miniapp' | 'console' | null;

  @Column({ name: 'demo_hint', type: 'varchar', length: 100, nullable: true })
  demoHint: string | null;

  /** Suspended people cannot sign in, and what they had open ends at once. */
  @Column({ ...momentColumn, name: 'suspended_at', nullable: true })
  suspendedAt: Date | null;

  /** They were here twice: everything of this row became that person's, and nobody signs in as this one any more. */
  @Column({ ...idColumn, name: 'merged_into_id', nullable: true })
  mergedIntoId: string | null;

  /** The version of the privacy notice they agreed to last; null before the first time and after taking it back. */
  @Column({
    name: 'notice_version',
    type: 'varchar',
    length: 20,
    charset: 'ascii',
    collation: 'ascii_bin',
    nullable: true,
  })
  noticeVersion: string | null;

  /** Under fourteen, and no guardian has agreed: they read what everybody reads, and write nothing. */
  @Column({ name: 'awaits_guardian', type: 'tinyint', default: 0 })
  awaitsGuardian: boolean;

  /** They have left: no name, no way in, no session. What they did stays without them. */
  @Column({ ...momentColumn, name: 'erased_at', nullable: true })
  erasedAt: Date | null;

  @Column({ ...momentColumn, name: 'created_at' })
  createdAt: Date;
}
