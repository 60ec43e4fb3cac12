import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type SignedInActor, scopeOf } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { isDuplicate } from '../../platform/database/database.errors.js';
import { Database } from '../../platform/database/database.js';
import { idUsedDifferently } from '../../platform/idempotency/idempotency.errors.js';
import { requestHash } from '../../platform/idempotency/request-hash.js';
import { newId } from '../../platform/ids/new-id.js';
import { AreaQueries, type PartRow } from '../area/index.js';
import { ContentGate } from '../content/index.js';
import { type AudienceCount, HouseholdAudience } from '../household/index.js';
import type { NoticeAudienceQueryDto } from './dto/notice-list.dto.js';
import type { WriteNoticeDto } from './dto/write-notice.dto.js';
import { Notice } from './notice.entity.js';
import { noticeOutsideYourArea, noticeTargetNeeded, noticeTargetUnknown } from './notice.errors.js';
import { overAt, spanFault, whereaboutsOf, whereLabelOf } from './notice.rules.js';
import { NoticeTimeline } from './notice.timeline.js';
import { NoticeTarget } from './notice-target.entity.js';

/** Receives what staff write: each id makes one notice, however often it is sent. */
@Injectable()
export class NoticeWriting {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly areas: AreaQueries,
    private readonly gate: ContentGate,
    private readonly timeline: NoticeTimeline,
    private readonly households: HouseholdAudience,
  ) {}

  async write(actor: SignedInActor, body: WriteNoticeDto): Promise<void> {
    const hash = requestHash(body);
    // First of all, so that a repeat which arrives after the end of what it tells of is not refused.
    if (await this.wasWritten(body.id, actor, hash)) return;
    if (!scopeOf(actor, 'notice.write').communityIds.includes(body.communityId))
      throw noticeOutsideYourArea();
    const fault = spanFault(spanOf(body), this.clock.now());
    if (fault !== null) throw fault;
    try {
      await this.database.transaction(async (tx) => {
        const parts = await this.partsOf(body, tx);
        await this.create(tx, actor, body, parts, hash);
      });
    } catch (error) {
      if (isDuplicate(error) && (await this.wasWritten(body.id, actor, hash))) return;
      throw error;
    }
  }

  /** How many a notice for there would be told to, before it is written. */
  async audience(actor: SignedInActor, query: NoticeAudienceQueryDto): Promise<AudienceCount> {
    const { communityId, reach } = query;
    if (!scopeOf(actor, 'notice.write').communityIds.includes(communityId)) throw noticeOutsideYourArea();
    const ids = (await this.partsOf(query)).map(({ id }) => id);
    const [wholeGridIds, buildingIds] = reach === 'grid' ? [ids, []] : [[], ids];
    return this.households.count(whereaboutsOf({ communityId, reach, wholeGridIds, buildingIds }));
  }

  private async wasWritten(id: string, actor: SignedInActor, hash: string): Promise<boolean> {
    const [row] = await this.database.query<{ writtenById: string; requestHash: string }>(
      'select written_by_id as writtenById, request_hash as requestHash from notice where id = ?',
      [id],
    );
    if (row === undefined) return false;
    if (row.writtenById === actor.personId && row.requestHash === hash) return true;
    throw idUsedDifferently();
  }

  private async partsOf(
    { communityId, reach, areaIds }: Pick<WriteNoticeDto, 'communityId' | 'reach' | 'areaIds'>,
    tx?: EntityManager,
  ): Promise<PartRow[]> {
    if (reach === 'community') {
      if (areaIds.length > 0) throw noticeTargetUnknown();
      return [];
    }
    if (areaIds.length === 0) throw noticeTargetNeeded();
    const parts = await this.areas.within(communityId, reach, areaIds, tx);
    if (parts.length < areaIds.length) throw noticeTargetUnknown();
    return parts;
  }

  private async create(
    tx: EntityManager,
    actor: SignedInActor,
    body: WriteNoticeDto,
    parts: PartRow[],
    hash: string,
  ): Promise<void> {
    const now = this.clock.now();
    const { id, communityId, reach, kind, title } = body;
    const span = spanOf(body);
    const notice = tx.getRepository(Notice).create({
      ...{ id, communityId, reach, kind, title, body: body.body, ...span },
      whereLabel: whereLabelOf(reach, parts),
      overAt: overAt(span, now),
      state: 'waiting',
      writtenById: actor.personId,
      writtenByName: actor.name,
      writtenAt: now,
      publishedAt: null,
      requestHash: hash,
    });
    // The notice first: of several equal ones at once, its key lets one through and holds the others back.
    await tx.getRepository(Notice).insert(notice);
    await tx.getRepository(NoticeTarget).insert(
      parts.map((part) => ({
        noticeId: id,
        areaId: part.id,
        gridId: part.gridId,
        buildingId: reach === 'building' ? part.id : null,
      })),
    );
    const subject = { type: 'notice', id } as const;
    const hidden = await this.gate.hold(tx, {
      ...{ subject, authorId: actor.personId, byStaff: true, at: now, photoIds: [] },
      text: { id, words: `${title}\n${body.body}` },
    });
    await this.timeline.append(tx, {
      ...{ id: newId(now), notice, actor, action: 'write', at: now, reason: null, requestHash: hash },
    });
    if (hidden === 0) {
      await tx.getRepository(Notice).update({ id }, { state: 'published', publishedAt: now });
      await this.timeline.tell(tx, 'published', notice, actor.personId, now);
    } else if (!(await this.gate.isPending(tx, id))) {
      await this.timeline.tell(tx, 'waiting', notice, actor.personId, now);
    }
  }
}

function spanOf({ startsAt, endsAt }: WriteNoticeDto) {
  return {
    startsAt: startsAt === undefined ? null : new Date(startsAt),
    endsAt: endsAt === undefined ? null : new Date(endsAt),
  };
}
