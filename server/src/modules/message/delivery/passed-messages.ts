import type { MessageKind } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { WaitingDelivery } from './delivery.ledger.js';

/** Why what a message leads to is no news by now, in words; null while it is. */
export type Passed = (linkId: string, now: Date) => Promise<string | null>;

/**
 * Between being told and being rung lie the night, the line and the tries that failed. Whoever tells of things that pass
 * says here when it begins whether one has passed, and is asked once more before it would leave the house.
 */
@Injectable()
export class PassedMessages {
  private readonly askers = new Map<MessageKind, Passed>();

  join(kind: MessageKind, passed: Passed): void {
    this.askers.set(kind, passed);
  }

  async why({ kind, linkId }: WaitingDelivery, now: Date): Promise<string | null> {
    const passed = kind === null ? undefined : this.askers.get(kind);
    return passed === undefined || linkId === null ? null : passed(linkId, now);
  }
}
