import { LIMITS } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type SignedInActor, scopeCovers, scopeOf } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { DataCipher } from '../../platform/crypto/data-cipher.js';
import { isDuplicate } from '../../platform/database/database.errors.js';
import { Database } from '../../platform/database/database.js';
import { idUsedDifferently } from '../../platform/idempotency/idempotency.errors.js';
import { requestHash } from '../../platform/idempotency/request-hash.js';
import { AreaQueries, type CommunityRow, type ResolvedPlace } from '../area/index.js';
import { MOBILE } from '../identity/index.js';
import { IncidentCategories, IncidentReports, type Reporter } from '../incident/index.js';
import type { EnterHotlineOrderDto } from './dto/enter-hotline-order.dto.js';
import {
  categoryUnfit,
  dueBeforeReceived,
  numberKnown,
  outsideYourCommunities,
  receivedLater,
} from './hotline.errors.js';
import { HotlinePlaces } from './hotline.places.js';
import { HotlineRecords } from './hotline.records.js';
import { HotlineOrder } from './hotline-order.entity.js';

export interface Caller {
  name: string;
  phone?: string | undefined;
  /** The hotline took no name down: `name` is only how to speak of this person. */
  nameless?: boolean;
}

/** An order that was checked and only needs to be written down. */
export interface NewOrder {
  /** The incident's and the order's. */
  id: string;
  outsideNumber: string;
  outsideDueAt: Date;
  receivedAt: Date;
  caller: Caller;
  categoryCode: string;
  text: string;
  placeNote: string | undefined;
  place: ResolvedPlace;
  importId: string | null;
  hash: string;
}

/** Takes orders in: each becomes an incident and what the hotline wants of it, both or neither. */
@Injectable()
export class HotlineOrders {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly cipher: DataCipher,
    private readonly areas: AreaQueries,
    private readonly places: HotlinePlaces,
    private readonly categories: IncidentCategories,
    private readonly reports: IncidentReports,
    private readonly records: HotlineRecords,
  ) {}

  /** One typed in by hand. */
  async enter(actor: SignedInActor, body: EnterHotlineOrderDto): Promise<{ created: boolean }> {
    const hash = requestHash(body);
    const community = await this.communityOf(actor, body.communityId);
    if (await this.wasEntered(body.id, actor, hash)) return { created: false };
    const now = this.clock.now();
    const { id, communityId, outsideNumber, caller, categoryCode, text, placeNote } = body;
    const outsideDueAt = new Date(body.outsideDueAt);
    const receivedAt = body.receivedAt === undefined ? now : new Date(body.receivedAt);
    if (receivedAt > now) throw receivedLater();
    if (outsideDueAt <= receivedAt) throw dueBeforeReceived();
    const offered = await this.categories.offered();
    if (!offered.some(({ code }) => code === categoryCode)) throw categoryUnfit();
    const place = await this.places.resolve(communityId, body);
    const order: NewOrder = {
      ...{ id, outsideNumber, outsideDueAt, receivedAt, caller, categoryCode, text, placeNote, place },
      importId: null,
      hash,
    };
    const reporter = await this.reporterOf(order);
    try {
      await this.database.transaction((tx) => this.write(tx, actor, { order, community, reporter, now }));
      return { created: true };
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      if (await this.wasEntered(id, actor, hash)) return { created: false };
      if ((await this.known(communityId, [outsideNumber])).size > 0) throw numberKnown({ outsideNumber });
      throw idUsedDifferently();
    }
  }

  /** The community, if this person takes orders in there. */
  async communityOf(actor: SignedInActor, communityId: string): Promise<CommunityRow> {
    if (!scopeCovers(scopeOf(actor, 'hotline.enter'), { communityId, gridId: null }))
      throw outsideYourCommunities();
    return this.areas.community(communityId);
  }

  /** Which of these numbers the community has already. */
  async known(communityId: string, outsideNumbers: readonly string[]): Promise<Set<string>> {
    if (outsideNumbers.length === 0) return new Set();
    const rows = await this.database.query<{ outsideNumber: string }>(
      `select outside_number as outsideNumber from hotline_order
       where community_id = ? and outside_number in (?)`,
      [communityId, outsideNumbers],
    );
    return new Set(rows.map(({ outsideNumber }) => outsideNumber));
  }

  /**
   * A mobile number can become somebody's account, a landline cannot; nor can a number without a name, or its owner would
   * be greeted by another. To be asked before the transaction.
   */
  reporterOf({ caller: { name, phone, nameless = false } }: NewOrder): Promise<Reporter> {
    const mobile = phone !== undefined && MOBILE.test(phone);
    return this.reports.callerAs({ name, ...(mobile ? { phone } : {}) }, nameless);
  }

  async write(
    tx: EntityManager,
    actor: SignedInActor,
    {
      order,
      community,
      reporter,
      now,
    }: { order: NewOrder; community: CommunityRow; reporter: Reporter; now: Date },
  ): Promise<void> {
    const { id, categoryCode, placeNote, place, text, caller, hash, ...told } = order;
    const { clockPolicyId } = await this.reports.receiveCalled(tx, actor, {
      ...{ place, community, reporter, permission: 'hotline.enter' },
      report: {
        ...{ id, categoryCode, description: beginningOf(text) },
        ...(placeNote === undefined ? {} : { placeNote }),
      },
    });
    const row = tx.getRepository(HotlineOrder).create({
      ...told,
      id,
      communityId: community.id,
      text,
      callerName: caller.name,
      sealedPhone: caller.phone === undefined ? null : this.cipher.encrypt(caller.phone),
      state: 'to_handle',
      corrections: 0,
      // Whoever enters it sees its date: only what comes later is told, except that it is late.
      warnedTo: now,
      clockPolicyId,
      enteredById: actor.personId,
      enteredAt: now,
      requestHash: hash,
      ...{ replyText: null, repliedById: null, repliedByName: null, repliedAt: null },
      ...{ reportedBackAt: null, overdueAt: null },
    });
    await tx.getRepository(HotlineOrder).insert(row);
    await this.records.record(tx, row, { action: 'enter', at: now, actor });
  }

  private async wasEntered(id: string, actor: SignedInActor, hash: string): Promise<boolean> {
    const [row] = await this.database.query<{ enteredById: string; requestHash: string }>(
      'select entered_by_id as enteredById, request_hash as requestHash from hotline_order where incident_id = ?',
      [id],
    );
    if (row === undefined) return false;
    if (row.enteredById === actor.personId && row.requestHash === hash) return true;
    throw idUsedDifferently();
  }
}

/** As much of a long text as an incident holds; the whole stays with the order. */
function beginningOf(text: string): string {
  if (text.length <= LIMITS.descriptionChars) return text;
  // Half of a pair of surrogates is not a character.
  return `${text.slice(0, LIMITS.descriptionChars - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
