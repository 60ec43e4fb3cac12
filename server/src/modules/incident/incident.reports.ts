import type { Permission } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type SignedInActor, scopeCovers, scopeOf } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { isDuplicate } from '../../platform/database/database.errors.js';
import { Database } from '../../platform/database/database.js';
import { insertRow, send } from '../../platform/database/statements.js';
import { idUsedDifferently } from '../../platform/idempotency/idempotency.errors.js';
import { requestHash } from '../../platform/idempotency/request-hash.js';
import { newId } from '../../platform/ids/new-id.js';
import { AreaQueries, type CommunityRow, PlaceResolver, type ResolvedPlace } from '../area/index.js';
import { PeopleService } from '../identity/index.js';
import { PhotoService } from '../photo/index.js';
import { VoiceService } from '../voice/index.js';
import type { CallerDto, ReportForResidentDto, ReportIncidentDto } from './dto/report-incident.dto.js';
import { begunIncident } from './incident.begin.js';
import { IncidentCategories } from './incident.categories.js';
import { IncidentClocks } from './incident.clocks.js';
import { Incident } from './incident.entity.js';
import {
  categoryUnknown,
  descriptionNeeded,
  outsideYourArea,
  placeNeeded,
  placeWordsNeeded,
} from './incident.errors.js';
import { nextIncidentNumber } from './incident.numbers.js';
import { IncidentTimeline } from './incident.timeline.js';

/** Who reports: whoever sends it, or somebody they send it for. */
export interface Reporter {
  id: string;
  name: string;
  /** Somebody else types it in. */
  called: boolean;
  /** Nobody knew of them until now. */
  isNew: boolean;
}

/** What is known around a report when it is written down. */
interface Around {
  place: ResolvedPlace;
  community: CommunityRow;
  reporter: Reporter;
  hash: string;
  /** By which the report was taken in. */
  permission: Permission;
}

/** A caller's report that another module takes in: it knows where, as far as that is known at all, and by which permission. */
export interface CalledReport extends Pick<Around, 'place' | 'community' | 'reporter' | 'permission'> {
  report: Omit<ReportIncidentDto, 'photoIds'>;
}

/** Receives reports: each id makes one incident, however often it is sent. */
@Injectable()
export class IncidentReports {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly categories: IncidentCategories,
    private readonly clocks: IncidentClocks,
    private readonly areas: AreaQueries,
    private readonly places: PlaceResolver,
    private readonly photos: PhotoService,
    private readonly voices: VoiceService,
    private readonly timeline: IncidentTimeline,
    private readonly people: PeopleService,
  ) {}

  receive(actor: SignedInActor, report: ReportIncidentDto): Promise<{ created: boolean }> {
    return this.take(actor, report, null);
  }

  /** Types in what somebody reported by telephone or at the counter; both names are kept. */
  receiveFor(actor: SignedInActor, report: ReportForResidentDto): Promise<{ created: boolean }> {
    return this.take(actor, report, report.caller);
  }

  /** Takes a caller's report in within the caller's transaction: an id that is here already breaks it off as a duplicate. */
  receiveCalled(
    tx: EntityManager,
    actor: SignedInActor,
    { report, ...around }: CalledReport,
  ): Promise<Pick<Incident, 'clockPolicyId'>> {
    return this.create(tx, actor, { ...report, photoIds: [] }, { ...around, hash: requestHash(report) });
  }

  private async take(
    actor: SignedInActor,
    report: ReportIncidentDto,
    caller: CallerDto | null,
  ): Promise<{ created: boolean }> {
    const hash = requestHash(report);
    // First of all, so that a place code revoked since the first sending does not turn a repeat into a refusal.
    if (await this.wasReceived(report.id, actor, hash)) return { created: false };
    if (isEmpty(report)) throw descriptionNeeded();
    const offered = await this.categories.offered();
    if (!offered.some((category) => category.code === report.categoryCode)) throw categoryUnknown();
    const place = await this.placeOf(report);
    if (caller !== null && !scopeCovers(scopeOf(actor, 'incident.report_for'), place))
      throw outsideYourArea();
    const community = await this.areas.community(place.communityId);
    const reporter = await this.reporterOf(actor, caller);
    try {
      await this.database.transaction((tx) =>
        this.create(tx, actor, report, {
          place,
          community,
          reporter,
          hash,
          permission: caller === null ? 'incident.report' : 'incident.report_for',
        }),
      );
      return { created: true };
    } catch (error) {
      if (isDuplicate(error) && (await this.wasReceived(report.id, actor, hash))) return { created: false };
      throw error;
    }
  }

  /** Where it is; a community alone is enough only with words, or nobody could go and look. */
  private placeOf(report: ReportIncidentDto): Promise<ResolvedPlace> {
    const { placeCode, placeId, buildingId, location, communityId, placeNote } = report;
    const known = [placeCode, placeId, buildingId, location].some((one) => one !== undefined);
    if (!known && communityId === undefined) throw placeNeeded();
    if (!known && !placeNote) throw placeWordsNeeded();
    return this.places.resolve({ placeCode, placeId, buildingId, location, communityId });
  }

  /** Whether this very report is here already; anything else under its id is refused. */
  private async wasReceived(id: string, actor: SignedInActor, hash: string): Promise<boolean> {
    const [row] = await this.database.query<{ sentBy: string; requestHash: string }>(
      `select coalesce(entered_by_id, reporter_id) as sentBy, request_hash as requestHash
       from incident where id = ?`,
      [id],
    );
    if (row === undefined) return false;
    if (row.sentBy === actor.personId && row.requestHash === hash) return true;
    throw idUsedDifferently();
  }

  private async reporterOf(actor: SignedInActor, caller: CallerDto | null): Promise<Reporter> {
    if (caller === null) return { id: actor.personId, name: actor.name, called: false, isNew: false };
    return this.callerAs(caller);
  }

  /** Whoever has this number, else somebody new, who gets it only with a name; to be asked before the transaction that takes the report in. */
  async callerAs({ name, phone }: CallerDto, nameless = false): Promise<Reporter> {
    const known = phone !== undefined && nameless ? await this.people.withPhone(phone) : null;
    if (known !== null) return { id: known, name, called: true, isNew: false };
    if (phone === undefined || nameless)
      return { id: newId(this.clock.now()), name, called: true, isNew: true };
    return { id: await this.people.personOfPhone(phone, name), name, called: true, isNew: false };
  }

  private async create(
    tx: EntityManager,
    actor: SignedInActor,
    report: ReportIncidentDto,
    { place, community, reporter, hash, permission }: Around,
  ): Promise<Incident> {
    const now = this.clock.now();
    const { categoryCode } = report;
    const pinned = await this.clocks.pin(
      tx,
      { subdistrictId: community.subdistrictId, categoryCode, ...place },
      now,
    );
    const { called } = reporter;
    if (reporter.isNew) await this.people.createPerson(tx, reporter);
    const enteredBy = called ? actor : null;
    const incident = begunIncident(report, { place, reporter, hash, enteredBy, pinned, now });
    // The incident first: of several equal reports at once, its key lets one through and holds the others back.
    await insertRow(tx, Incident, incident);
    await this.photos.claim(tx, report.photoIds, actor.personId, {
      type: 'incident',
      id: incident.id,
      stage: 'report',
    });
    if (report.voiceId !== undefined)
      await this.voices.claim(tx, report.voiceId, actor.personId, incident.id);
    await this.timeline.append(tx, {
      id: newId(now),
      incident,
      actor,
      permission,
      action: 'report',
      at: now,
      note: null,
      photoIds: report.photoIds,
      data: called ? { reporterId: reporter.id, reporterName: reporter.name } : {},
      requestHash: hash,
    });
    const { nextDueAt, nextWarnAt } = await this.clocks.recompute(tx, incident, now);
    const number = await nextIncidentNumber(tx, community, now);
    await send(
      tx,
      'update incident set number = ?, next_due_at = ?, next_warn_at = ?, hidden_piece_count = ? where id = ?',
      [number, nextDueAt, nextWarnAt, incident.hiddenPieceCount, incident.id],
    );
    return incident;
  }
}

function isEmpty({ description, photoIds, voiceId }: ReportIncidentDto): boolean {
  return description === '' && photoIds.length === 0 && voiceId === undefined;
}
