import { NOTICE_STATES, type NoticeState } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { countByState } from '../../platform/database/listing.js';
import { type Cursor, encodeCursor } from '../../platform/http/cursor.js';
import { NOTICE_COLUMNS, type NoticeActionLine, type NoticeFeedRow, type NoticeRow } from './notice.rows.js';

/** Where somebody stands, as far as it is known. */
export interface Spot {
  gridId: string;
  buildingId: string | null;
}

export interface FeedRequest {
  communityId: string;
  spot: Spot | null;
  everywhere: boolean;
  past: boolean;
  personId: string | null;
  now: Date;
  limit: number;
  cursor: Cursor | null;
}

/** Everything that is read of notices, one query each. */
@Injectable()
export class NoticeQueries {
  constructor(private readonly database: Database) {}

  /**
   * What is not over, the newest first; or what is, the latest to end first. Of a community only so much is not over that
   * sorting it costs nothing; what is over is read in the order of the index.
   */
  async feed(request: FeedRequest): Promise<{ rows: NoticeFeedRow[]; nextCursor: string | null }> {
    const { communityId, spot, everywhere, past, personId, now, limit, cursor } = request;
    const [order, beyond] = past ? ['over_at', '<='] : ['published_at', '>'];
    const here = forHere(spot);
    const parameters: unknown[] = [...here.parameters, personId, communityId, now];
    const where = ["n.community_id = ? and n.state = 'published'", `n.over_at ${beyond} ?`];
    if (spot !== null && !everywhere) {
      where.push(here.sql);
      parameters.push(...here.parameters);
    }
    if (cursor !== null) {
      where.push(`n.${order} <= ? and (n.${order} < ? or n.id < ?)`);
      parameters.push(cursor.moments[0], cursor.moments[0], cursor.id);
    }
    // One row more than asked for tells whether there is a next page.
    const found = await this.database.query<NoticeFeedRow>(
      `select ${NOTICE_COLUMNS}, ${here.sql} as forHere, r.person_id is not null as isRead
         from notice n left join notice_read r on r.notice_id = n.id and r.person_id = ?
        where ${where.join(' and ')} order by n.${order} desc, n.id desc limit ?`,
      [...parameters, limit + 1],
    );
    const rows = found.slice(0, limit);
    const last = rows.at(-1);
    const more = found.length > limit && last !== undefined;
    const moment = past ? last?.overAt : last?.publishedAt;
    return { rows, nextCursor: more ? encodeCursor({ moments: [moment ?? null], id: last.id }) : null };
  }

  async one(id: string): Promise<NoticeRow | null> {
    const [row] = await this.database.query<NoticeRow>(
      `select ${NOTICE_COLUMNS} from notice n where n.id = ?`,
      [id],
    );
    return row ?? null;
  }

  timeline(noticeId: string): Promise<NoticeActionLine[]> {
    return this.database.query<NoticeActionLine>(
      `select id, action, actor_name as actorName, at, reason from notice_action
        where notice_id = ? order by seq`,
      [noticeId],
    );
  }

  /** The newest first, of several communities where somebody sees several. */
  async desk(
    communityIds: readonly string[],
    state: NoticeState | undefined,
    page: { offset: number; limit: number },
  ): Promise<NoticeRow[]> {
    if (communityIds.length === 0) return [];
    const where = state === undefined ? '' : 'and n.state = ?';
    return this.database.query<NoticeRow>(
      `select ${NOTICE_COLUMNS} from notice n where n.community_id in (?) ${where}
        order by n.written_at desc, n.id desc limit ? offset ?`,
      [communityIds, ...(state === undefined ? [] : [state]), page.limit, page.offset],
    );
  }

  counts(communityIds: readonly string[]): Promise<Record<NoticeState, number>> {
    // An empty list is no condition.
    const [from, parameters] =
      communityIds.length === 0
        ? ['notice where false', []]
        : ['notice where community_id in (?)', [communityIds]];
    return countByState(this.database, NOTICE_STATES, 'state', from, parameters);
  }

  /** How many people have opened each; those whom nobody has opened are left out. */
  async readCounts(ids: string[]): Promise<Map<string, number>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database.query<{ id: string; many: string }>(
      'select notice_id as id, count(*) as many from notice_read where notice_id in (?) group by notice_id',
      [ids],
    );
    return new Map(rows.map(({ id, many }) => [id, Number(many)]));
  }

  async hasRead(noticeId: string, personId: string | null): Promise<boolean> {
    if (personId === null) return false;
    const rows = await this.database.query(
      'select notice_id from notice_read where notice_id = ? and person_id = ?',
      [noticeId, personId],
    );
    return rows.length > 0;
  }

  /** Reading again keeps the moment of the first time. */
  async read(noticeId: string, personId: string, at: Date): Promise<void> {
    await this.database.query('insert ignore into notice_read (notice_id, person_id, at) values (?, ?, ?)', [
      noticeId,
      personId,
      at,
    ]);
  }
}

/** For the whole community, or for where somebody stands; of a grid without a building all its buildings are meant. */
function forHere(spot: Spot | null): { sql: string; parameters: unknown[] } {
  if (spot === null) return { sql: "n.reach = 'community'", parameters: [] };
  const { gridId, buildingId } = spot;
  const target = `t.notice_id = n.id and t.grid_id = ?`;
  const inBuilding = buildingId === null ? '' : 'and (t.building_id is null or t.building_id = ?)';
  return {
    sql: `(n.reach = 'community' or exists (select 1 from notice_target t where ${target} ${inBuilding}))`,
    parameters: buildingId === null ? [gridId] : [gridId, buildingId],
  };
}
