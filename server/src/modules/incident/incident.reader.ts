import { type IncidentVisibility, LIMITS } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { type Actor, NOBODY, type SignedInActor, scopeOf } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { startOfShanghaiDay } from '../../platform/clock/shanghai-day.js';
import { isUuidV7 } from '../../platform/http/validators.js';
import { readCode } from '../../platform/ids/readable-code.js';
import { AreaQueries } from '../area/index.js';
import { ClockPolicies } from '../clock/index.js';
import { ContentGate } from '../content/index.js';
import { PhotoLinks } from '../photo/index.js';
import { VoiceLinks, VoiceService } from '../voice/index.js';
import type {
  IncidentFeedQueryDto,
  IncidentQueueQueryDto,
  PublicIncidentsQueryDto,
} from './dto/incident-list.dto.js';
import type {
  CommunityOverviewDto,
  IncidentCardDto,
  IncidentDetailDto,
  IncidentFeedDto,
  IncidentForResidentDto,
  IncidentPhotoDto,
  IncidentQueueDto,
  IncidentWorkbenchDto,
} from './dto/incident-view.dto.js';
import { type Category, IncidentCategories, LOST_CATEGORY } from './incident.categories.js';
import { IncidentCompanions } from './incident.companions.js';
import { followCodeUnknown, incidentNotFound } from './incident.errors.js';
import { IncidentFollowers } from './incident.followers.js';
import { readingOfReporter, type Sight } from './incident.policy.js';
import { IncidentQueries, type Page, type PageRequest } from './incident.queries.js';
import { IncidentQueue } from './incident.queue.js';
import type { IncidentRow } from './incident.rows.js';
import { cardOf, detailOf as incidentDetail, sightsOf } from './incident.view.js';
import { TaskQueries } from './tasks/task.queries.js';

const DEFAULT_LIMIT = 20;

/** Every reading of incidents: asks the queries, keeps to the policy, never one query per row. */
@Injectable()
export class IncidentReader {
  constructor(
    private readonly clock: Clock,
    private readonly queries: IncidentQueries,
    private readonly workQueue: IncidentQueue,
    private readonly categories: IncidentCategories,
    private readonly companions: IncidentCompanions,
    private readonly areas: AreaQueries,
    private readonly links: PhotoLinks,
    private readonly followers: IncidentFollowers,
    private readonly tasks: TaskQueries,
    private readonly gate: ContentGate,
    private readonly clockPolicies: ClockPolicies,
    private readonly voices: VoiceService,
    private readonly voiceLinks: VoiceLinks,
    private readonly audit: AuditTrail,
  ) {}

  async publicFeed(actor: Actor, query: PublicIncidentsQueryDto): Promise<IncidentFeedDto> {
    const categories = await this.categories.byCode();
    const shown = [...categories.values()].filter(
      ({ visibility }) => visibility === 'public' || (visibility === 'neighbours' && actor.personId !== null),
    );
    const categoryCodes = shown.map(({ code }) => code);
    const { communityId, gridId } = query;
    return this.feed(actor, await this.queries.recent({ communityId, gridId, categoryCodes }, pageOf(query)));
  }

  async mine(actor: SignedInActor, query: IncidentFeedQueryDto): Promise<IncidentFeedDto> {
    return this.feed(actor, await this.queries.reportedBy(actor.personId, pageOf(query)));
  }

  async followed(actor: SignedInActor, query: IncidentFeedQueryDto): Promise<IncidentFeedDto> {
    const { rows, nextCursor } = await this.followers.followedBy(actor.personId, pageOf(query));
    return {
      items: await this.visibleCards(actor, rows),
      nextCursor,
      serverNow: this.clock.now().toISOString(),
    };
  }

  async workbench(actor: SignedInActor, query: IncidentFeedQueryDto): Promise<IncidentWorkbenchDto> {
    const scope = scopeOf(actor, 'incident.workbench');
    const [page, counts] = await Promise.all([
      this.queries.workbench(scope, pageOf(query)),
      this.queries.workbenchCounts(scope, this.clock.now()),
    ]);
    return { ...(await this.feed(actor, page)), counts };
  }

  async queue(actor: SignedInActor, query: IncidentQueueQueryDto): Promise<IncidentQueueDto> {
    const now = this.clock.now();
    const { rows, total, counts } = await this.workQueue.page(scopeOf(actor, 'incident.queue'), query, now);
    return { items: await this.cards(actor, rows), total, counts, serverNow: now.toISOString() };
  }

  async detail(actor: Actor, id: string): Promise<IncidentDetailDto> {
    if (!isUuidV7(id)) throw incidentNotFound();
    const [row, categories] = await Promise.all([this.queries.byId(id), this.categories.byCode()]);
    if (row === null) throw incidentNotFound();
    return this.detailOf(actor, row, categories);
  }

  /** A caller's report, with what they follow it by. */
  async forResident(actor: Actor, id: string): Promise<IncidentForResidentDto> {
    const [incident, followCode] = await Promise.all([this.detail(actor, id), this.queries.followCodeOf(id)]);
    if (followCode === null) throw incidentNotFound();
    return { incident, followCode };
  }

  /** Whoever holds the code reads what the caller would read, can do nothing, and hears no voice: they may be somebody else. */
  async byFollowCode(text: string): Promise<IncidentDetailDto> {
    const code = readCode(text, LIMITS.followCodeChars);
    const row = code === null ? null : await this.queries.byFollowCode(code);
    if (row === null) throw followCodeUnknown();
    const caller: Actor = { ...NOBODY, personId: row.reporterId };
    const detail = await this.detailOf(caller, row, await this.categories.byCode());
    return { ...detail, allowedActions: [], awaitingMe: false, voice: null };
  }

  private async detailOf(
    actor: Actor,
    row: IncidentRow,
    categories: ReadonlyMap<string, Category>,
  ): Promise<IncidentDetailDto> {
    const { id } = row;
    const category = categories.get(row.categoryCode) ?? LOST_CATEGORY;
    const { sight } = sightsOf(actor, row, category.visibility);
    if (sight === 'none') throw incidentNotFound();
    const reading = readingOfReporter(actor, row);
    if (reading !== null) await this.audit.recordRead(reading);
    const [clocks, timeline, claimed, mergers, standings, tasks, helpers, pieces, voice, names, limits] =
      await Promise.all([
        this.companions.clocksOf([id]),
        this.companions.timelineOf(id),
        this.companions.photosOf([id]),
        this.companions.mergersOf(row),
        this.followers.standings(actor.personId, [id]),
        this.tasks.ofIncident(id),
        this.tasks.helpersOf([id]),
        this.gate.standings({ type: 'incident', id }),
        row.voiceId === null ? null : this.voices.find(row.voiceId),
        this.areas.names([row.communityId, ...(row.gridId === null ? [] : [row.gridId])]),
        this.clockPolicies.difficultyLimits(row.clockPolicyId),
      ]);
    const photos: IncidentPhotoDto[] = (claimed.get(id) ?? []).map((photo) => ({
      id: photo.id,
      stage: photo.stage,
      width: photo.width,
      height: photo.height,
      hidden: false,
      flagged: null,
      ...this.links.urls(photo.id),
    }));
    const { into, mergedCount } = mergers;
    return incidentDetail(actor, row, {
      category,
      gridName: names.get(row.gridId ?? '') ?? null,
      communityName: names.get(row.communityId) ?? '',
      clocks: clocks.get(id)?.ours ?? [],
      outsideClock: clocks.get(id)?.outside ?? null,
      coverUrl: photos[0]?.thumbUrl ?? null,
      helpers: helpers.get(id) ?? null,
      coverVisible: pieces.get(photos[0]?.id ?? '')?.visible === true,
      voiceWordsVisible: pieces.get(row.voiceWordsId ?? '')?.visible === true,
      photos,
      voice: voice === null ? null : this.voiceLinks.noteOf(voice),
      pieces,
      timeline,
      mergedInto:
        into === null || !mayHearOf(actor, sight, categories.get(into.categoryCode)?.visibility ?? 'staff')
          ? null
          : {
              id: into.id,
              number: into.number,
              state: into.state,
              title: (categories.get(into.categoryCode) ?? LOST_CATEGORY).label,
            },
      mergedCount,
      followers: standings(id),
      tasks,
      limits,
      now: this.clock.now(),
    });
  }

  async overview(communityId: string): Promise<CommunityOverviewDto> {
    const { id, name } = await this.areas.community(communityId);
    return { id, name, ...(await this.queries.overview(id, startOfShanghaiDay(this.clock.now()))) };
  }

  /** The cards of those rows that this reader may see at all. */
  async visibleCards(actor: Actor, rows: IncidentRow[]): Promise<IncidentCardDto[]> {
    const categories = await this.categories.byCode();
    const seen = rows.filter((row) => {
      const { visibility } = categories.get(row.categoryCode) ?? LOST_CATEGORY;
      return sightsOf(actor, row, visibility).sight !== 'none';
    });
    return this.cards(actor, seen);
  }

  private async feed(actor: Actor, { rows, nextCursor }: Page): Promise<IncidentFeedDto> {
    return { items: await this.cards(actor, rows), nextCursor, serverNow: this.clock.now().toISOString() };
  }

  /** A page of cards by a fixed number of queries, however long the page. */
  private async cards(actor: Actor, rows: IncidentRow[]): Promise<IncidentCardDto[]> {
    if (rows.length === 0) return [];
    const ids = rows.map((row) => row.id);
    const sentOut = rows.filter(({ route }) => route === 'assisted' || route === 'joint').map(({ id }) => id);
    const covers = await this.companions.coversOf(ids);
    const [categories, clocks, visible, helpers, names] = await Promise.all([
      this.categories.byCode(),
      this.companions.clocksOf(ids),
      this.gate.visible([
        ...[...covers.values()].flat().map(({ id }) => id),
        ...rows.flatMap(({ voiceWordsId }) => voiceWordsId ?? []),
      ]),
      this.tasks.helpersOf(sentOut),
      this.areas.names(rows.flatMap(({ gridId }) => (gridId === null ? [] : [gridId]))),
    ]);
    return rows.map((row) => {
      const cover = covers.get(row.id)?.[0];
      return cardOf(actor, row, {
        category: categories.get(row.categoryCode) ?? LOST_CATEGORY,
        gridName: names.get(row.gridId ?? '') ?? null,
        clocks: clocks.get(row.id)?.ours ?? [],
        outsideClock: clocks.get(row.id)?.outside ?? null,
        coverUrl: cover === undefined ? null : this.links.urls(cover.id).thumbUrl,
        helpers: helpers.get(row.id) ?? null,
        coverVisible: visible.has(cover?.id ?? ''),
        voiceWordsVisible: visible.has(row.voiceWordsId ?? ''),
      });
    });
  }
}

function pageOf({ limit, cursor }: IncidentFeedQueryDto): PageRequest {
  return { limit: limit ?? DEFAULT_LIMIT, cursor };
}

/** What only staff may know of is not given away by what went into it. */
function mayHearOf(actor: Actor, sight: Sight, ofTheOther: IncidentVisibility): boolean {
  if (sight === 'full' || ofTheOther === 'public') return true;
  return ofTheOther === 'neighbours' && actor.personId !== null;
}
