import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Settings } from '../../platform/config/settings.js';
import { Database } from '../../platform/database/database.js';
import { insertRow } from '../../platform/database/statements.js';
import { Nudges } from '../../platform/events/nudges.js';
import { PeopleService } from '../identity/index.js';
import { verdictOfWords } from './content.words.js';
import { ContentPiece, type ContentSubjectType, type Verdict } from './content-piece.entity.js';

/** What the pieces belong to. */
export interface ContentSubject {
  type: ContentSubjectType;
  id: string;
}

/** What somebody wrote or pictured, that others might see. */
export interface NewContent {
  subject: ContentSubject;
  authorId: string;
  byStaff: boolean;
  at: Date;
  /** The entry that holds the words, and the words. */
  text: { id: string; words: string } | null;
  photoIds: string[];
}

/** Whether neighbours may see one piece, and for staff what was found. */
export interface PieceStanding {
  visible: boolean;
  /** WeChat has not answered yet. */
  pending: boolean;
  flagged: string | null;
}

/** In SQL and in words: a person let it through, or it is staff's own and nothing was found. */
const VISIBLE = "(let_through_at is not null or (by_staff = 1 and verdict = 'pass'))";

/**
 * The one gate between what people write and what others see: each piece is pending until it is checked, and stays with
 * staff until a person lets it through. Staff's own words need no second person when the check finds nothing.
 */
@Injectable()
export class ContentGate {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly people: PeopleService,
    private readonly nudges: Nudges,
  ) {}

  /** Puts the pieces behind the gate, in the transaction that writes them; gives back how many are hidden for now. */
  async hold(tx: EntityManager, content: NewContent): Promise<number> {
    if (content.text === null && content.photoIds.length === 0) return 0;
    const wechat = (await this.people.openidOf(content.authorId, tx)) !== null;
    const pieces = this.piecesOf(content, wechat);
    for (const piece of pieces) await insertRow(tx, ContentPiece, piece);
    if (wechat) this.database.afterCommit(tx, this.nudges.nudge);
    return pieces.filter(isHidden).length;
  }

  /** What of this waits, and for whom: for WeChat, where its author is known there, else for our own list and people. */
  piecesOf(content: NewContent, wechat: boolean): ContentPiece[] {
    const { text, photoIds, subject, authorId, byStaff, at } = content;
    const base = {
      subjectType: subject.type,
      subjectId: subject.id,
      authorId,
      byStaff,
      attempts: 0,
      nextAt: at,
      why: null,
      words: null,
      traceId: null,
      letThroughAt: null,
      letThroughBy: null,
    };
    const pieces: ContentPiece[] = photoIds.map((id) => ({
      id,
      kind: 'image',
      // Only a picture's author known to WeChat can have it checked there; any other is looked at by a person.
      verdict: wechat ? 'pending' : 'review',
      ...base,
    }));
    if (text !== null)
      pieces.push({ id: text.id, kind: 'text', ...base, ...this.firstLook(text.words, wechat) });
    return pieces;
  }

  /** Writes down pieces of the past: whoever had to look at them has. */
  async keep(tx: EntityManager, pieces: readonly ContentPiece[]): Promise<void> {
    if (pieces.length > 0)
      await tx
        .createQueryBuilder()
        .insert()
        .into(ContentPiece)
        .values([...pieces])
        .updateEntity(false)
        .execute();
  }

  /** A person lets through everything that waits. */
  async letThrough(
    tx: EntityManager,
    { type, id }: ContentSubject,
    personId: string,
    at: Date,
  ): Promise<void> {
    await tx.query(
      `update content_piece set let_through_at = ?, let_through_by = ?
        where subject_type = ? and subject_id = ? and let_through_at is null`,
      [at, personId, type, id],
    );
  }

  /** Forgets a piece whose words were replaced, so that nobody waits for it or lets it through. */
  async withdraw(tx: EntityManager, id: string): Promise<void> {
    await tx.getRepository(ContentPiece).delete({ id });
  }

  async hiddenCount(tx: EntityManager, { type, id }: ContentSubject): Promise<number> {
    const [row] = await tx.query<{ hidden: string }[]>(
      `select count(*) as hidden from content_piece
        where subject_type = ? and subject_id = ? and not ${VISIBLE}`,
      [type, id],
    );
    return Number(row?.hidden ?? 0);
  }

  /** Whether WeChat's answer to this piece is still to come. */
  async isPending(tx: EntityManager, pieceId: string): Promise<boolean> {
    const [piece] = await tx.query<{ verdict: Verdict }[]>('select verdict from content_piece where id = ?', [
      pieceId,
    ]);
    return piece?.verdict === 'pending';
  }

  /** How each piece of a subject stands. A piece that is not here is hidden: whoever wrote it forgot the gate. */
  async standings({ type, id }: ContentSubject): Promise<Map<string, PieceStanding>> {
    const rows = await this.database.query<{
      id: string;
      visible: number;
      verdict: Verdict;
      why: string | null;
    }>(
      `select id, ${VISIBLE} as visible, verdict, why from content_piece
        where subject_type = ? and subject_id = ?`,
      [type, id],
    );
    return new Map(
      rows.map((row) => [
        row.id,
        { visible: row.visible === 1, pending: row.verdict === 'pending', flagged: flagOf(row) },
      ]),
    );
  }

  /** Which of these incidents have a resident's words in which a check found something, and nobody has let them through. */
  async flagged(incidentIds: string[]): Promise<Set<string>> {
    if (incidentIds.length === 0) return new Set();
    const rows = await this.database.query<{ subjectId: string }>(
      `select distinct subject_id as subjectId from content_piece
        where subject_type = 'incident' and subject_id in (?) and kind = 'text' and by_staff = 0
          and verdict in ('review', 'risky') and let_through_at is null`,
      [incidentIds],
    );
    return new Set(rows.map(({ subjectId }) => subjectId));
  }

  /** Which of these pieces neighbours may see. */
  async visible(ids: string[]): Promise<Set<string>> {
    if (ids.length === 0) return new Set();
    const rows = await this.database.query<{ id: string }>(
      `select id from content_piece where id in (?) and ${VISIBLE}`,
      [ids],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** WeChat looks at what a person known to it wrote; anything else is looked at here and now. */
  private firstLook(
    words: string,
    wechat: boolean,
  ): Pick<ContentPiece, 'verdict'> & Partial<Pick<ContentPiece, 'why' | 'words'>> {
    const found = verdictOfWords(words, this.settings.wordList);
    if (found.verdict === 'review') return found;
    return wechat ? { verdict: 'pending', words } : { verdict: 'pass' };
  }
}

/** The same as `VISIBLE` says it of a row, the other way round. */
export function isHidden({ byStaff, verdict, letThroughAt }: ContentPiece): boolean {
  return letThroughAt === null && !(byStaff && verdict === 'pass');
}

function flagOf({ verdict, why }: { verdict: Verdict; why: string | null }): string | null {
  if (verdict === 'risky') return why ?? '微信说不合适';
  return verdict === 'review' ? why : null;
}
