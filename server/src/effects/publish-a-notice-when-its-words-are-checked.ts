import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { NoticeActs } from '../modules/notice/index.js';
import { Effect, type RecordedEvent } from '../platform/events/effect.js';

/** A notice in which the check found nothing goes out by itself; of any other somebody is told. */
@Injectable()
export class PublishANoticeWhenItsWordsAreChecked extends Effect {
  readonly name = 'publish-a-notice-when-its-words-are-checked';
  readonly on = ['content.checked'];

  constructor(private readonly notices: NoticeActs) {
    super();
  }

  run(tx: EntityManager, { subjectId }: RecordedEvent): Promise<void> {
    return this.notices.checked(tx, subjectId);
  }
}
