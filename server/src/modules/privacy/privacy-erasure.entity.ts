import type { ErasureState } from '@linli/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../../platform/database/columns.js';

/** Somebody wants to leave: when they asked, when it is done, and what became of it. */
@Entity('privacy_erasure')
@Index('privacy_erasure_open', ['openKey'], { unique: true })
@Index('privacy_erasure_person', ['personId', 'askedAt'])
@Index('privacy_erasure_next', ['nextTryAt'])
export class PrivacyErasure {
  @PrimaryColumn(idColumn)
  id: string;

  @Column({ ...idColumn, name: 'person_id' })
  personId: string;

  @Column({ type: 'varchar', length: 20, charset: 'ascii', collation: 'ascii_bin' })
  state: ErasureState;

  @Column({ ...momentColumn, name: 'asked_at' })
  askedAt: Date;

  @Column({ ...momentColumn, name: 'due_at' })
  dueAt: Date;

  /** Also for a while after it was done, when what was under way is taken away as well. Null once it is over. */
  @Column({ ...momentColumn, name: 'next_try_at', nullable: true })
  nextTryAt: Date | null;

  @Column({ ...momentColumn, name: 'ended_at', nullable: true })
  endedAt: Date | null;

  /** Sentences, as JSON, that say what stood in the way the last time. */
  @Column({ type: 'text', nullable: true })
  obstacles: string | null;

  /** The person's id while it is under way, so that there is one at a time. */
  @Column({ ...idColumn, name: 'open_key', nullable: true })
  openKey: string | null;
}
