import { NOTICE_KIND_LABELS, ROLES, roleMay } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AreaQueries } from '../modules/area/index.js';
import { AppointmentsService } from '../modules/identity/index.js';
import { Messages } from '../modules/message/index.js';
import { type NoticeFact, NoticeFacts } from '../modules/notice/index.js';
import { Effect, type RecordedEvent } from '../platform/events/effect.js';
import { whereAndWhen } from './notice-words.js';

/**
 * Whoever works where a notice is for knows of it before residents ask; one that waits is told to whoever decides. Nobody
 * is told of what they did themselves.
 */
@Injectable()
export class TellTheStaffOfANotice extends Effect {
  readonly name = 'tell-the-staff-of-a-notice';
  readonly on = ['notice.published', 'notice.waiting'];

  constructor(
    private readonly notices: NoticeFacts,
    private readonly areas: AreaQueries,
    private readonly appointments: AppointmentsService,
    private readonly messages: Messages,
  ) {
    super();
  }

  async run(tx: EntityManager, event: RecordedEvent): Promise<void> {
    const notice = await this.notices.of(tx, event.subjectId);
    if (notice === null) return;
    if (event.type === 'notice.waiting') return this.tellOfWaiting(tx, event, notice);
    // Withdrawn meanwhile, there is nothing to know of any more.
    if (notice.state !== 'published') return;
    await this.say(tx, event, notice, [notice.writtenById], '您写的通知放行了', wordsOf(notice, event.at));
    const title = `通知：${NOTICE_KIND_LABELS[notice.kind]}`;
    await this.say(tx, event, notice, await this.staffOf(notice, event.at), title, wordsOf(notice, event.at));
  }

  private async tellOfWaiting(tx: EntityManager, event: RecordedEvent, notice: NoticeFact): Promise<void> {
    if (notice.state !== 'waiting') return;
    const { title } = notice;
    const deciders = await this.holders('notice.let_through', notice, event.at);
    await this.say(tx, event, notice, deciders, '有一条通知等您放行', `「${title}」，请看一看能不能发。`);
    const toWriter = `「${title}」要请社区书记看一看才能发。`;
    await this.say(tx, event, notice, [notice.writtenById], '您写的通知在等放行', toWriter);
  }

  private async staffOf(notice: NoticeFact, at: Date): Promise<string[]> {
    const { communityId, reach } = notice;
    const gridIds = reach === 'community' ? await this.areas.gridIdsOf(communityId) : notice.gridIds;
    const workers = await Promise.all(
      gridIds.map((gridId) => this.appointments.holders({ role: 'grid_worker', gridId }, at)),
    );
    return [...workers.flat(), ...(await this.holders('notice.write', notice, at))];
  }

  private async holders(
    permission: 'notice.write' | 'notice.let_through',
    { communityId }: NoticeFact,
    at: Date,
  ): Promise<string[]> {
    const roles = ROLES.filter((role) => roleMay(role, permission));
    const found = await Promise.all(
      roles.map((role) => this.appointments.holders({ role, communityId }, at)),
    );
    return found.flat();
  }

  private async say(
    tx: EntityManager,
    event: RecordedEvent,
    { id, communityId }: NoticeFact,
    personIds: string[],
    title: string,
    body: string,
  ): Promise<void> {
    await this.messages.send(tx, {
      personIds: personIds.filter((personId) => personId !== event.data?.actorId),
      kind: 'notice',
      title,
      body,
      link: { type: 'notice', id },
      communityId,
      cause: event.id,
      at: event.at,
    });
  }
}

function wordsOf(notice: NoticeFact, at: Date): string {
  return `${notice.title}，${whereAndWhen(notice, at)}`;
}
