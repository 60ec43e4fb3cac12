import { Injectable } from '@nestjs/common';
import { type Actor, type SignedInActor, scopeOf } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { rowsOf, totalOf } from '../../platform/database/listing.js';
import { decodeCursor } from '../../platform/http/cursor.js';
import { ProblemError } from '../../platform/http/problem.js';
import { isUuidV7 } from '../../platform/http/validators.js';
import { AreaQueries, PlaceResolver } from '../area/index.js';
import { ContentGate } from '../content/index.js';
import type { NoticeDeskQueryDto, NoticesQueryDto } from './dto/notice-list.dto.js';
import type { NoticeDeskDto, NoticeDto, NoticesDto } from './dto/notice-view.dto.js';
import { noticeNotFound, noticeWithdrawn } from './notice.errors.js';
import { NoticeQueries, type Spot } from './notice.queries.js';
import type { NoticeRow } from './notice.rows.js';
import { NoticeTellings } from './notice.tellings.js';
import { cardOf, deskPartOf, lineOf, publicReason, reaches, stateOf } from './notice.view.js';

const DEFAULT_LIMIT = 20;

/** Every reading of notices: everybody reads what is published, a community's staff all of their own. */
@Injectable()
export class NoticeReader {
  constructor(
    private readonly clock: Clock,
    private readonly queries: NoticeQueries,
    private readonly areas: AreaQueries,
    private readonly places: PlaceResolver,
    private readonly gate: ContentGate,
    private readonly tellings: NoticeTellings,
  ) {}

  async feed(actor: Actor, query: NoticesQueryDto): Promise<NoticesDto> {
    const now = this.clock.now();
    const { communityId, everywhere = false, past = false, limit = DEFAULT_LIMIT, cursor } = query;
    const { rows, nextCursor } = await this.queries.feed({
      ...{ communityId, everywhere, past, limit, now, personId: actor.personId },
      spot: await this.spotOf(query),
      cursor: cursor === undefined ? null : decodeCursor(cursor, 1),
    });
    return { items: rows.map(cardOf), nextCursor, serverNow: now.toISOString() };
  }

  async show(actor: Actor, id: string): Promise<NoticeDto> {
    const row = await this.find(id);
    const staff = reaches(actor, 'notice.desk', row);
    if (!staff) await this.assertOpen(row);
    const [{ name }, read, desk] = await Promise.all([
      this.areas.community(row.communityId),
      this.queries.hasRead(id, actor.personId),
      staff ? this.deskPart(actor, row) : null,
    ]);
    return {
      ...lineOf(row),
      ...stateOf(row),
      body: row.body,
      communityId: row.communityId,
      communityName: name,
      read,
      desk,
      serverNow: this.clock.now().toISOString(),
    };
  }

  async read(actor: SignedInActor, id: string): Promise<void> {
    await this.assertOpen(await this.find(id));
    await this.queries.read(id, actor.personId, this.clock.now());
  }

  async desk(actor: SignedInActor, query: NoticeDeskQueryDto): Promise<NoticeDeskDto> {
    const { communityIds } = scopeOf(actor, 'notice.desk');
    const [rows, counts] = await Promise.all([
      this.queries.desk(communityIds, query.state, rowsOf(query)),
      this.queries.counts(communityIds),
    ]);
    const ids = rows.map(({ id }) => id);
    const [names, readCounts, told] = await Promise.all([
      this.areas.names(rows.map(({ communityId }) => communityId)),
      this.queries.readCounts(ids),
      this.tellings.soFar(ids),
    ]);
    return {
      items: rows.map((row) => ({
        ...lineOf(row),
        ...stateOf(row),
        communityName: names.get(row.communityId) ?? '',
        writtenByName: row.writtenByName,
        writtenAt: row.writtenAt.toISOString(),
        readCount: readCounts.get(row.id) ?? 0,
        told: told.get(row.id) ?? null,
      })),
      total: totalOf(counts, query.state),
      counts,
      serverNow: this.clock.now().toISOString(),
    };
  }

  private async find(id: string): Promise<NoticeRow> {
    const row = isUuidV7(id) ? await this.queries.one(id) : null;
    if (row === null) throw noticeNotFound();
    return row;
  }

  /** What waits was never there; what was there and is withdrawn says so, and why. */
  private async assertOpen({ id, state, publishedAt }: NoticeRow): Promise<void> {
    if (state === 'published') return;
    if (publishedAt === null) throw noticeNotFound();
    const [actions, pieces] = await Promise.all([
      this.queries.timeline(id),
      this.gate.standings({ type: 'notice', id }),
    ]);
    throw noticeWithdrawn({ reason: publicReason(actions, pieces) });
  }

  private async deskPart(actor: Actor, row: NoticeRow) {
    const [actions, pieces, readCounts, told] = await Promise.all([
      this.queries.timeline(row.id),
      this.gate.standings({ type: 'notice', id: row.id }),
      this.queries.readCounts([row.id]),
      this.tellings.soFar([row.id]),
    ]);
    const reached = { readCount: readCounts.get(row.id) ?? 0, told: told.get(row.id) ?? null };
    return deskPartOf(row, actor, reached, actions, pieces);
  }

  /** A code that is no longer good must not keep anybody from reading notices: then the grid counts, or nothing is known. */
  private async spotOf({ placeCode, gridId }: NoticesQueryDto): Promise<Spot | null> {
    const byGrid = gridId === undefined ? null : { gridId, buildingId: null };
    if (placeCode === undefined) return byGrid;
    try {
      const place = await this.places.resolve({ placeCode });
      return place.gridId === null ? byGrid : { gridId: place.gridId, buildingId: place.buildingId };
    } catch (error) {
      if (error instanceof ProblemError && error.status < 500) return byGrid;
      throw error;
    }
  }
}
