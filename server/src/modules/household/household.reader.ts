import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { actorMay, type SignedInActor, scopeOf } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { rowsOf, totalOf } from '../../platform/database/listing.js';
import { decodeCursor } from '../../platform/http/cursor.js';
import { isUuidV7 } from '../../platform/http/validators.js';
import { AreaQueries } from '../area/index.js';
import { HomeQueries } from '../home/index.js';
import { Contacts, PeopleService } from '../identity/index.js';
import type { DoorsDto } from './dto/doors.dto.js';
import type { MemberDeskQueryDto, WaitingClaimsQueryDto } from './dto/household-list.dto.js';
import type {
  MemberDeskDto,
  MemberDto,
  MemberRowDto,
  MyHomesDto,
  WaitingClaimsDto,
} from './dto/household-view.dto.js';
import { auditOf } from './household.acts.js';
import { claimantGaveNoPhone, memberNotFound } from './household.errors.js';
import { memberMay } from './household.lifecycle.js';
import { HouseholdQueries } from './household.queries.js';
import type { MemberRow, ProvedRow } from './household.rows.js';
import { standingOf } from './household.standing.js';
import { entryOf, lineOf, mateOf, rowOf } from './household.view.js';

const DEFAULT_LIMIT = 20;

/** Every reading of households: one's own, what waits for a captain or staff, and the staff's list. */
@Injectable()
export class HouseholdReader {
  constructor(
    private readonly clock: Clock,
    private readonly queries: HouseholdQueries,
    private readonly homes: HomeQueries,
    private readonly areas: AreaQueries,
    private readonly audit: AuditTrail,
    private readonly people: PeopleService,
    private readonly contacts: Contacts,
  ) {}

  async doors(buildingId: string): Promise<DoorsDto> {
    const { id, name, estateName, communityId } = await this.areas.building(buildingId);
    const entrances = await this.homes.doors(id);
    return {
      ...{ buildingId: id, buildingName: name, estateName, communityId },
      entrances: entrances.map((entrance) => ({
        id: entrance.id,
        name: entrance.name,
        homes: entrance.homes.map((home) => ({ id: home.id, room: home.room })),
      })),
    };
  }

  async mine(actor: SignedInActor): Promise<MyHomesDto> {
    const rows = await this.queries.ofPerson(actor.personId);
    const titles = await this.queries.ownedHomes(actor.personId);
    const owned = rows.filter(
      ({ state, relation, homeId }) => state === 'confirmed' && relation === 'owner' && titles.has(homeId),
    );
    const [homes, mates] = await Promise.all([
      this.homes.homes(rows.map(({ homeId }) => homeId)),
      this.queries.mates(owned.map(({ homeId }) => homeId)),
    ]);
    const gridOf = (row: MemberRow) => homes.get(row.homeId)?.gridId ?? row.gridId;
    const names = await this.areas.names(
      rows.flatMap((row) => [row.communityId, gridOf(row)]).filter((id) => id !== null),
    );
    const self = { self: true, owner: false, captain: false, staff: false };
    const owner = { self: false, owner: true, captain: false, staff: false };
    return {
      items: rows.map((row) => {
        const gridId = gridOf(row);
        const { homeId, communityId, buildingId } = row;
        return {
          ...lineOf(row, self),
          ...{ homeId, communityId, buildingId, gridId },
          communityName: names.get(communityId) ?? '',
          gridName: gridId === null ? null : (names.get(gridId) ?? null),
          mates: owned.includes(row)
            ? mates
                .filter((mate) => mate.homeId === homeId && mate.personId !== actor.personId)
                .map((mate) => mateOf(mate, owner))
            : [],
        };
      }),
      serverNow: this.clock.now().toISOString(),
    };
  }

  async waiting(actor: SignedInActor, query: WaitingClaimsQueryDto): Promise<WaitingClaimsDto> {
    const scope = scopeOf(actor, 'household.confirm');
    const cursor = query.cursor === undefined ? null : decodeCursor(query.cursor, 1);
    const [{ rows, nextCursor }, waiting] = await Promise.all([
      this.queries.waiting(scope, actor.personId, query.limit ?? DEFAULT_LIMIT, cursor),
      this.queries.waitingCount(scope, actor.personId),
    ]);
    return {
      items: await this.lines(actor, rows),
      ...{ nextCursor, waiting, serverNow: this.clock.now().toISOString() },
    };
  }

  async desk(actor: SignedInActor, query: MemberDeskQueryDto): Promise<MemberDeskDto> {
    const { state, buildingId, q } = query;
    const { rows, counts } = await this.queries.desk({
      scope: scopeOf(actor, 'household.desk'),
      ...{ state, buildingId, q, ...rowsOf(query) },
    });
    return {
      items: await this.lines(actor, rows),
      total: totalOf(counts, state),
      counts,
      serverNow: this.clock.now().toISOString(),
    };
  }

  /** One membership for who confirms it; to everybody else it does not exist. */
  async show(actor: SignedInActor, id: string): Promise<MemberDto> {
    const { row, standing } = await this.seen(actor, id);
    if (!standing.self) await this.audit.recordRead(auditOf('household.read', actor, row));
    const [timeline, mates, phones] = await Promise.all([
      this.queries.timeline(id),
      this.queries.mates([row.homeId]),
      this.phonesOf([row]),
    ]);
    const { homeId, communityId } = row;
    return {
      ...rowOf(row, standing, phones),
      ...{ homeId, communityId },
      personId: actorMay(actor, 'person.merge') ? row.personId : null,
      timeline: timeline.map(entryOf),
      others: mates
        .filter((mate) => mate.id !== id)
        .map((mate) => mateOf(mate, standingOf(actor, mate, false))),
      serverNow: this.clock.now().toISOString(),
    };
  }

  /** The whole number of a claimant, for whoever may confirm the claim now and so may have to call; that it was read is kept. */
  async phone(actor: SignedInActor, id: string): Promise<string> {
    const { row, standing } = await this.seen(actor, id);
    const decision = memberMay(row, 'confirm', standing);
    if (!decision.ok) throw decision.problem;
    const phone = await this.contacts.phoneOf(row.personId);
    if (phone === null) throw claimantGaveNoPhone();
    await this.audit.recordRead(auditOf('household.read_phone', actor, row));
    return phone;
  }

  /** To who neither confirms it nor runs the community it does not exist. */
  private async seen(actor: SignedInActor, id: string) {
    const row = isUuidV7(id) ? await this.queries.one(id) : null;
    if (row === null) throw memberNotFound();
    const standing = standingOf(actor, row, false);
    if (!standing.captain && !standing.staff) throw memberNotFound();
    return { row, standing };
  }

  private async lines(actor: SignedInActor, rows: readonly ProvedRow[]): Promise<MemberRowDto[]> {
    const phones = await this.phonesOf(rows);
    return rows.map((row) => rowOf(row, standingOf(actor, row, false), phones));
  }

  private phonesOf(rows: readonly ProvedRow[]): Promise<Map<string, string>> {
    const waiting = rows.filter(({ state }) => state === 'claimed');
    return this.people.maskedPhonesOf(waiting.map(({ personId }) => personId));
  }
}
