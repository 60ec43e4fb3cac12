import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../../platform/database/columns.js';

/** One picture, re-encoded and stored; it belongs to its uploader until something claims it, once. */
@Entity('photo')
@Index('photo_claim', ['claimedById', 'stage', 'sort'])
@Index('photo_unclaimed', ['claimedById', 'createdAt'])
export class Photo {
  /** Made by the client. */
  @PrimaryColumn(idColumn)
  id: string;

  @Column({ ...idColumn, name: 'owner_person_id' })
  ownerPersonId: string;

  /** SHA-256 of the file as it was sent. */
  @Column({ type: 'char', length: 64, charset: 'ascii', collation: 'ascii_bin', name: 'request_hash' })
  requestHash: string;

  @Column({ type: 'int', unsigned: true })
  width: number;

  @Column({ type: 'int', unsigned: true })
  height: number;

  @Column({ ...momentColumn, name: 'created_at' })
  createdAt: Date;

  @Column({
    type: 'varchar',
    length: 32,
    charset: 'ascii',
    collation: 'ascii_bin',
    name: 'claimed_by_type',
    nullable: true,
  })
  claimedByType: string | null;

  @Column({ ...idColumn, name: 'claimed_by_id', nullable: true })
  claimedById: string | null;

  /** What part of the subject it shows, in the subject's own words. */
  @Column({ type: 'varchar', length: 32, charset: 'ascii', collation: 'ascii_bin', nullable: true })
  stage: string | null;

  /** Its place in the order the claimer gave. */
  @Column({ type: 'tinyint', unsigned: true })
  sort: number;
}
