import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../../platform/database/columns.js';

/** Somebody asked for everything that is kept of them. Nothing of it is stored: it is gathered when the link is opened. */
@Entity('privacy_export')
@Index('privacy_export_person', ['personId', 'askedAt'])
@Index('privacy_export_expires', ['expiresAt'])
export class PrivacyExport {
  @PrimaryColumn(idColumn)
  id: string;

  @Column({ ...idColumn, name: 'person_id' })
  personId: string;

  /** In which it was asked for: when that ends, the link opens nothing any more. */
  @Column({ ...idColumn, name: 'session_id', nullable: true })
  sessionId: string | null;

  @Column({ ...momentColumn, name: 'asked_at' })
  askedAt: Date;

  @Column({ ...momentColumn, name: 'expires_at' })
  expiresAt: Date;
}
