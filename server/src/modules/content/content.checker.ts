import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Settings } from '../../platform/config/settings.js';
import { Database } from '../../platform/database/database.js';
import { backOffMs } from '../../platform/events/back-off.js';
import { Nudges } from '../../platform/events/nudges.js';
import { Outbox } from '../../platform/events/outbox.js';
import { Lane } from '../../platform/lanes/lane.js';
import { WechatClient } from '../../platform/wechat/wechat.client.js';
import { PeopleService } from '../identity/index.js';
import { PhotoLinks } from '../photo/index.js';
import type { ContentPiece, Verdict } from './content-piece.entity.js';
import { findingOf } from './wechat-verdicts.js';

const BATCH = 20;
const ATTEMPTS = 5;
/** While one process asks WeChat, no other does. */
const CLAIM_MS = 30_000;
/** WeChat tells of a picture within half an hour; after that a person looks. */
const ANSWER_WITHIN_MS = 40 * 60_000;

interface WaitingPiece {
  id: string;
  subjectId: string;
  kind: ContentPiece['kind'];
  authorId: string;
  words: string | null;
  traceId: string | null;
  attempts: number;
  nextAt: Date;
}

export interface Finding {
  verdict: Exclude<Verdict, 'pending'>;
  why: string | null;
}

/** Has pending pieces checked by WeChat. Asking twice is harmless; what WeChat will not or cannot check goes to a person. */
@Injectable()
export class ContentChecker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('ContentChecker');
  private readonly lane: Lane;

  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly nudges: Nudges,
    private readonly outbox: Outbox,
    private readonly wechat: WechatClient,
    private readonly people: PeopleService,
    private readonly links: PhotoLinks,
  ) {
    this.lane = new Lane('ContentChecker', () => this.round(), settings.dispatchMs);
  }

  onApplicationBootstrap(): void {
    if (this.settings.dispatchMs === 0) return;
    this.nudges.listen(() => this.lane.nudge());
    this.lane.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.lane.stop();
  }

  /** What WeChat found in a picture it was given earlier. An unknown trace is somebody else's, or was decided meanwhile. */
  async receive(traceId: string, finding: Finding): Promise<void> {
    const [piece] = await this.database.query<WaitingPiece>(
      `select id, subject_id as subjectId from content_piece where trace_id = ? and verdict = 'pending'`,
      [traceId],
    );
    if (piece !== undefined) await this.settle(piece, finding);
  }

  /** Says whether more than one round of them may wait. */
  private async round(): Promise<boolean> {
    const waiting = await this.database.query<WaitingPiece>(
      `select id, subject_id as subjectId, kind, author_id as authorId, words, trace_id as traceId, attempts,
              next_at as nextAt
         from content_piece where verdict = 'pending' and next_at <= ? order by next_at limit ?`,
      [this.clock.now(), BATCH],
    );
    for (const piece of waiting) if (await this.claim(piece)) await this.check(piece);
    return waiting.length === BATCH;
  }

  private async claim({ id, nextAt }: WaitingPiece): Promise<boolean> {
    const until = new Date(this.clock.now().getTime() + CLAIM_MS);
    const { affectedRows } = (await this.database.query(
      `update content_piece set next_at = ?, attempts = attempts + 1
        where id = ? and verdict = 'pending' and next_at = ?`,
      [until, id, nextAt],
    )) as unknown as { affectedRows: number };
    return affectedRows === 1;
  }

  private async check(piece: WaitingPiece): Promise<void> {
    if (piece.traceId !== null) return this.settle(piece, { verdict: 'review', why: '微信没有回音' });
    try {
      const openid = await this.people.openidOf(piece.authorId);
      if (openid === null) return await this.settle(piece, { verdict: 'review', why: null });
      if (piece.kind === 'text') {
        const suggestion = await this.wechat.checkText(openid, piece.words ?? '');
        return await this.settle(piece, findingOf(suggestion));
      }
      const url = `${this.settings.publicUrl}${this.links.urls(piece.id).url}`;
      const traceId = await this.wechat.checkImage(openid, url);
      if (traceId === null) await this.settle(piece, { verdict: 'review', why: null });
      else await this.await(piece, traceId);
    } catch (error) {
      this.logger.warn(error instanceof Error ? error.message : String(error));
      await this.again(piece);
    }
  }

  /** The picture is with WeChat, which will tell us. */
  private async await({ id }: WaitingPiece, traceId: string): Promise<void> {
    const until = new Date(this.clock.now().getTime() + ANSWER_WITHIN_MS);
    await this.database.query(
      "update content_piece set trace_id = ?, next_at = ? where id = ? and verdict = 'pending'",
      [traceId, until, id],
    );
  }

  private async again(piece: WaitingPiece): Promise<void> {
    if (piece.attempts + 1 >= ATTEMPTS)
      return this.settle(piece, { verdict: 'review', why: '微信没有检查成' });
    const next = new Date(this.clock.now().getTime() + backOffMs(piece.attempts + 1, Math.random()));
    await this.database.query("update content_piece set next_at = ? where id = ? and verdict = 'pending'", [
      next,
      piece.id,
    ]);
  }

  private async settle(
    { id, subjectId }: Pick<WaitingPiece, 'id' | 'subjectId'>,
    finding: Finding,
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { affectedRows } = (await tx.query(
        `update content_piece set verdict = ?, why = ?, words = null where id = ? and verdict = 'pending'`,
        [finding.verdict, finding.why, id],
      )) as { affectedRows: number };
      if (affectedRows === 0) return;
      await this.outbox.append(tx, {
        type: 'content.checked',
        // Not the incident itself: its events are numbered under its lock, which is not held here.
        subjectType: 'content',
        subjectId,
        communityId: null,
        at: this.clock.now(),
      });
    });
  }
}
