import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { AuditVerifier } from '../../platform/audit/audit-verifier.js';
import type { SignedInActor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { CheckPlaces } from './audit.check-places.js';
import { keptRootIncomplete } from './audit.errors.js';
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
    private readonly places: CheckPlaces,
    private readonly clock: Clock,
  ) {}

  async part(actor: SignedInActor, { from, keptSeq, keptHash }: CheckAuditDto): Promise<AuditCheckDto> {
    if ((keptSeq === undefined) !== (keptHash === undefined)) throw keptRootIncomplete();
    const kept = keptSeq === undefined || keptHash === undefined ? null : { seq: keptSeq, hash: keptHash };
    const { personId } = actor;
    const { place, began } =
      from === undefined
        ? { place: null, began: this.clock.now() }
        : this.places.read(from, { personId, kept });
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
            began: began.toISOString(),
            ...(kept === null ? {} : { kept: kept.seq }),
            ...(broken === null ? {} : { kind: broken.kind, seq: broken.seq }),
          },
        }),
      );
    return {
      count,
      phase: place?.phase ?? 'seals',
      total: head?.seq ?? 0,
      next: next === null ? null : this.places.write(next, { personId, began, kept }),
      broken,
    };
  }
}
