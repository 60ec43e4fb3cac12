import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SignedInActor } from '../../platform/auth/actor.js';
import { Outbox, type OwedEvent } from '../../platform/events/outbox.js';
import type { Span } from './staff.rules.js';

/** The appointment something happened to, by whom, where and when. */
export interface News {
  id: string;
  actor: SignedInActor;
  communityId: string | null;
  now: Date;
}

/** Writes down what happened to an appointment, so that whoever holds it is told. Whoever calls holds the appointment. */
@Injectable()
export class StaffNews {
  constructor(private readonly outbox: Outbox) {}

  made(tx: EntityManager, news: News, { fromAt, toAt }: Span): Promise<void> {
    return this.append(tx, news, 'appointment.made', {
      from: fromAt.toISOString(),
      to: toAt?.toISOString() ?? null,
    });
  }

  /** Over now, or on a day to come; what had not begun was called off. */
  ends(tx: EntityManager, news: News, at: Date, fromAt: Date): Promise<void> {
    return this.append(tx, news, 'appointment.ends', {
      from: fromAt.toISOString(),
      at: at.toISOString(),
    });
  }

  leave(
    tx: EntityManager,
    news: News,
    { fromAt, toAt, covered }: { fromAt: Date; toAt: Date; covered: boolean },
  ): Promise<void> {
    return this.append(tx, news, 'appointment.leave', {
      ...{ from: fromAt.toISOString(), to: toAt.toISOString(), covered },
    });
  }

  leaveEnded(tx: EntityManager, news: News, fromAt: Date): Promise<void> {
    return this.append(tx, news, 'appointment.leave_ended', { from: fromAt.toISOString() });
  }

  private append(
    tx: EntityManager,
    { id, actor, communityId, now }: News,
    type: string,
    data: NonNullable<OwedEvent['data']>,
  ): Promise<void> {
    return this.outbox.append(tx, {
      ...{ type, subjectType: 'appointment', subjectId: id, communityId, at: now },
      data: { actorId: actor.personId, ...data },
    });
  }
}
