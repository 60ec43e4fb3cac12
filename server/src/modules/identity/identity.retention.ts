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
      { table: 'refresh_token', days: TOKEN_DAYS },
      { table: 'session', days: sessionsKeepDays, onlyIf: 'last_seen_at < ?' },
    );
  }
}
