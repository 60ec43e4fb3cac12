import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../../platform/database/columns.js';

const wordColumn = { type: 'varchar', length: 32, charset: 'ascii', collation: 'ascii_bin' } as const;

/** What was found: `review` and `risky` go to a person; `risky` says that WeChat is sure of it. */
export type Verdict = 'pending' | 'pass' | 'review' | 'risky';

/** Whose words or pictures they are. */
export type ContentSubjectType = 'incident' | 'notice';

/** One text or picture that others might see, and whether they may. Its id is that of the entry or photo it stands for. */
@Entity('content_piece')
@Index('content_piece_subject', ['subjectType', 'subjectId'])
@Index('content_piece_waiting', ['verdict', 'nextAt'])
@Index('content_piece_trace', ['traceId'])
export class ContentPiece {
  @PrimaryColumn(idColumn)
  id: string;

  @Column({ ...wordColumn, name: 'subject_type' })
  subjectType: ContentSubjectType;

  @Column({ ...idColumn, name: 'subject_id' })
  subjectId: string;

  @Column(wordColumn)
  kind: 'text' | 'image';

  @Column({ ...idColumn, name: 'author_id' })
  authorId: string;

  /** Staff's own words need no second person when the check finds nothing. */
  @Column({ type: 'boolean', name: 'by_staff' })
  byStaff: boolean;

  @Column(wordColumn)
  verdict: Verdict;

  /** What was found, for the person who decides. */
  @Column({ type: 'varchar', length: 60, nullable: true })
  why: string | null;

  /** The words, only until they are checked; they stand where they were written. */
  @Column({ type: 'varchar', length: 600, nullable: true })
  words: string | null;

  /** By which WeChat tells us later what it found in a picture. */
  @Column({
    type: 'varchar',
    length: 64,
    charset: 'ascii',
    collation: 'ascii_bin',
    name: 'trace_id',
    nullable: true,
  })
  traceId: string | null;

  @Column({ type: 'tinyint', unsigned: true })
  attempts: number;

  /** When the check is to be tried, or given up and left to a person. */
  @Column({ ...momentColumn, name: 'next_at' })
  nextAt: Date;

  @Column({ ...momentColumn, name: 'let_through_at', nullable: true })
  letThroughAt: Date | null;

  @Column({ ...idColumn, name: 'let_through_by', nullable: true })
  letThroughBy: string | null;
}
