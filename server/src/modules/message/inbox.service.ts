import { LIMITS, MESSAGE_KIND_RULES, type MessageKind } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { decodeCursor, encodeCursor } from '../../platform/http/cursor.js';
import { isUuidV7 } from '../../platform/http/validators.js';
import type { InboxCountDto, InboxDto, InboxMessageDto, InboxQueryDto } from './dto/inbox.dto.js';
import type { LinkType } from './inbox-message.entity.js';
import { messageNotFound } from './message.errors.js';

const DEFAULT_LIMIT = 20;

interface InboxRow {
  id: string;
  kind: MessageKind;
  title: string;
  body: string;
  linkType: LinkType;
  linkId: string | null;
  at: Date;
  readAt: Date | null;
}

const COLUMNS = 'id, kind, title, body, link_type as linkType, link_id as linkId, at, read_at as readAt';

/** What one person was told. Every statement here names the person: nobody reads another's inbox. */
@Injectable()
export class InboxService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list(personId: string, query: InboxQueryDto): Promise<InboxDto> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const where = ['person_id = ?'];
    const parameters: unknown[] = [personId];
    if (query.unread === true) where.push('read_at is null');
    if (query.cursor !== undefined) {
      const { moments, id } = decodeCursor(query.cursor, 1);
      where.push('at <= ? and (at < ? or id < ?)');
      parameters.push(moments[0], moments[0], id);
    }
    // One row more than asked for tells whether there is a next page.
    const rows = await this.database.query<InboxRow>(
      `select ${COLUMNS} from inbox_message where ${where.join(' and ')} order by at desc, id desc limit ?`,
      [...parameters, limit + 1],
    );
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const more = rows.length > limit && last !== undefined;
    return {
      items: shown.map(viewOf),
      nextCursor: more ? encodeCursor({ moments: [last.at], id: last.id }) : null,
    };
  }

  async count(personId: string): Promise<InboxCountDto> {
    const [row] = await this.database.query<{ unread: string }>(
      `select count(*) as unread from (
         select id from inbox_message where person_id = ? and read_at is null limit ?) some`,
      [personId, LIMITS.unreadCountMax],
    );
    return { unread: Number(row?.unread ?? 0) };
  }

  /** Reading again keeps the moment of the first time. */
  async read(personId: string, id: string): Promise<InboxMessageDto> {
    if (!isUuidV7(id)) throw messageNotFound();
    await this.database.query(
      'update inbox_message set read_at = ? where id = ? and person_id = ? and read_at is null',
      [this.clock.now(), id, personId],
    );
    const [row] = await this.database.query<InboxRow>(
      `select ${COLUMNS} from inbox_message where id = ? and person_id = ?`,
      [id, personId],
    );
    if (row === undefined) throw messageNotFound();
    return viewOf(row);
  }

  /** Up to what they have seen, where that is said: what arrives meanwhile stays unread. */
  async readAll(personId: string, until: Date): Promise<InboxCountDto> {
    await this.database.query(
      'update inbox_message set read_at = ? where person_id = ? and read_at is null and at <= ?',
      [this.clock.now(), personId, until],
    );
    return this.count(personId);
  }
}

function viewOf(row: InboxRow): InboxMessageDto {
  return {
    id: row.id,
    kind: row.kind,
    kindLabel: MESSAGE_KIND_RULES[row.kind]?.label ?? '消息',
    title: row.title,
    body: row.body,
    link: { type: row.linkType, id: row.linkId },
    at: row.at.toISOString(),
    readAt: row.readAt?.toISOString() ?? null,
  };
}
