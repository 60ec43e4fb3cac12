import type { Role } from '@linli/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../../platform/database/columns.js';

/** A role in an area or an organisation from one moment to another. In force means from ≤ now < to. */
@Entity('appointment')
@Index('appointment_person', ['personId', 'fromAt'])
@Index('appointment_area', ['areaId'])
@Index('appointment_estate', ['estateId'])
@Index('appointment_settled', ['settledAt', 'toAt'])
@Index('appointment_organisation', ['organisationId'])
export class Appointment {
  @PrimaryColumn(idColumn)
  id: string;

  @Column({ ...idColumn, name: 'person_id' })
  personId: string;

  @Column({ type: 'varchar', length: 32, charset: 'ascii', collation: 'ascii_bin' })
  role: Role;

  /** Null where the role is for the whole platform, an estate or an organisation. */
  @Column({ ...idColumn, name: 'area_id', nullable: true })
  areaId: string | null;

  @Column({ ...idColumn, name: 'subdistrict_id', nullable: true })
  subdistrictId: string | null;

  @Column({ ...idColumn, name: 'community_id', nullable: true })
  communityId: string | null;

  @Column({ ...idColumn, name: 'grid_id', nullable: true })
  gridId: string | null;

  /** Set only when the role is for one estate of the community. */
  @Column({ ...idColumn, name: 'estate_id', nullable: true })
  estateId: string | null;

  /** Set only when the role is for one building of the community. */
  @Column({ ...idColumn, name: 'building_id', nullable: true })
  buildingId: string | null;

  /** Set only for who acts in an organisation; then the areas are all null. */
  @Column({ ...idColumn, name: 'organisation_id', nullable: true })
  organisationId: string | null;

  /** The appointment in whose place this one is, while its holder is on leave. */
  @Column({ ...idColumn, name: 'stand_in_for_id', nullable: true })
  standInForId: string | null;

  @Column({ ...momentColumn, name: 'from_at' })
  fromAt: Date;

  @Column({ ...momentColumn, name: 'to_at', nullable: true })
  toAt: Date | null;

  /** When what its holder had in hand was seen to, after its end. */
  @Column({ ...momentColumn, name: 'settled_at', nullable: true })
  settledAt: Date | null;

  @Column({ ...momentColumn, name: 'created_at' })
  createdAt: Date;
}
