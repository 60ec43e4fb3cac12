import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../../platform/database/columns.js';
import type { WeeklyWindow } from './working-time.js';

const minutesColumn = { type: 'int', unsigned: true } as const;

/** One version of the limits of an area and a kind of matter. Never edited: a change is a new version. */
@Entity('clock_policy')
@Index('clock_policy_area', ['areaId', 'inForceFrom'])
export class ClockPolicy {
  @PrimaryColumn(idColumn)
  id: string;

  /** A grid, a community or a subdistrict. Null: wherever there is nothing of its own. */
  @Column({ ...idColumn, name: 'area_id', nullable: true })
  areaId: string | null;

  /** Null: for every category without its own. */
  @Column({
    type: 'varchar',
    length: 32,
    charset: 'ascii',
    collation: 'ascii_bin',
    name: 'category_code',
    nullable: true,
  })
  categoryCode: string | null;

  /** 1, 2, 3… among the versions of the same area and category. */
  @Column({ type: 'int', unsigned: true })
  version: number;

  @Column({ ...momentColumn, name: 'in_force_from' })
  inForceFrom: Date;

  @Column({ ...minutesColumn, name: 'response_minutes' })
  responseMinutes: number;

  @Column({ ...minutesColumn, name: 'simple_minutes' })
  simpleMinutes: number;

  @Column({ ...minutesColumn, name: 'complex_minutes' })
  complexMinutes: number;

  /** For proposing a plan when it is hard. */
  @Column({ ...minutesColumn, name: 'plan_minutes' })
  planMinutes: number;

  /** Whole days, by the wall clock: the reporter's time is not the office's. */
  @Column({ ...minutesColumn, name: 'confirm_days' })
  confirmDays: number;

  /** A hold that nobody decided on for this long lapses. */
  @Column({ ...minutesColumn, name: 'hold_decision_minutes' })
  holdDecisionMinutes: number;

  /** How long after the limit each further step is told: community worker, secretary, subdistrict. */
  @Column({ type: 'simple-json', name: 'escalation_minutes' })
  escalationMinutes: number[];

  /** Null: round the clock. */
  @Column({ type: 'simple-json', name: 'service_hours', nullable: true })
  serviceHours: WeeklyWindow[] | null;

  /** Who set it; null for what came with the system. */
  @Column({ ...idColumn, name: 'added_by_id', nullable: true })
  addedById: string | null;

  @Column({ type: 'varchar', length: 60, name: 'added_by_name', nullable: true })
  addedByName: string | null;
}
