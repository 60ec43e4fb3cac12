import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../../platform/database/columns.js';

/** A time during which an appointment gives its holder nothing (请假). */
@Entity('appointment_leave')
@Index('appointment_leave_of', ['appointmentId', 'fromAt'])
@Index('appointment_leave_settled', ['settledAt', 'fromAt'])
export class AppointmentLeave {
  /** Made by the client. */
  @PrimaryColumn(idColumn)
  id: string;

  @Column({ ...idColumn, name: 'appointment_id' })
  appointmentId: string;

  @Column({ ...momentColumn, name: 'from_at' })
  fromAt: Date;

  @Column({ ...momentColumn, name: 'to_at' })
  toAt: Date;

  /** When what the holder had in hand was seen to, after the leave began. */
  @Column({ ...momentColumn, name: 'settled_at', nullable: true })
  settledAt: Date | null;
}
