import type { ConfirmedWay, HomeRelation, MemberState } from '@linli/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../../platform/database/columns.js';

const wordColumn = { type: 'varchar', length: 32, charset: 'ascii', collation: 'ascii_bin' } as const;

/** What one person is to one home, or says they are. Keeps where the home lay when it was said. */
@Entity('household_member')
@Index('household_member_open', ['openKey'], { unique: true })
@Index('household_member_person', ['personId', 'claimedAt', 'id'])
@Index('household_member_home', ['homeId', 'state'])
@Index('household_member_community', ['communityId', 'state', 'claimedAt', 'id'])
@Index('household_member_people', ['communityId', 'state', 'personId', 'gridId', 'buildingId'])
@Index('household_member_estate', ['estateId', 'state', 'claimedAt', 'id'])
@Index('household_member_building', ['buildingId', 'state', 'claimedAt', 'id'])
export class HouseholdMember {
  /** Made by whoever claims or enters it. */
  @PrimaryColumn(idColumn)
  id: string;

  @Column({ ...idColumn, name: 'home_id' })
  homeId: string;

  @Column({ ...idColumn, name: 'community_id' })
  communityId: string;

  @Column({ ...idColumn, name: 'grid_id', nullable: true })
  gridId: string | null;

  @Column({ ...idColumn, name: 'estate_id', nullable: true })
  estateId: string | null;

  @Column({ ...idColumn, name: 'building_id' })
  buildingId: string;

  /** Estate, building, entrance and room in words. */
  @Column({ type: 'varchar', length: 200, name: 'home_label' })
  homeLabel: string;

  @Column({ ...idColumn, name: 'person_id' })
  personId: string;

  /** What they said their name is: who confirms knows neighbours by name, not by what a login calls them. */
  @Column({ type: 'varchar', length: 40 })
  name: string;

  @Column(wordColumn)
  relation: HomeRelation;

  @Column({ type: 'boolean', name: 'lives_here' })
  livesHere: boolean;

  @Column(wordColumn)
  state: MemberState;

  @Column({ ...wordColumn, name: 'confirmed_way', nullable: true })
  confirmedWay: ConfirmedWay | null;

  /** Why it was refused or ended, for whom it is about. */
  @Column({ type: 'varchar', length: 100, nullable: true })
  reason: string | null;

  @Column({ ...momentColumn, name: 'claimed_at' })
  claimedAt: Date;

  @Column({ ...momentColumn, name: 'from_at', nullable: true })
  fromAt: Date | null;

  @Column({ ...momentColumn, name: 'to_at', nullable: true })
  toAt: Date | null;

  /** Home and person while it waits or holds, so that nobody is twice in one home; null when it is over. */
  @Column({
    type: 'char',
    length: 73,
    charset: 'ascii',
    collation: 'ascii_bin',
    name: 'open_key',
    nullable: true,
  })
  openKey: string | null;

  @Column({ type: 'char', length: 64, charset: 'ascii', collation: 'ascii_bin', name: 'request_hash' })
  requestHash: string;
}
