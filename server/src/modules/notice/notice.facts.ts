import type { NoticeKind, NoticeReach, NoticeState } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { Notice } from './notice.entity.js';
import { NoticeTarget } from './notice-target.entity.js';

/** What others need to know of a notice to tell people of it. */
export interface NoticeFact {
  id: string;
  communityId: string;
  reach: NoticeReach;
  /** The grids it is for, or in which its buildings lie; empty for the whole community. */
  gridIds: string[];
  /** Those of them that it is for as a whole. */
  wholeGridIds: string[];
  /** The buildings it is for: those it was written for, or those that left a grid it was written for. */
  buildingIds: string[];
  kind: NoticeKind;
  title: string;
  whereLabel: string;
  startsAt: Date | null;
  endsAt: Date | null;
  /** When there is nothing to know of it any more. */
  overAt: Date;
  state: NoticeState;
  writtenById: string;
}

/** Notices as they are now, for what follows from them. */
@Injectable()
export class NoticeFacts {
  constructor(private readonly database: Database) {}

  async of(tx: EntityManager, id: string): Promise<NoticeFact | null> {
    const notice = await tx.getRepository(Notice).findOneBy({ id });
    if (notice === null) return null;
    const targets = await tx.getRepository(NoticeTarget).findBy({ noticeId: id });
    return {
      ...notice,
      gridIds: [...new Set(targets.map(({ gridId }) => gridId))].sort(),
      wholeGridIds: targets.flatMap(({ gridId, buildingId }) => (buildingId === null ? gridId : [])),
      buildingIds: targets.flatMap(({ buildingId }) => buildingId ?? []),
    };
  }

  /** Why there is nothing to be told of it at this moment; null while there is. */
  async passed(id: string, now: Date): Promise<string | null> {
    const [notice] = await this.database.query<Pick<NoticeFact, 'state' | 'overAt'>>(
      'select state, over_at as overAt from notice where id = ?',
      [id],
    );
    if (notice?.state !== 'published') return '通知撤回了';
    return notice.overAt > now ? null : '通知说的事过去了';
  }
}
