import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../../platform/database/columns.js';

/** Somebody who wants to hear how an incident goes. Its reporter hears anyway and never stands here. */
@Entity('incident_follower')
@Index('incident_follower_person', ['personId', 'followedAt', 'incidentId'])
export class IncidentFollower {
  @PrimaryColumn({ ...idColumn, name: 'incident_id' })
  incidentId: string;

  @PrimaryColumn({ ...idColumn, name: 'person_id' })
  personId: string;

  @Column({ ...momentColumn, name: 'followed_at' })
  followedAt: Date;
}
