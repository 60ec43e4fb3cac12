import { Injectable } from '@nestjs/common';
import { actorMay, type SignedInActor } from '../../../platform/auth/actor.js';
import { Database } from '../../../platform/database/database.js';
import { isUuidV7 } from '../../../platform/http/validators.js';
import { communityNotFound } from '../area.errors.js';
import type { AreaTreeDto, MapEditsDto, MapPlanDto, TreeCommunityDto } from '../dto/map-plan.dto.js';
import { subdistrictsKept } from '../tree/tree.access.js';
import { BuildingContents } from './building-contents.js';
import { GridWorkers } from './grid-workers.js';
import { type AreaReach, reaches, reachOf } from './map.access.js';
import { neighboursOf } from './map.neighbours.js';
import { MapPlans, type Reading } from './map.plans.js';
import type { MapEditCounts } from './map-edit.entity.js';

const LISTED_EDITS = 50;
/** A county of 871 communities still fits; a list has to end somewhere. */
const MOST_COMMUNITIES = 2_000;
const MOST_SUBDISTRICTS = 500;

interface TreeRow extends Omit<TreeCommunityDto, 'drawn'> {
  subdistrictId: string;
  drawn: number | string;
}

interface SubdistrictRow {
  id: string;
  name: string;
  code: string | null;
  countyName: string | null;
}

interface Facts {
  version: number;
  shortCode: string | null;
  subdistrictName: string | null;
}

/** What the console reads of areas: the tree, one community's map now or then, and who changed it. */
@Injectable()
export class MapDesk {
  constructor(
    private readonly database: Database,
    private readonly plans: MapPlans,
    private readonly contents: BuildingContents,
    private readonly workers: GridWorkers,
  ) {}

  /** Subdistricts without a community are shown to those who may add one. */
  async tree(actor: SignedInActor): Promise<AreaTreeDto> {
    const reach = reachOf(actor, 'area.desk');
    const kept = subdistrictsKept(actor);
    const [communities, subdistricts] = await Promise.all([
      this.communitiesOf(reach),
      this.database.query<SubdistrictRow>(
        `select s.id, s.name, s.code, p.name as countyName from area s left join area p on p.id = s.parent_id
          where s.kind = 'subdistrict' and s.closed_at is null order by s.sort, s.id limit ${MOST_SUBDISTRICTS}`,
      ),
    ]);
    const manages = actorMay(actor, 'subdistrict.manage');
    const entries = subdistricts.map((subdistrict) => ({
      ...subdistrict,
      mayAdd: kept === 'all' || kept.includes(subdistrict.id),
      mayManage: manages,
      communities: communities
        .filter(({ subdistrictId }) => subdistrictId === subdistrict.id)
        .map(({ subdistrictId: _, ...community }) => community),
    }));
    return {
      mayAdd: manages,
      subdistricts: entries.filter((entry) => entry.mayAdd || entry.communities.length > 0),
    };
  }

  private async communitiesOf(reach: AreaReach): Promise<(TreeCommunityDto & { subdistrictId: string })[]> {
    if (reach !== 'all' && reach.length === 0) return [];
    const rows = await this.database.query<TreeRow>(
      `select c.id, c.name, c.code, c.short_code as shortCode, c.subdistrict_id as subdistrictId,
              c.polygon is not null as drawn,
              (select count(*) from area g where g.community_id = c.id and g.kind = 'grid' and g.closed_at is null) as gridCount,
              (select count(*) from area b where b.community_id = c.id and b.kind = 'building' and b.closed_at is null) as buildingCount
         from area c
        where c.kind = 'community' and c.closed_at is null ${reach === 'all' ? '' : 'and c.id in (?)'}
        order by c.sort, c.id limit ${MOST_COMMUNITIES}`,
      reach === 'all' ? [] : [reach],
    );
    return rows.map(({ drawn, gridCount, buildingCount, ...community }) => ({
      ...community,
      drawn: Number(drawn) === 1,
      gridCount: Number(gridCount),
      buildingCount: Number(buildingCount),
    }));
  }

  async plan(actor: SignedInActor, communityId: string, asOf?: string): Promise<MapPlanDto> {
    this.assertReached(actor, communityId);
    const then = asOf === undefined ? null : new Date(asOf);
    const reading: Reading = (sql, parameters) => this.database.query(sql, parameters);
    // Before the map: one saved in between makes what was drawn too old, and never lets it pass for drawn upon the new one.
    const [facts] = await this.database.query<Facts>(
      `select c.map_version as version, c.short_code as shortCode, s.name as subdistrictName
         from area c left join area s on s.id = c.subdistrict_id where c.id = ? and c.kind = 'community'`,
      [communityId],
    );
    const [plan, entrances, retired, neighbours] = await Promise.all([
      then === null ? this.plans.now(reading, communityId) : this.plans.at(communityId, then),
      this.database.query<{ buildingId: string; count: number }>(
        `select parent_id as buildingId, count(*) as count from area
          where community_id = ? and kind = 'entrance' and closed_at is null group by parent_id`,
        [communityId],
      ),
      this.database.query<{ code: string }>(
        `select code from area
          where community_id = ? and kind = 'grid' and closed_at is not null and code is not null order by code`,
        [communityId],
      ),
      neighboursOf(reading, communityId),
    ]);
    if (plan === null || facts === undefined) throw communityNotFound();
    const entranceCounts = new Map(entrances.map(({ buildingId, count }) => [buildingId, Number(count)]));
    const [workers, homes] =
      then === null
        ? await Promise.all([
            this.workers.of(plan.grids.map(({ id }) => id)),
            this.contents.homesIn(
              reading,
              plan.buildings.map(({ id }) => id),
            ),
          ])
        : [null, null];
    return {
      version: Number(facts.version),
      asOf: then?.toISOString() ?? null,
      mayEdit: then === null && reaches(actor, 'area.configure', communityId),
      community: {
        ...plan.community,
        shortCode: facts.shortCode,
        subdistrictName: facts.subdistrictName,
      },
      grids: plan.grids.map(({ sort: _, ...grid }) => ({
        ...grid,
        workerNames: workers && (workers.get(grid.id) ?? []),
      })),
      estates: plan.estates.map(({ id, name }) => ({ id, name })),
      buildings: plan.buildings.map(({ sort: _, ...building }) => ({
        ...building,
        entranceCount: entranceCounts.get(building.id) ?? 0,
        homeCount: homes && (homes.get(building.id) ?? 0),
      })),
      retiredCodes: retired.map(({ code }) => code),
      neighbours,
    };
  }

  /** The latest first. */
  async edits(actor: SignedInActor, communityId: string): Promise<MapEditsDto> {
    this.assertReached(actor, communityId);
    const rows = await this.database.query<{
      id: string;
      version: number;
      actorName: string;
      at: Date;
      changed: string | MapEditCounts;
    }>(
      `select id, version, actor_name as actorName, at, changed from map_edit
        where community_id = ? order by version desc limit ${LISTED_EDITS}`,
      [communityId],
    );
    return {
      items: rows.map(({ at, changed, ...row }) => ({
        ...row,
        at: at.toISOString(),
        // MariaDB keeps JSON as text, MySQL gives it back read.
        changed: typeof changed === 'string' ? (JSON.parse(changed) as MapEditCounts) : changed,
      })),
    };
  }

  private assertReached(actor: SignedInActor, communityId: string): void {
    if (!isUuidV7(communityId) || !reaches(actor, 'area.desk', communityId)) throw communityNotFound();
  }
}
