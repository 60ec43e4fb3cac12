import { HOME_RELATION_LABELS, type MessageKind } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { HouseholdFacts, type HouseholdMember } from '../modules/household/index.js';
import { AppointmentsService } from '../modules/identity/index.js';
import { Messages, type NewMessage } from '../modules/message/index.js';
import { Effect, type RecordedEvent } from '../platform/events/effect.js';

/**
 * A claim that waits is told to the captain of the building, or to the community where there is none but the claimant; the
 * answer, and that somebody was let go, to whom it is about. Nobody is told of what they did themselves, except that their
 * own number was proof enough.
 */
@Injectable()
export class TellOfHomesClaimedAndAnswered extends Effect {
  readonly name = 'tell-of-homes-claimed-and-answered';
  readonly on = ['household.claimed', 'household.confirmed', 'household.refused', 'household.ended'];

  constructor(
    private readonly households: HouseholdFacts,
    private readonly appointments: AppointmentsService,
    private readonly messages: Messages,
  ) {
    super();
  }

  async run(tx: EntityManager, event: RecordedEvent): Promise<void> {
    const member = await this.households.of(tx, event.subjectId);
    if (member === null) return;
    if (event.type === 'household.claimed') return this.tellOfClaim(tx, event, member);
    const words = answerOf(event, member);
    if (words === null) return;
    await this.say(tx, event, member, {
      ...{ personIds: [member.personId], kind: 'home_answered', link: { type: 'my_home', id: member.id } },
      ...words,
    });
  }

  private async tellOfClaim(tx: EntityManager, event: RecordedEvent, member: HouseholdMember) {
    // Withdrawn or answered meanwhile, it waits for nobody.
    if (member.state !== 'claimed') return;
    await this.say(tx, event, member, {
      personIds: await this.whoConfirms(member, event.at),
      kind: 'home_claimed',
      link: { type: 'home_claim', id: member.id },
      title: '有人认领房屋，等您确认',
      // Who it is stands in the list: a name that went out in a message could not be taken back.
      body: `有人说是${member.homeLabel} 的${HOME_RELATION_LABELS[member.relation]}，请看一看。`,
    });
  }

  private async whoConfirms(member: HouseholdMember, at: Date): Promise<string[]> {
    const { buildingId, communityId, personId } = member;
    const captains = await this.appointments.holders({ role: 'building_captain', buildingId }, at);
    const others = captains.filter((id) => id !== personId);
    if (others.length > 0) return others;
    const staff = await this.appointments.holders({ role: 'community_worker', communityId }, at);
    return staff.filter((id) => id !== personId);
  }

  private say(
    tx: EntityManager,
    event: RecordedEvent,
    { communityId }: HouseholdMember,
    message: Pick<NewMessage, 'personIds' | 'link' | 'title' | 'body'> & { kind: MessageKind },
  ): Promise<void> {
    return this.messages.send(tx, { ...message, communityId, cause: event.id, at: event.at });
  }
}

/** Null when there is nothing to be told, or the membership has gone on since. */
function answerOf(
  event: RecordedEvent,
  { state, personId, homeLabel, relation, confirmedWay, reason }: HouseholdMember,
): { title: string; body: string } | null {
  const byThemselves = event.data?.actorId === personId;
  const as = HOME_RELATION_LABELS[relation];
  switch (event.type) {
    case 'household.confirmed':
      if (state !== 'confirmed' || (byThemselves && confirmedWay !== 'phone')) return null;
      return { title: '您家确认好了', body: `您是${homeLabel} 的${as}。身边的通知和网格员会按这里来。` };
    case 'household.refused':
      if (state !== 'refused') return null;
      return { title: '房屋认领没有通过', body: `${homeLabel}：${reason ?? ''}。要是弄错了，请联系社区。` };
    default:
      if (state !== 'ended' || byThemselves) return null;
      return {
        title: '您的住户登记结束了',
        body: `${homeLabel}（${as}）：${reason ?? ''}。有疑问请联系社区。`,
      };
  }
}
