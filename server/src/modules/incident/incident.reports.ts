import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SignedInActor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { isDuplicate } from '../../platform/database/database.errors.js';
import { Database } from '../../platform/database/database.js';
import { idUsedDifferently } from '../../platform/idempotency/idempotency.errors.js';
import { requestHash } from '../../platform/idempotency/request-hash.js';
import { newId } from '../../platform/ids/new-id.js';
import { AreaQueries, type CommunityRow, PlaceResolver, type ResolvedPlace } from '../area/index.js';
import { PhotoService } from '../photo/index.js';
import type { ReportIncidentDto } from './dto/report-incident.dto.js';
import { IncidentCategories } from './incident.categories.js';
import { IncidentClocks } from './incident.clocks.js';
import { Incident } from './incident.entity.js';
import { categoryUnknown, descriptionNeeded, placeNeeded } from './incident.errors.js';
import { nextIncidentNumber } from './incident.numbers.js';
import { IncidentTimeline } from './incident.timeline.js';

const MINUTE_MS = 60_000;
const YEAR_MS = 365 * 24 * 60 * MINUTE_MS;
/** How far ahead of ours a phone's clock may go and still be believed. */
const PHONE_AHEAD_MS = 10 * MINUTE_MS;

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
    private readonly timeline: IncidentTimeline,
  ) {}

  async receive(actor: SignedInActor, report: ReportIncidentDto): Promise<{ created: boolean }> {
    const hash = requestHash(report);
    // First of all, so that a place code revoked since the first sending does not turn a repeat into a refusal.
    if (await this.wasReceived(report.id, actor, hash)) return { created: false };
    if (report.description === '' && report.photoIds.length === 0) throw descriptionNeeded();
    const offered = await this.categories.offered();
    if (!offered.some((category) => category.code === report.categoryCode)) throw categoryUnknown();
    const { placeCode, buildingId, location } = report;
    if (placeCode === undefined && buildingId === undefined && location === undefined) throw placeNeeded();
    const place = await this.places.resolve({ placeCode, buildingId, location });
    const community = await this.areas.community(place.communityId);
    try {
      await this.database.transaction((tx) => this.create(tx, actor, report, { place, community, hash }));
      return { created: true };
    } catch (error) {
      if (isDuplicate(error) && (await this.wasReceived(report.id, actor, hash))) return { created: false };
      throw error;
    }
  }

  /** Whether this very report is here already; anything else under its id is refused. */
  private async wasReceived(id: string, actor: SignedInActor, hash: string): Promise<boolean> {
    const [row] = await this.database.query<{ reporterId: string; requestHash: string }>(
      'select reporter_id as reporterId, request_hash as requestHash from incident where id = ?',
      [id],
    );
    if (row === undefined) return false;
    if (row.reporterId === actor.personId && row.requestHash === hash) return true;
    throw idUsedDifferently();
  }

  private async create(
    tx: EntityManager,
    actor: SignedInActor,
    report: ReportIncidentDto,
    { place, community, hash }: { place: ResolvedPlace; community: CommunityRow; hash: string },
  ): Promise<void> {
    const now = this.clock.now();
    const policy = await this.clocks.policyInForce(tx, place.communityId, now);
    const incident = tx.getRepository(Incident).create({
      id: report.id,
      number: '',
      ...place,
      categoryCode: report.categoryCode,
      description: report.description,
      placeNote: report.placeNote || null,
      state: 'reported',
      reporterId: actor.personId,
      reporterName: actor.name,
      clockPolicyId: policy.id,
      reportedAt: now,
      happenedAt: believable(report.happenedAt, now),
      round: 1,
      openTaskCount: 0,
      escalationStep: 0,
      requestHash: hash,
    });
    // The incident first: of several equal reports at once, its key lets one through and holds the others back.
    await tx.getRepository(Incident).insert(incident);
    await this.timeline.append(tx, {
      id: newId(now),
      incident,
      actor,
      action: 'report',
      at: now,
      note: null,
      photoIds: report.photoIds,
      data: {},
      requestHash: hash,
    });
    await this.photos.claim(tx, report.photoIds, actor.personId, {
      type: 'incident',
      id: incident.id,
      stage: 'report',
    });
    const nextDueAt = await this.clocks.recompute(tx, incident, now);
    const number = await nextIncidentNumber(tx, community, now);
    await tx.getRepository(Incident).update({ id: incident.id }, { number, nextDueAt });
  }
}

/** A phone with a wrong clock may still report; only what it says of the time is left out. */
function believable(happenedAt: string | undefined, now: Date): Date | null {
  if (happenedAt === undefined) return null;
  const at = Date.parse(happenedAt);
  const inReach = at <= now.getTime() + PHONE_AHEAD_MS && at >= now.getTime() - YEAR_MS;
  return inReach ? new Date(at) : null;
}
