import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One row whose number grows whenever an area changes, so that every process knows that its index is old. */
@Entity('area_revision')
export class AreaRevision {
  @PrimaryColumn({ type: 'tinyint', unsigned: true })
  id: number;

  @Column({ type: 'bigint', unsigned: true })
  revision: string;
}
