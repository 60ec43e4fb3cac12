import type { AuditAction, PlaceRevocation } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AuditDetails } from '../../platform/audit/audit-details.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { type SignedInActor, scopeOf } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { isUuidV7 } from '../../platform/http/validators.js';
import { idUsedDifferently } from '../../platform/idempotency/idempotency.errors.js';
import { requestHash } from '../../platform/idempotency/request-hash.js';
import {
  buildingHasPlace,
  buildingNotFound,
  placeAlreadyRevoked,
  placeNotFound,
  placeOutsideCommunity,
  placeOutsideYourArea,
} from './area.errors.js';
import { AreaQueries, type BuildingRow } from './area.queries.js';
import { AreaLocator } from './area-locator.js';
import type { MakePlaceDto, MakePlacesDto, ReissuePlaceDto, RevokePlaceDto } from './dto/place-sheets.dto.js';
import { keepAsGcj02 } from './geo/gcj02.js';
import { type NewPlace, PlaceService } from './place.service.js';

interface LockedPlace {
  id: string;
  code: string;
  label: string;
  address: string;
  communityId: string;
  gridId: string | null;
  buildingId: string | null;
  estateId: string | null;
  lng: number;
  lat: number;
  revokedAt: Date | null;
  revokedById: string | null;
  revokedWhy: string | null;
}

/** What a place needs besides who made it. */
type Spot = Pick<NewPlace, 'gridId' | 'buildingId' | 'estateId' | 'lng' | 'lat'>;

/** Codes coming into use and going out of it. A code that is out of use never comes back: its sheet may still hang somewhere. */
@Injectable()
export class PlaceSheets {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly areas: AreaQueries,
    private readonly locator: AreaLocator,
    private readonly places: PlaceService,
    private readonly audit: AuditTrail,
  ) {}

  /** One place, at a building or at a point; the same id again is the same place. */
  async make(actor: SignedInActor, body: MakePlaceDto): Promise<void> {
    this.assertMine(actor, body.communityId);
    const hash = requestHash(body);
    if (await this.wasMade(actor, body.id, hash)) return;
    const point = body.buildingId === undefined ? await this.spotAt(body) : null;
    const { id, communityId, label, address, buildingId = '' } = body;
    await this.once(actor, [{ id, hash }], async (tx) => {
      await lockMap(tx, communityId);
      const spot = point ?? spotOfBuilding(await this.building(tx, communityId, buildingId));
      await this.add(tx, actor, 'place.make', {
        id,
        communityId,
        label,
        address,
        ...spot,
        requestHash: hash,
      });
    });
  }

  /** One for each of these buildings, all or none. None of them may have one in force: two codes at one door confuse. */
  async makeForBuildings(
    actor: SignedInActor,
    communityId: string,
    { places }: MakePlacesDto,
  ): Promise<void> {
    this.assertMine(actor, communityId);
    const wanted = places.map((place) => ({ ...place, hash: requestHash({ communityId, ...place }) }));
    if (await this.allMade(actor, wanted)) return;
    const address = await this.areas.addressOf(communityId);
    await this.once(actor, wanted, async (tx) => {
      await lockMap(tx, communityId);
      const buildings = await this.buildings(
        tx,
        communityId,
        wanted.map(({ buildingId }) => buildingId),
      );
      const [taken] = await tx.query<{ id: string }[]>(
        'select id from place where building_id in (?) and revoked_at is null limit 1',
        [[...buildings.keys()]],
      );
      if (taken !== undefined) throw buildingHasPlace();
      for (const { id, buildingId, hash } of wanted) {
        const building = buildings.get(buildingId);
        if (building === undefined) throw buildingNotFound();
        const label = `${building.estateName} ${building.name}`;
        await this.add(tx, actor, 'place.make', {
          ...{ id, communityId, address, label, requestHash: hash },
          ...spotOfBuilding(building),
        });
      }
    });
  }

  /** Out of use from this moment; whoever scans it reads so. */
  async revoke(actor: SignedInActor, id: string, { why }: RevokePlaceDto): Promise<void> {
    await this.database.transaction(async (tx) => {
      const place = await this.lock(tx, actor, id);
      if (place.revokedAt !== null) {
        if (place.revokedById === actor.personId && place.revokedWhy === why) return;
        throw placeAlreadyRevoked();
      }
      await this.takeOut(tx, actor, place, why);
      await this.record(tx, actor, 'place.revoke', place, { why });
    });
  }

  /** The same place under a new code, the old one out of use in the same moment. */
  async reissue(actor: SignedInActor, id: string, body: ReissuePlaceDto): Promise<void> {
    const hash = requestHash({ replaces: id, ...body });
    if (await this.wasMade(actor, body.id, hash)) return;
    await this.once(actor, [{ id: body.id, hash }], async (tx) => {
      const place = await this.lock(tx, actor, id);
      if (place.revokedAt !== null) throw placeAlreadyRevoked();
      await this.takeOut(tx, actor, place, body.why);
      const { label, address, communityId, gridId, buildingId, estateId, lng, lat } = place;
      await this.add(tx, actor, 'place.reissue', {
        ...{ id: body.id, label, address, communityId, gridId, buildingId, estateId, lng, lat },
        ...{ replacesId: id, requestHash: hash },
      });
    });
  }

  private async add(
    tx: EntityManager,
    actor: SignedInActor,
    action: 'place.make' | 'place.reissue',
    place: NewPlace & { id: string },
  ): Promise<void> {
    await this.places.add(tx, { ...place, createdById: actor.personId });
    const { replacesId } = place;
    await this.record(tx, actor, action, place, replacesId === undefined ? {} : { replacesId });
  }

  private record(
    tx: EntityManager,
    actor: SignedInActor,
    action: Extract<AuditAction, `place.${string}`>,
    { id, label, communityId }: Pick<LockedPlace, 'id' | 'label' | 'communityId'>,
    details: AuditDetails,
  ): Promise<void> {
    const subject = { type: 'place', id, label } as const;
    return this.audit.record(tx, { action, actor, subject, communityId, details });
  }

  private async takeOut(
    tx: EntityManager,
    actor: SignedInActor,
    place: LockedPlace,
    why: PlaceRevocation,
  ): Promise<void> {
    await tx.query('update place set revoked_at = ?, revoked_by_id = ?, revoked_why = ? where id = ?', [
      this.clock.now(),
      actor.personId,
      why,
      place.id,
    ]);
  }

  private assertMine(actor: SignedInActor, communityId: string): void {
    if (!scopeOf(actor, 'place.manage').communityIds.includes(communityId)) throw placeOutsideYourArea();
  }

  /** Outside one's communities it does not exist. */
  private async lock(tx: EntityManager, actor: SignedInActor, id: string): Promise<LockedPlace> {
    if (!isUuidV7(id)) throw placeNotFound();
    const [place] = await tx.query<LockedPlace[]>(
      `select id, code, label, address, community_id as communityId, grid_id as gridId, building_id as buildingId,
              estate_id as estateId, lng, lat, revoked_at as revokedAt, revoked_by_id as revokedById,
              revoked_why as revokedWhy
         from place where id = ? for update`,
      [id],
    );
    if (place === undefined || !scopeOf(actor, 'place.manage').communityIds.includes(place.communityId))
      throw placeNotFound();
    return place;
  }

  private async spotAt({ communityId, location }: MakePlaceDto): Promise<Spot> {
    if (location === undefined) throw placeOutsideCommunity();
    const point = keepAsGcj02(location);
    const { community, grid } = await this.locator.locate(point);
    if (community?.id !== communityId) throw placeOutsideCommunity();
    return { gridId: grid?.id ?? null, buildingId: null, estateId: null, ...point };
  }

  private async building(tx: EntityManager, communityId: string, id: string): Promise<BuildingRow> {
    const building = (await this.buildings(tx, communityId, [id])).get(id);
    if (building === undefined) throw buildingNotFound();
    return building;
  }

  private async buildings(
    tx: EntityManager,
    communityId: string,
    ids: string[],
  ): Promise<Map<string, BuildingRow>> {
    const rows = await this.areas.buildingsIn(tx, communityId, ids);
    if (rows.length < new Set(ids).size) throw buildingNotFound();
    return new Map(rows.map((row) => [row.id, row]));
  }

  private async allMade(actor: SignedInActor, wanted: { id: string; hash: string }[]): Promise<boolean> {
    const made = await Promise.all(wanted.map(({ id, hash }) => this.wasMade(actor, id, hash)));
    if (made.some((one) => one !== made[0])) throw idUsedDifferently();
    return made[0] ?? false;
  }

  private async wasMade(actor: SignedInActor, id: string, hash: string): Promise<boolean> {
    const [row] = await this.database.query<{ createdById: string; requestHash: string }>(
      'select created_by_id as createdById, request_hash as requestHash from place where id = ?',
      [id],
    );
    if (row === undefined) return false;
    if (row.createdById === actor.personId && row.requestHash === hash) return true;
    throw idUsedDifferently();
  }

  /** Of several equal requests at once the first makes the places; what stops the others is that they find them made. */
  private async once(
    actor: SignedInActor,
    wanted: { id: string; hash: string }[],
    work: (tx: EntityManager) => Promise<void>,
  ): Promise<void> {
    try {
      await this.database.transaction(work);
    } catch (error) {
      if (!(await this.allMade(actor, wanted))) throw error;
    }
  }
}

/** The lock under which maps change: no building closes meanwhile, and of two clerks the second finds what the first has made. */
async function lockMap(tx: EntityManager, communityId: string): Promise<void> {
  await tx.query('select id from area where id = ? for update', [communityId]);
}

const spotOfBuilding = ({ id, gridId, estateId, lng, lat }: BuildingRow): Spot => ({
  buildingId: id,
  gridId,
  estateId,
  lng,
  lat,
});
