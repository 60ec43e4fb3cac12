import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../../platform/database/columns.js';
import type { VoiceFormat } from './formats/sound.js';

/** One recording; it belongs to its uploader until an incident claims it, once. An incident has one at most. */
@Entity('voice_note')
@Index('voice_note_incident', ['incidentId'], { unique: true })
@Index('voice_note_unused', ['incidentId', 'createdAt'])
export class VoiceNote {
  /** Made by the client. */
  @PrimaryColumn(idColumn)
  id: string;

  @Column({ ...idColumn, name: 'owner_person_id' })
  ownerPersonId: string;

  /** SHA-256 of the file as it was sent. */
  @Column({ type: 'char', length: 64, charset: 'ascii', collation: 'ascii_bin', name: 'request_hash' })
  requestHash: string;

  @Column({ type: 'varchar', length: 8, charset: 'ascii', collation: 'ascii_bin' })
  format: VoiceFormat;

  @Column({ type: 'int', unsigned: true, name: 'duration_ms' })
  durationMs: number;

  @Column({ ...momentColumn, name: 'created_at' })
  createdAt: Date;

  @Column({ ...idColumn, name: 'incident_id', nullable: true })
  incidentId: string | null;
}
