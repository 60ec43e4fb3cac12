import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PassedMessages } from '../modules/message/index.js';
import { NoticeFacts } from '../modules/notice/index.js';

/** Nobody is rung by a notice that is over or withdrawn, however long the message lay in the line, the night or its tries. */
@Injectable()
export class RingOfNoNoticeThatHasPassed implements OnModuleInit {
  constructor(
    private readonly passed: PassedMessages,
    private readonly notices: NoticeFacts,
  ) {}

  onModuleInit(): void {
    this.passed.join('notice_here', (noticeId, now) => this.notices.passed(noticeId, now));
  }
}
