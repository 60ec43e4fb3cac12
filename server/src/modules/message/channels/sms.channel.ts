import { Injectable } from '@nestjs/common';
import { Contacts, SmsSender } from '../../identity/index.js';
import { Channel, type Outcome } from '../delivery/channel.js';
import type { WaitingDelivery } from '../delivery/delivery.ledger.js';

/** A text message to the phone they verified. */
@Injectable()
export class SmsChannel extends Channel {
  constructor(
    private readonly sms: SmsSender,
    private readonly contacts: Contacts,
  ) {
    super();
  }

  async send(delivery: WaitingDelivery): Promise<Outcome> {
    if (!this.sms.sendsText) return { result: 'skip', why: '没有接短信' };
    const phone = await this.contacts.phoneOf(delivery.targetId);
    if (phone === null) return { result: 'skip', why: '没有手机号' };
    await this.sms.sendText(phone, `【邻里】${delivery.title}：${delivery.body}`);
    return { result: 'sent' };
  }
}
