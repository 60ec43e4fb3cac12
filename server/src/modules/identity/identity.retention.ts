import { Injectable } from '@nestjs/common';
import { Settings } from '../../platform/config/settings.js';
import { Retention } from '../../platform/retention/retention.js';

/** A refresh token lives thirty days, so whatever is a day older opens nothing. */
const TOKEN_DAYS = 31;

/** How long the traces of signing in are kept. */
@Injectable()
export class IdentityRetention {
  constructor(retention: Retention, { codesKeepDays, sessionsKeepDays }: Settings) {
    retention.keep(
      { table: 'one_time_code', days: codesKeepDays },
      { table: 'sign_in_ticket', days: codesKeepDays },
      // Counts of a day and of a quarter of an hour: by then neither stands in anybody's way.
      { table: 'phone_code_quota', days: codesKeepDays, since: 'last_sent_at' },
      { table: 'password_failure', days: codesKeepDays, since: 'first_failed_at' },
      { table: 'refresh_token', days: TOKEN_DAYS },
      { table: 'session', days: sessionsKeepDays, onlyIf: 'last_seen_at < ?' },
    );
  }
}
