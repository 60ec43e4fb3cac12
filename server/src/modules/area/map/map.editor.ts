import { LIMITS } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import type { SignedInActor } from '../../../platform/auth/actor.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { Outbox } from '../../../platform/events/outbox.js';
import { isUuidV7 } from '../../../platform/http/validators.js';
import { requestHash } from '../../../platform/idempotency/request-hash.js';
import { doneBefore, withIdsUsedOnce } from '../../../platform/idempotency/sent-before.js';
import {
  communityNotFound,
  mapAreaUnknown,
  mapMovedOn,
  mapRefused,
  mapTooLarge,
  mapUnchanged,
} from '../area.errors.js';
import type { MapChangesDto, SaveMapDto } from '../dto/map-edit.dto.js';
import type { MapPreviewDto, MovingDto } from '../dto/map-plan.dto.js';
import { TreeNames } from '../tree/tree.names.js';
import { BuildingContents } from './building-contents.js';
import { ClosingWitnesses } from './closing-witnesses.js';
import { reaches } from './map.access.js';
import { roundedChanges } from './map.changes.js';
import { type CommunityPlan, gridAt, type MapChanges, planAfter } from './map.draft.js';
import { buildingsInUse, faultsOf, type MapFault } from './map.faults.js';
import { MapPlans, type Reading, readingIn } from './map.plans.js';
import { MapWriter } from './map.writer.js';
import { MapEdit, type MapEditCounts } from './map-edit.entity.js';
import { type Move, RedrawWitnesses } from './redraw-witnesses.js';

interface Checked {
  version: number;
  before: CommunityPlan;
  after: CommunityPlan;
  changes: MapChanges;
}

/** Draws a community's map: a whole edit is checked as one plan, and saved in one transaction or not at all. */
@Injectable()
export class MapEditor {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly plans: MapPlans,
    private readonly names: TreeNames,
    private readonly writer: MapWriter,
    private readonly witnesses: RedrawWitnesses,
    private readonly contents: BuildingContents,
    private readonly closings: ClosingWitnesses,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
  ) {}

  /** What saving this would do; refuses what saving would refuse. */
  async preview(actor: SignedInActor, communityId: string, body: MapChangesDto): Promise<MapPreviewDto> {
    this.assertReached(actor, communityId);
    const { version, before, after, changes } = await this.check(this.reading, communityId, body);
    const names = new Map([...before.grids, ...after.grids].map(({ id, name }) => [id, name]));
    const gridOf = new Map(after.buildings.map(({ id, gridId }) => [id, gridId]));
    const incidents = await this.witnesses.moves(communityId, (where) => {
      const own = where.buildingId === null ? undefined : gridOf.get(where.buildingId);
      return own === undefined ? gridAt(after.grids, where) : own;
    });
    return {
      version,
      incidents: counted(incidents, names),
      buildings: counted(buildingMoves(before, after), names),
      leftBehind: await this.leftBehind(before, changes),
    };
  }

  async save(actor: SignedInActor, communityId: string, { id, ...body }: SaveMapDto): Promise<void> {
    this.assertReached(actor, communityId);
    const hash = requestHash({ communityId, ...body });
    await withIdsUsedOnce(() =>
      this.database.transaction(async (tx) => {
        // Whoever names a community waits for whoever else does; see the tree's keeper, which locks in this order too.
        if (body.community !== undefined)
          await tx.query('select revision from area_revision where id = 1 for update');
        // The community's row is the lock under which its map changes.
        await tx.query('select id from area where id = ? for update', [communityId]);
        if (doneBefore(await tx.getRepository(MapEdit).findOneBy({ id }), actor.personId, hash)) return;
        const checked = await this.check(readingIn(tx), communityId, body);
        const { before, after, changes } = checked;
        const at = this.clock.now();
        const version = checked.version + 1;
        const changed = countsOf(changes);
        await this.writer.write(tx, { before, after, changes, entrances: entrancesOf(body) }, at, version);
        await tx.insert(MapEdit, {
          id,
          communityId,
          version,
          actorPersonId: actor.personId,
          actorName: actor.name,
          requestHash: hash,
          changed,
          at,
        });
        await this.audit.record(tx, {
          action: 'area.draw',
          actor,
          subject: { type: 'area', id: communityId, label: after.community.name },
          communityId,
          details: { version, ...changed },
        });
        await this.outbox.append(tx, {
          type: 'area.redrawn',
          subjectType: 'area',
          subjectId: communityId,
          communityId,
          at,
          data: { version },
        });
      }),
    );
  }

  private async leftBehind(before: CommunityPlan, changes: MapChanges): Promise<MapPreviewDto['leftBehind']> {
    const left = await this.closings.leftBehind(this.reading, {
      areaIds: [...changes.closedGridIds, ...changes.closedBuildingIds],
      estateIds: changes.closedEstateIds,
    });
    const places = [...before.grids, ...before.estates, ...before.buildings];
    const names = new Map(places.map(({ id, name }) => [id, name]));
    return left.map(({ placeId, words, count }) => ({ placeName: names.get(placeId) ?? '', words, count }));
  }

  private readonly reading: Reading = (sql, parameters) => this.database.query(sql, parameters);

  private async check(reading: Reading, communityId: string, body: MapChangesDto): Promise<Checked> {
    const [row] = await reading<{ version: number; parentId: string | null }>(
      `select map_version as version, parent_id as parentId from area where id = ? and kind = 'community' and closed_at is null`,
      [communityId],
    );
    const before = row === undefined ? null : await this.plans.now(reading, communityId);
    if (row === undefined || before === null) throw communityNotFound();
    const version = Number(row.version);
    if (version !== body.baseVersion) throw mapMovedOn();
    const changes = roundedChanges(body);
    if (cornersOf(changes) > LIMITS.mapCornersAtOnce) throw mapTooLarge();
    if (Object.values(countsOf(changes)).every((count) => !count)) throw mapUnchanged();
    const after = planAfter(before, changes);
    const taken = await this.takenElsewhere(reading, before, changes);
    const faults = [
      ...faultsOf(after, changes),
      ...buildingsInUse(before, await this.contents.homesIn(reading, changes.closedBuildingIds)),
      ...taken,
      ...(await this.namesakes(reading, row.parentId, before, changes)),
      ...(await this.overlapsNeighbours(reading, after, changes)),
    ];
    if (faults.length > 0) throw mapRefused({ faults });
    return { version, before, after, changes };
  }

  /** Ids must be this community's or new, and codes nobody else's, not even a closed grid's. */
  private async takenElsewhere(
    reading: Reading,
    before: CommunityPlan,
    changes: MapChanges,
  ): Promise<MapFault[]> {
    const ids = (things: readonly { id: string }[]) => things.map(({ id }) => id);
    const parts = [
      { known: ids(before.grids), changed: ids(changes.grids), closed: changes.closedGridIds },
      { known: ids(before.estates), changed: ids(changes.estates), closed: changes.closedEstateIds },
      { known: ids(before.buildings), changed: ids(changes.buildings), closed: changes.closedBuildingIds },
    ];
    if (parts.some(({ known, closed }) => closed.some((id) => !known.includes(id)))) throw mapAreaUnknown();
    const added = parts.flatMap(({ known, changed }) => changed.filter((id) => !known.includes(id)));
    if (added.length > 0) {
      const taken = await reading<{ id: string }>(
        'select id from area where id in (?) union all select id from estate where id in (?) limit 1',
        [added, added],
      );
      if (taken.length > 0) throw mapAreaUnknown();
    }
    const codes = changes.grids.flatMap(({ code }) => code ?? []);
    if (codes.length === 0) return [];
    const holders = await reading<{ id: string; code: string; name: string }>(
      'select id, code, name from area where code in (?)',
      [codes],
    );
    const staying = new Set(ids(before.grids).filter((id) => !changes.closedGridIds.includes(id)));
    return changes.grids.flatMap((grid): MapFault[] => {
      const holder = holders.find(({ id, code }) => code === grid.code && id !== grid.id);
      // Those that stay open are compared with one another in the plan itself.
      if (holder === undefined || staying.has(holder.id)) return [];
      return [
        {
          kind: 'code-taken',
          areaId: grid.id,
          otherId: holder.id,
          words: `${grid.name}：编码 ${grid.code} 已经给过${holder.name}，换一个`,
          at: null,
          shapes: [],
        },
      ];
    });
  }

  /** A new name must be nobody else's in the subdistrict. */
  private async namesakes(
    reading: Reading,
    parentId: string | null,
    { community: { id, name: old } }: CommunityPlan,
    { community }: MapChanges,
  ): Promise<MapFault[]> {
    if (community === null || community.name === old) return [];
    const { name } = community;
    const holder = await this.names.namesake(reading, { id, kind: 'community', parentId, name });
    if (holder === null) return [];
    const words = `这个街道已经有「${name}」了，给社区换一个名字`;
    return [{ kind: 'name-taken', areaId: id, otherId: holder, words, at: null, shapes: [] }];
  }

  /** Two communities share borders, never ground. */
  private async overlapsNeighbours(
    reading: Reading,
    after: CommunityPlan,
    changes: MapChanges,
  ): Promise<MapFault[]> {
    if (changes.community === null) return [];
    return this.plans.overlapsOf(reading, after.community);
  }

  private assertReached(actor: SignedInActor, communityId: string): void {
    if (!isUuidV7(communityId) || !reaches(actor, 'area.configure', communityId)) throw communityNotFound();
  }
}

function entrancesOf({ buildings }: MapChangesDto): Map<string, number> {
  return new Map(buildings.map(({ id, entranceCount }) => [id, entranceCount]));
}

function cornersOf({ community, grids }: MapChanges): number {
  const outlines = [...(community === null ? [] : [community]), ...grids];
  return outlines.reduce((sum, { polygon }) => sum + polygon.reduce((all, ring) => all + ring.length, 0), 0);
}

function countsOf(changes: MapChanges): MapEditCounts {
  return {
    community: changes.community !== null,
    grids: changes.grids.length,
    closedGrids: changes.closedGridIds.length,
    estates: changes.estates.length,
    closedEstates: changes.closedEstateIds.length,
    buildings: changes.buildings.length,
    closedBuildings: changes.closedBuildingIds.length,
  };
}

function buildingMoves(before: CommunityPlan, after: CommunityPlan): Move[] {
  const was = new Map(before.buildings.map(({ id, gridId }) => [id, gridId]));
  return after.buildings.flatMap(({ id, gridId }) => {
    const fromGridId = was.get(id);
    return fromGridId === undefined || fromGridId === gridId ? [] : [{ fromGridId, toGridId: gridId }];
  });
}

function counted(moves: readonly Move[], names: ReadonlyMap<string, string>): MovingDto[] {
  const kinds = new Map<string, MovingDto>();
  const named = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  for (const { fromGridId, toGridId } of moves) {
    const key = `${fromGridId} ${toGridId}`;
    const known = kinds.get(key);
    if (known === undefined)
      kinds.set(key, { fromGridName: named(fromGridId), toGridName: named(toGridId), count: 1 });
    else known.count += 1;
  }
  return [...kinds.values()].sort((a, b) => b.count - a.count);
}
