import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Messages } from '../modules/message/index.js';
import { PrivacyErasures } from '../modules/privacy/index.js';
import { Effect, type RecordedEvent } from '../platform/events/effect.js';

const BODY_CHARS = 500;

/** What is done to somebody's way in, or is not done yet, they read in their inbox, also when they did it themselves: it might have been somebody else. */
@Injectable()
export class TellPeopleWhatBecameOfTheirAccount extends Effect {
  readonly name = 'tell-people-what-became-of-their-account';
  readonly on = ['person.phone_changed', 'person.merged', 'privacy.erasure_postponed'];

  constructor(
    private readonly erasures: PrivacyErasures,
    private readonly messages: Messages,
  ) {
    super();
  }

  async run(tx: EntityManager, event: RecordedEvent): Promise<void> {
    const words = await this.wordsOf(tx, event);
    if (words === null) return;
    await this.messages.send(tx, {
      ...{ personIds: [event.subjectId], kind: 'account_changed', ...words },
      link: { type: 'my_privacy', id: null },
      ...{ communityId: null, cause: event.id, at: event.at },
    });
  }

  private async wordsOf(
    tx: EntityManager,
    { type, data }: RecordedEvent,
  ): Promise<{ title: string; body: string } | null> {
    switch (type) {
      case 'person.phone_changed':
        return {
          title: '您的手机号换好了',
          body: '以后用新号码登录，别的设备上已经退出。不是您自己换的，请马上联系社区。',
        };
      case 'person.merged':
        return {
          title: '您的两份登记已合并',
          body: '社区核对过，两份登记都是您。报过的事、家和消息都在这里了。弄错了请联系社区。',
        };
      default:
        return this.delayOf(tx, String(data?.erasureId));
    }
  }

  /** Taken back or done meanwhile, there is nothing to say. */
  private async delayOf(tx: EntityManager, erasureId: string) {
    const obstacles = await this.erasures.obstacles(tx, erasureId);
    if (obstacles.length === 0) return null;
    const body = `${obstacles.join('')}办好以后会接着注销，您不用再申请。`;
    return { title: '注销推迟了', body: body.slice(0, BODY_CHARS) };
  }
}
