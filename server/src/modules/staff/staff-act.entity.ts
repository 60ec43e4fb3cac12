import { Column, Entity, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../../platform/database/columns.js';

/** That something was done once under an id of the client's, so that sending it again does nothing. */
@Entity('staff_act')
export class StaffAct {
  @PrimaryColumn(idColumn)
  id: string;

  @Column({ ...idColumn, name: 'actor_person_id' })
  actorPersonId: string;

  @Column({ type: 'char', length: 64, charset: 'ascii', collation: 'ascii_bin', name: 'request_hash' })
  requestHash: string;

  @Column(momentColumn)
  at: Date;
}
