import { Injectable } from '@nestjs/common';
import { Settings } from '../../platform/config/settings.js';
import { Retention } from '../../platform/retention/retention.js';

/** How long messages are kept, and what became of sending them. What was given up waits for a person. */
@Injectable()
export class MessageRetention {
  constructor(retention: Retention, { messagesKeepDays }: Settings) {
    retention.keep(
      { table: 'inbox_message', days: messagesKeepDays },
      { table: 'delivery', days: messagesKeepDays, onlyIf: "state in ('sent', 'skipped') and at < ?" },
    );
  }
}
