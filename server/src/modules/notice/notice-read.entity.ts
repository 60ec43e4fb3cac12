import { Column, Entity, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../../platform/database/columns.js';

/** That somebody who is signed in opened a notice. Counted from these rows, so that readers never wait for one another. */
@Entity('notice_read')
export class NoticeRead {
  @PrimaryColumn({ ...idColumn, name: 'notice_id' })
  noticeId: string;

  @PrimaryColumn({ ...idColumn, name: 'person_id' })
  personId: string;

  @Column(momentColumn)
  at: Date;
}
