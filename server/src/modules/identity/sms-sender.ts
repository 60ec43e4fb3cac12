import { Injectable } from '@nestjs/common';
import { smsNotConfigured } from './identity.errors.js';

/** How words reach a phone: one-time codes, and messages. An operator's SMS service is one more class beside these. */
export abstract class SmsSender {
  /** Refuses before anything is written when nothing could be sent. */
  abstract assertReady(): void;

  /** Sends the code; gives it back only where the screen may show it. */
  abstract send(phone: string, code: string): Promise<{ shownCode: string | null }>;

  /** Without a provider SMS is not offered as a way to be told. */
  abstract readonly sendsText: boolean;

  /** Sends a message; throws when the provider did not take it. */
  abstract sendText(phone: string, text: string): Promise<void>;
}

/** The demo has no SMS: the code stands on the screen, and messages go nowhere. */
@Injectable()
export class DemoSmsSender extends SmsSender {
  readonly sendsText = true;

  assertReady(): void {}

  async send(_phone: string, code: string): Promise<{ shownCode: string }> {
    return { shownCode: code };
  }

  async sendText(): Promise<void> {}
}

/** Until an operator sets up SMS, asking for a code is refused, clearly. */
@Injectable()
export class MissingSmsSender extends SmsSender {
  readonly sendsText = false;

  assertReady(): never {
    throw smsNotConfigured();
  }

  async send(): Promise<never> {
    throw smsNotConfigured();
  }

  async sendText(): Promise<never> {
    throw smsNotConfigured();
  }
}
