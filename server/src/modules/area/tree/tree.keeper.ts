import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { actorMay, type SignedInActor } from '../../../platform/auth/actor.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { isUuidV7 } from '../../../platform/http/validators.js';
import { idUsedDifferently } from '../../../platform/idempotency/idempotency.errors.js';
import { withIdsUsedOnce } from '../../../platform/idempotency/sent-before.js';
import { Area } from '../area.entity.js';
import {
  areaNotFound,
  areaStillInUse,
  codesFixed,
  communityBeyondReach,
  countyDiffers,
} from '../area.errors.js';
import { AreaService } from '../area.service.js';
import type { AddCommunityDto, AddSubdistrictDto, DescribeAreaDto } from '../dto/tree-change.dto.js';
import { keepAreas } from '../map/area-history.js';
import { readingIn } from '../map/map.plans.js';
import { AreaTies } from './area-ties.js';
import { keepsSubdistrict } from './tree.access.js';
import { TreeNames } from './tree.names.js';

const COUNTY_DIGITS = 6;

type Acts = 'area.add' | 'area.describe' | 'area.close';

/** Adds, renames and closes what stands above the map. Whoever changes the tree waits for whoever else does. */
@Injectable()
export class TreeKeeper {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly areas: AreaService,
    private readonly names: TreeNames,
    private readonly ties: AreaTies,
    private readonly audit: AuditTrail,
  ) {}

  addSubdistrict(actor: SignedInActor, body: AddSubdistrictDto): Promise<void> {
    const { id, name, code = null } = body;
    return this.change(async (tx) => {
      if (await this.isThere(tx, { ...body, code, kind: 'subdistrict' })) return;
      const county = await this.countyOf(tx, body.countyName, code);
      await this.names.assertFree(tx, { id, kind: 'subdistrict', parentId: county.id, name, code });
      const sort = await this.names.nextSort(tx, county.id);
      const added = await this.areas.addArea(tx, {
        ...{ id, kind: 'subdistrict', name, parent: county, sort },
        ...(code === null ? {} : { code }),
      });
      await this.record(tx, 'area.add', actor, added);
    });
  }

  addCommunity(actor: SignedInActor, body: AddCommunityDto): Promise<void> {
    const { id, subdistrictId, name, code = null, shortCode } = body;
    if (!keepsSubdistrict(actor, subdistrictId)) throw communityBeyondReach();
    return this.change(async (tx) => {
      if (await this.isThere(tx, { ...body, code, kind: 'community' })) return;
      const parent = await tx.getRepository(Area).findOneBy({ id: subdistrictId, kind: 'subdistrict' });
      if (parent === null || parent.closedAt !== null) throw areaNotFound();
      const wanted = { id, kind: 'community' as const, parentId: parent.id, name, code, shortCode };
      await this.names.assertFree(tx, wanted, parent);
      const sort = await this.names.nextSort(tx, parent.id);
      const added = await this.areas.addArea(tx, {
        ...{ id, kind: 'community', name, parent, shortCode, sort },
        ...(code === null ? {} : { code }),
      });
      await this.record(tx, 'area.add', actor, added);
    });
  }

  /** A code may be put right as long as nothing is numbered after it. */
  describe(
    actor: SignedInActor,
    id: string,
    { name, code = null, shortCode }: DescribeAreaDto,
  ): Promise<void> {
    return this.change(async (tx) => {
      const area = await this.held(tx, actor, id);
      const next = {
        name,
        code,
        shortCode: area.kind === 'community' ? (shortCode ?? area.shortCode) : null,
      };
      if (next.name === area.name && next.code === area.code && next.shortCode === area.shortCode) return;
      if (await this.names.areFixed(tx, area, next)) throw codesFixed();
      const parent = await tx.getRepository(Area).findOneBy({ id: area.parentId ?? '' });
      await this.names.assertFree(tx, { id, kind: area.kind, parentId: area.parentId, ...next }, parent);
      if (next.code !== area.code) await this.names.assertBelowBegin(tx, { id, code: next.code });
      // Whoever draws upon the map with the old name would write it back.
      const mapVersion = area.kind === 'community' ? area.mapVersion + 1 : area.mapVersion;
      await tx.update(Area, { id }, { ...next, mapVersion });
      await keepAreas(tx, [id], this.clock.now());
      await this.record(tx, 'area.describe', actor, { ...area, name });
    });
  }

  /** Closing what is closed already changes nothing. */
  close(actor: SignedInActor, id: string): Promise<void> {
    return this.change(async (tx) => {
      const area = await this.held(tx, actor, id, true);
      if (area.closedAt !== null) return;
      const { kind } = area;
      if (kind !== 'community' && kind !== 'subdistrict') throw areaNotFound();
      const reading = readingIn(tx);
      const ties = [
        ...(await this.names.within(reading, id, kind)),
        ...(await this.ties.of(reading, { kind, id })),
      ];
      if (ties.length > 0) throw areaStillInUse({ ties });
      const at = this.clock.now();
      await tx.update(Area, { id }, { closedAt: at });
      // Its printed codes would lead into nothing.
      if (kind === 'community')
        await tx.query('update place set revoked_at = ? where community_id = ? and revoked_at is null', [
          at,
          id,
        ]);
      await keepAreas(tx, [id], at);
      await this.record(tx, 'area.close', actor, area);
    });
  }

  /** One row stands for the whole tree: two who name something at once come one after the other. */
  private change(work: (tx: EntityManager) => Promise<void>): Promise<void> {
    return withIdsUsedOnce(() =>
      this.database.transaction(async (tx) => {
        await tx.query('select revision from area_revision where id = 1 for update');
        await work(tx);
        await tx.query('update area_revision set revision = revision + 1 where id = 1');
      }),
    );
  }

  /** Whether this very area was added before; its id for anything else is refused. */
  private async isThere(
    tx: EntityManager,
    {
      id,
      kind,
      name,
      code,
      shortCode,
      subdistrictId,
    }: Pick<Area, 'id' | 'kind' | 'name' | 'code'> & {
      shortCode?: string;
      subdistrictId?: string;
    },
  ): Promise<boolean> {
    const there = await tx.getRepository(Area).findOneBy({ id });
    if (there === null) return false;
    const same =
      there.kind === kind &&
      there.name === name &&
      there.code === code &&
      there.shortCode === (shortCode ?? null) &&
      (subdistrictId === undefined || there.subdistrictId === subdistrictId);
    if (!same) throw idUsedDifferently();
    return true;
  }

  private async countyOf(tx: EntityManager, name: string, code: string | null): Promise<Area> {
    const digits = code?.slice(0, COUNTY_DIGITS) ?? null;
    const counties = await tx.getRepository(Area).findBy({ kind: 'county' });
    const known = counties.find((county) => county.name === name);
    const holder = digits === null ? undefined : counties.find((county) => county.code === digits);
    if (holder !== undefined && holder.name !== name)
      throw countyDiffers({ code: digits ?? '', name: holder.name });
    if (known === undefined)
      return this.areas.addArea(tx, {
        ...{ kind: 'county', name, parent: null, sort: counties.length + 1 },
        ...(digits === null ? {} : { code: digits }),
      });
    if (known.code !== null && digits !== null && known.code !== digits)
      throw countyDiffers({ code: known.code, name });
    return known;
  }

  private async held(tx: EntityManager, actor: SignedInActor, id: string, orClosed = false): Promise<Area> {
    const area = isUuidV7(id)
      ? await tx.getRepository(Area).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } })
      : null;
    if (area === null || (area.closedAt !== null && !orClosed)) throw areaNotFound();
    const reached =
      (area.kind === 'subdistrict' && actorMay(actor, 'subdistrict.manage')) ||
      (area.kind === 'community' && keepsSubdistrict(actor, area.subdistrictId ?? ''));
    if (!reached) throw areaNotFound();
    return area;
  }

  private record(
    tx: EntityManager,
    action: Acts,
    actor: SignedInActor,
    { id, kind, name, communityId }: Pick<Area, 'id' | 'kind' | 'name' | 'communityId'>,
  ): Promise<void> {
    const subject = { type: 'area' as const, id, label: name };
    return this.audit.record(tx, { action, actor, subject, communityId, details: { kind } });
  }
}
