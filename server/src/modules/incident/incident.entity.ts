import type { IncidentDifficulty, IncidentRoute, IncidentState } from '@linli/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../../platform/database/columns.js';

const wordColumn = { type: 'varchar', length: 32, charset: 'ascii', collation: 'ascii_bin' } as const;

/** All that the tabs of work are counted and sorted by, so that neither reads rows. */
const WORK = ['state', 'nextDueAt', 'nextWarnAt', 'holdRequestedAt', 'reportedAt'];

/** Something reported and handled. Where it lies is kept as of then; how it stands is always what its timeline says. */
@Entity('incident')
@Index('incident_community_reported', ['communityId', 'reportedAt'])
@Index('incident_community_work', ['communityId', ...WORK])
@Index('incident_community_resolved', ['communityId', 'resolvedAt'])
@Index('incident_grid_reported', ['gridId', 'reportedAt'])
@Index('incident_grid_work', ['gridId', ...WORK])
@Index('incident_estate_work', ['estateId', ...WORK])
@Index('incident_building_work', ['buildingId', ...WORK])
@Index('incident_handler_state', ['handlerId', 'state'])
@Index('incident_near', ['communityId', 'categoryCode', 'state', 'lat', 'lng'])
@Index('incident_reporter', ['reporterId', 'reportedAt'])
@Index('incident_merged_into', ['mergedIntoId'])
@Index('incident_follow_code', ['followCode'], { unique: true })
export class Incident {
  @PrimaryColumn(idColumn)
  id: string;

  /** What people say on the telephone; unique in its community and year. */
  @Column({ type: 'varchar', length: 24, charset: 'ascii', collation: 'ascii_bin' })
  number: string;

  @Column({ ...idColumn, name: 'community_id' })
  communityId: string;

  /** Null: in no grid, so in the community's unassigned queue. */
  @Column({ ...idColumn, name: 'grid_id', nullable: true })
  gridId: string | null;

  @Column({ ...idColumn, name: 'building_id', nullable: true })
  buildingId: string | null;

  @Column({ ...idColumn, name: 'estate_id', nullable: true })
  estateId: string | null;

  @Column({ ...wordColumn, name: 'category_code' })
  categoryCode: string;

  @Column({ type: 'varchar', length: 200 })
  description: string;

  @Column({ type: 'varchar', length: 200, name: 'place_label' })
  placeLabel: string;

  @Column({ type: 'varchar', length: 60, name: 'place_note', nullable: true })
  placeNote: string | null;

  @Column({ type: 'double' })
  lng: number;

  @Column({ type: 'double' })
  lat: number;

  /** Otherwise the point is only the community's, and whoever needs to know has to ask. */
  @Column({ type: 'boolean', name: 'place_known', default: true })
  placeKnown: boolean;

  @Column(wordColumn)
  state: IncidentState;

  @Column({ ...wordColumn, nullable: true })
  difficulty: IncidentDifficulty | null;

  @Column({ ...wordColumn, nullable: true })
  route: IncidentRoute | null;

  @Column({ ...idColumn, name: 'reporter_id' })
  reporterId: string;

  @Column({ type: 'varchar', length: 60, name: 'reporter_name' })
  reporterName: string;

  @Column({ ...idColumn, name: 'handler_id', nullable: true })
  handlerId: string | null;

  @Column({ type: 'varchar', length: 60, name: 'handler_name', nullable: true })
  handlerName: string | null;

  @Column({ ...idColumn, name: 'resolver_id', nullable: true })
  resolverId: string | null;

  /** The version of the limits that was in force when the report came in. */
  @Column({ ...idColumn, name: 'clock_policy_id' })
  clockPolicyId: string;

  /** The version of the work calendar that was in force then. */
  @Column({ ...idColumn, name: 'work_calendar_id' })
  workCalendarId: string;

  /** When the next running clock runs out; null when none runs. */
  @Column({ ...momentColumn, name: 'next_due_at', nullable: true })
  nextDueAt: Date | null;

  /** From when that is soon; null when none runs. */
  @Column({ ...momentColumn, name: 'next_warn_at', nullable: true })
  nextWarnAt: Date | null;

  /** When the server received it. */
  @Column({ ...momentColumn, name: 'reported_at' })
  reportedAt: Date;

  /** When the phone says it happened. */
  @Column({ ...momentColumn, name: 'happened_at', nullable: true })
  happenedAt: Date | null;

  @Column({ ...momentColumn, name: 'published_at', nullable: true })
  publishedAt: Date | null;

  @Column({ ...momentColumn, name: 'resolved_at', nullable: true })
  resolvedAt: Date | null;

  @Column({ ...momentColumn, name: 'closed_at', nullable: true })
  closedAt: Date | null;

  @Column({ type: 'tinyint', unsigned: true, nullable: true })
  rating: number | null;

  /** 1, and one more each time it was said to be done and was not. */
  @Column({ type: 'smallint', unsigned: true })
  round: number;

  /** By when a hard one will be done, as planned in this round. */
  @Column({ ...momentColumn, name: 'plan_due_at', nullable: true })
  planDueAt: Date | null;

  /** Set while a hold waits to be decided and while it lasts: clocks pause from here. */
  @Column({ ...momentColumn, name: 'hold_requested_at', nullable: true })
  holdRequestedAt: Date | null;

  @Column({ ...idColumn, name: 'hold_requested_by', nullable: true })
  holdRequestedBy: string | null;

  /** The incident this one turned out to be the same as. */
  @Column({ ...idColumn, name: 'merged_into_id', nullable: true })
  mergedIntoId: string | null;

  /** Tasks given to others that are not over; kept under this row's lock. */
  @Column({ type: 'smallint', unsigned: true, name: 'open_task_count' })
  openTaskCount: number;

  /** Texts and pictures of it that neighbours may not see yet; kept under this row's lock. */
  @Column({ type: 'smallint', unsigned: true, name: 'hidden_piece_count' })
  hiddenPieceCount: number;

  /** How far up it went for being overdue: 0 not at all, else a place in ESCALATION_ROLES counted from 1. */
  @Column({ type: 'tinyint', unsigned: true, name: 'escalation_step' })
  escalationStep: number;

  /** When somebody asked the reporter afterwards, in this round. */
  @Column({ ...momentColumn, name: 'checked_back_at', nullable: true })
  checkedBackAt: Date | null;

  /** Who typed in the report for a caller; null when the reporter sent it. */
  @Column({ ...idColumn, name: 'entered_by_id', nullable: true })
  enteredById: string | null;

  @Column({ type: 'varchar', length: 60, name: 'entered_by_name', nullable: true })
  enteredByName: string | null;

  /** What a caller without an account follows it by. */
  @Column({
    type: 'char',
    length: 10,
    charset: 'ascii',
    collation: 'ascii_bin',
    name: 'follow_code',
    nullable: true,
  })
  followCode: string | null;

  /** The recording of a report that was spoken. */
  @Column({ ...idColumn, name: 'voice_id', nullable: true })
  voiceId: string | null;

  /** What staff heard in it, as it was last written down. */
  @Column({ type: 'varchar', length: 200, name: 'voice_words', nullable: true })
  voiceWords: string | null;

  /** The timeline entry that wrote it down, which is its piece at the gate. */
  @Column({ ...idColumn, name: 'voice_words_id', nullable: true })
  voiceWordsId: string | null;

  /** Of the report as it was sent: tells sending again from using the id for something else. */
  @Column({ type: 'char', length: 64, charset: 'ascii', collation: 'ascii_bin', name: 'request_hash' })
  requestHash: string;
}
