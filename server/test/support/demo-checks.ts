import assert from 'node:assert/strict';
import type { Polygon } from '../../src/modules/area/geo/point.js';
import { polygonContains } from '../../src/modules/area/geo/polygon.js';
import { tasksFollowTheirTimelines } from './demo-tasks.js';
import {
  actsStandInTheAudit,
  auditChainHolds,
  everybodyAskedAgreed,
  everyPlaceHasItsPeople,
  whatFollowedWasOwed,
} from './demo-traces.js';
import { grouped } from './grouped.js';
import { type ReplayedAction, replay } from './replay.js';

interface Queried {
  query<Row>(sql: string, parameters?: unknown[]): Promise<Row[]>;
}

/** What must be true of any demo, whatever its size; each gives back what was looked at, in words. */
export const DEMO_CHECKS: readonly [string, (database: Queried) => Promise<string>][] = [
  ['每一点都在恰好一个网格里', tiling],
  ['每栋楼都在自己写的网格里', buildingsInTheirGrids],
  ['产权份额加起来不超过一', sharesWithinTheWhole],
  ['住户的认领和时间线对得上', membershipsFollowTheirTimelines],
  ['按手机号确认的都在业主名册里', matchedStandInTheRegister],
  ['每件事都停在时间线说的地方', incidentsFollowTheirTimelines],
  ['交给单位的任务停在时间线说的地方', tasksFollowTheirTimelines],
  ['编号每天从一连着排', numbersWithoutGaps],
  ['等人看的内容数得对', hiddenPiecesCounted],
  ['审计的封印一条连着一条', auditChainHolds],
  ['该留审计的都留了', actsStandInTheAudit],
  ['该说的事都说过', whatFollowedWasOwed],
  ['自己来过的都看过隐私说明', everybodyAskedAgreed],
  ['小区有物业，单位有人，楼长住在楼里', everyPlaceHasItsPeople],
];

interface Outlined {
  id: string;
  kind: 'community' | 'grid';
  communityId: string;
  name: string;
  polygon: Polygon;
}

async function outlined(database: Queried): Promise<Outlined[]> {
  const rows = await database.query<Omit<Outlined, 'polygon'> & { polygon: string }>(
    `select id, kind, community_id as communityId, name, polygon from area
      where kind in ('community', 'grid') and closed_at is null`,
  );
  return rows.map((row) => ({ ...row, polygon: JSON.parse(row.polygon) }));
}

/** Corners, the middles of all edges, and a net across: on borders and off them. */
function pointsAcross(polygons: readonly Polygon[], across: number): [number, number][] {
  const rings = polygons.flat();
  const corners = rings.flat() as [number, number][];
  const middles = rings.flatMap((ring) =>
    ring.map(([lng, lat], at): [number, number] => {
      const [nextLng, nextLat] = ring[(at + 1) % ring.length] as [number, number];
      return [(lng + nextLng) / 2, (lat + nextLat) / 2];
    }),
  );
  const [west, east] = [Math.min(...corners.map(([lng]) => lng)), Math.max(...corners.map(([lng]) => lng))];
  const [south, north] = [
    Math.min(...corners.map(([, lat]) => lat)),
    Math.max(...corners.map(([, lat]) => lat)),
  ];
  const net = Array.from({ length: (across + 1) ** 2 }, (_, at): [number, number] => [
    west - 0.0005 + ((east - west + 0.001) * (at % (across + 1))) / across,
    south - 0.0005 + ((north - south + 0.001) * Math.floor(at / (across + 1))) / across,
  ]);
  return [...corners, ...middles, ...net];
}

async function tiling(database: Queried): Promise<string> {
  const areas = await outlined(database);
  let points = 0;
  for (const community of areas.filter(({ kind }) => kind === 'community')) {
    const grids = areas.filter(({ kind, communityId }) => kind === 'grid' && communityId === community.id);
    for (const [lng, lat] of pointsAcross(
      [community, ...grids].map(({ polygon }) => polygon),
      80,
    )) {
      const holders = grids.filter(({ polygon }) => polygonContains(polygon, { lng, lat })).length;
      const inside = polygonContains(community.polygon, { lng, lat });
      assert.equal(holders, inside ? 1 : 0, `${community.name} ${lng},${lat}`);
      points += 1;
    }
  }
  return `${points} 个点，${areas.filter(({ kind }) => kind === 'grid').length} 个网格`;
}

async function buildingsInTheirGrids(database: Queried): Promise<string> {
  const grids = new Map((await outlined(database)).map(({ id, polygon }) => [id, polygon]));
  const buildings = await database.query<{ name: string; gridId: string; lng: number; lat: number }>(
    "select name, grid_id as gridId, lng, lat from area where kind = 'building' and closed_at is null",
  );
  for (const { name, gridId, ...point } of buildings)
    assert.ok(polygonContains(grids.get(gridId) as Polygon, point), name);
  return `${buildings.length} 栋`;
}

async function sharesWithinTheWhole(database: Queried): Promise<string> {
  const over = await database.query(
    `select home_id from home_owner where to_at is null and share_numerator is not null
      group by home_id having sum(share_numerator / share_denominator) > 1.0000001`,
  );
  assert.equal(over.length, 0);
  const [row] = await database.query<{ homes: number; owners: number }>(
    'select (select count(*) from home) as homes, (select count(*) from home_owner where to_at is null) as owners',
  );
  return `${row?.homes} 户，${row?.owners} 位产权人`;
}

/** Where each way of ending leaves a membership, written down a second time. */
const MEMBER_ENDS: Record<string, string> = {
  claim: 'claimed',
  enter: 'confirmed',
  match: 'confirmed',
  confirm: 'confirmed',
  refuse: 'refused',
  move_out: 'ended',
};

async function membershipsFollowTheirTimelines(database: Queried): Promise<string> {
  const rows = await database.query<{
    id: string;
    state: string;
    seq: number;
    many: number;
    action: string;
    open: number;
  }>(
    `select m.id, m.state, a.seq, (select count(*) from household_member_action c where c.member_id = m.id) as many,
            a.action, m.open_key is not null as open
       from household_member m join household_member_action a on a.member_id = m.id
      where a.seq = (select max(seq) from household_member_action x where x.member_id = m.id)`,
  );
  for (const { id, state, seq, many, action, open } of rows) {
    assert.equal(state, MEMBER_ENDS[action], id);
    assert.equal(seq, Number(many), id);
    assert.equal(open, state === 'claimed' || state === 'confirmed' ? 1 : 0, id);
  }
  return `${rows.length} 人`;
}

async function matchedStandInTheRegister(database: Queried): Promise<string> {
  const [row] = await database.query<{ matched: number; known: number }>(
    `select count(*) as matched, coalesce(sum(exists (select 1 from home_owner o
         join person_login l on l.kind = 'phone' and l.realm = '' and l.subject = o.phone_index
        where o.home_id = m.home_id and o.to_at is null and o.person_id = m.person_id and l.person_id = m.person_id)), 0) as known
       from household_member m where m.confirmed_way = 'phone' and m.state = 'confirmed'`,
  );
  assert.equal(Number(row?.known), Number(row?.matched));
  return `${row?.matched} 人`;
}

async function incidentsFollowTheirTimelines(database: Queried): Promise<string> {
  const incidents = await database.query<Record<string, unknown> & { id: string }>('select * from incident');
  const actions = grouped(
    await database.query<ReplayedAction & { incident_id: string }>(
      'select * from incident_action order by incident_id, seq',
    ),
    ({ incident_id }) => incident_id,
  );
  const clocks = grouped(
    await database.query<Record<string, unknown>>(
      "select * from clock where subject_type = 'incident' order by round, kind",
    ),
    ({ subject_id }) => subject_id as string,
  );
  for (const incident of incidents) {
    const { clocks: replayedClocks, ...row } = replay(actions.get(incident.id) ?? []);
    const stored = Object.fromEntries(Object.keys(row).map((column) => [column, incident[column]]));
    assert.deepEqual(stored, row, String(incident.number));
    const kept = (clocks.get(incident.id) ?? []).map(
      ({ kind, round, started_at, due_at, stopped_at, paused_at }) => ({
        ...{ kind, round, started_at, due_at, stopped_at, paused_at },
      }),
    );
    assert.deepEqual(kept, replayedClocks, String(incident.number));
  }
  return `${incidents.length} 件`;
}

async function numbersWithoutGaps(database: Queried): Promise<string> {
  const days = await database.query<{ many: number; last: number; different: number }>(
    `select count(*) as many, max(cast(substring_index(number, '-', -1) as unsigned)) as last,
            count(distinct number) as different
       from incident group by community_id, date(reported_at + interval 8 hour)`,
  );
  for (const { many, last, different } of days) assert.deepEqual([many, different], [Number(last), many]);
  return `${days.length} 个社区日`;
}

async function hiddenPiecesCounted(database: Queried): Promise<string> {
  const wrong = await database.query(
    `select i.number from incident i where i.hidden_piece_count <> (select count(*) from content_piece p
      where p.subject_type = 'incident' and p.subject_id = i.id
        and not (p.let_through_at is not null or (p.by_staff = 1 and p.verdict = 'pass'))) limit 5`,
  );
  assert.deepEqual(wrong, []);
  const [row] = await database.query<{ many: number }>('select count(*) as many from content_piece');
  return `${row?.many} 段`;
}
