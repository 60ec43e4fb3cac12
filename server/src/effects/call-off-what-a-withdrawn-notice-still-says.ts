import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Messages } from '../modules/message/index.js';
import { Effect, type RecordedEvent } from '../platform/events/effect.js';

/** What waits for the morning, or in the line, to tell residents of a notice that is withdrawn by now does not ring them any more. */
@Injectable()
export class CallOffWhatAWithdrawnNoticeStillSays extends Effect {
  readonly name = 'call-off-what-a-withdrawn-notice-still-says';
  readonly on = ['notice.withdrawn'];

  constructor(private readonly messages: Messages) {
    super();
  }

  run(tx: EntityManager, { subjectId }: RecordedEvent): Promise<void> {
    return this.messages.callOff(tx, { type: 'notice', id: subjectId }, '通知撤回了');
  }
}
