import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../../platform/database/columns.js';

/** One refresh token of a session; only its hash is kept. Used once, it gives way to the next. */
@Entity('refresh_token')
@Index('refresh_token_hash', ['tokenHash'], { unique: true })
@Index('refresh_token_session', ['sessionId'])
export class RefreshToken {
  @PrimaryColumn(idColumn)
  id: string;

  @Column({ ...idColumn, name: 'session_id' })
  sessionId: string;

  @Column({ name: 'token_hash', type: 'char', length: 64, charset: 'ascii', collation: 'ascii_bin' })
  tokenHash: string;

  @Column({ ...momentColumn, name: 'issued_at' })
  issuedAt: Date;

  @Column({ ...momentColumn, name: 'expires_at' })
  expiresAt: Date;

  @Column({ ...momentColumn, name: 'rotated_at', nullable: true })
  rotatedAt: Date | null;
}
