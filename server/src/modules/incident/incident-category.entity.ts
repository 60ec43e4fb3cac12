import type { EmergencyNumber, IncidentVisibility } from '@linli/shared';
import { Column, Entity, PrimaryColumn } from 'typeorm';

const wordColumn = { type: 'varchar', length: 32, charset: 'ascii', collation: 'ascii_bin' } as const;

/** A kind of thing that can be reported; it says who may know of such an incident. */
@Entity('incident_category')
export class IncidentCategory {
  @PrimaryColumn(wordColumn)
  code: string;

  @Column({ type: 'varchar', length: 20 })
  label: string;

  /** The name of a lucide icon. */
  @Column(wordColumn)
  icon: string;

  @Column(wordColumn)
  visibility: IncidentVisibility;

  /** Whom to call first where this kind means danger to life. */
  @Column({ ...wordColumn, nullable: true })
  emergency: EmergencyNumber | null;

  /** False: no longer offered; what was reported under it stays. */
  @Column({ type: 'boolean' })
  enabled: boolean;

  @Column({ type: 'int' })
  sort: number;
}
