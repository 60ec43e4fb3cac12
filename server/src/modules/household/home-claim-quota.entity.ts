import { Column, Entity, PrimaryColumn } from 'typeorm';
import { idColumn } from '../../platform/database/columns.js';

/** How many homes somebody has claimed on one day (in Shanghai); its row is the lock that two claims at once wait for. */
@Entity('home_claim_quota')
export class HomeClaimQuota {
  @PrimaryColumn({ ...idColumn, name: 'person_id' })
  personId: string;

  @PrimaryColumn({ type: 'char', length: 10, charset: 'ascii', collation: 'ascii_bin' })
  day: string;

  @Column({ type: 'smallint', unsigned: true })
  claims: number;
}
