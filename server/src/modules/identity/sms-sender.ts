import { Injectable } from '@nestjs/common';
import { smsNotConfigured } from './identity.errors.js';

/** How a one-time code reaches a phone. An operator's SMS service is one more class beside these. */
export abstract class SmsSender {
  /** Refuses before anything is written when nothing could be sent. */
  abstract assertReady(): void;

  /** Sends the code; gives it back only where the screen may show it. */
  abstract send(phone: string, code: string): Promise<{ shownCode: string | null }>;
}

/** The demo has no SMS: the code stands on the screen. */
@Injectable()
export class DemoSmsSender extends SmsSender {
  assertReady(): void {}

  async send(_phone: string, code: string): Promise<{ shownCode: string }> {
    return { shownCode: code };
  }
}

/** Until an operator sets up SMS, asking for a code is refused, clearly. */
@Injectable()
export class MissingSmsSender extends SmsSender {
  assertReady(): never {
    throw smsNotConfigured();
  }

  async send(): Promise<never> {
    throw smsNotConfigured();
  }
}
