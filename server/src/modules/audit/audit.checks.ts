import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { AuditVerifier, type CheckedTo } from '../../platform/audit/audit-verifier.js';
import type { SignedInActor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { isUuidV7 } from '../../platform/http/validators.js';
import { checkPlaceInvalid, keptRootIncomplete } from './audit.errors.js';
import { AuditQueries } from './audit.queries.js';
import type { CheckAuditDto } from './dto/audit-query.dto.js';
import type { AuditCheckDto } from './dto/audit-view.dto.js';

/** Checks the chain for the auditor, a part at a time, so that no request takes long however many entries there are. */
@Injectable()
export class AuditChecks {
  constructor(
    private readonly database: Database,
    private readonly verifier: AuditVerifier,
    private readonly queries: AuditQueries,
    private readonly trail: AuditTrail,
  ) {}

  async part(actor: SignedInActor, { from, keptSeq, keptHash }: CheckAuditDto): Promise<AuditCheckDto> {
    if ((keptSeq === undefined) !== (keptHash === undefined)) throw keptRootIncomplete();
    const kept = keptSeq === undefined || keptHash === undefined ? null : { seq: keptSeq, hash: keptHash };
    const place = from === undefined ? null : placeOf(from);
    const head = await this.queries.head();
    const { count, next, broken } = await this.verifier.part(place, kept);
    if (next === null)
      await this.database.transaction((tx) =>
        this.trail.record(tx, {
          action: 'audit.verify',
          actor,
          subject: { type: 'audit', id: 'chain' },
          details: {
            sound: broken === null,
            ...(broken === null ? {} : { kind: broken.kind, seq: broken.seq }),
          },
        }),
      );
    return {
      count,
      phase: place?.phase ?? 'seals',
      total: head?.seq ?? 0,
      next: next === null ? null : Buffer.from(JSON.stringify(next)).toString('base64url'),
      broken,
    };
  }
}

function placeOf(text: string): CheckedTo {
  try {
    const { phase, seq, hash, after } = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (phase === 'entries' && (after === '' || isUuidV7(after))) return { phase, after };
    if (phase === 'seals' && Number.isSafeInteger(seq) && seq >= 0 && /^[0-9a-f]{64}$/.test(hash))
      return { phase, seq, hash };
  } catch {
    // No place of ours either.
  }
  throw checkPlaceInvalid();
}
