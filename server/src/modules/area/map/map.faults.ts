import { type Corner, degreesOf, fineDegreesOf, unitsOf } from '../geo/exact.js';
import { type OutlineFault, outlineFault } from '../geo/outline-faults.js';
import { outsideOf, overlapOf } from '../geo/overlap.js';
import { pieces } from '../geo/pieces.js';
import type { Polygon, Ring } from '../geo/point.js';
import { boxOf } from '../geo/polygon.js';
import type { CommunityPlan, MapChanges, PlannedGrid } from './map.draft.js';

export const MAP_FAULTS = [
  'too-small',
  'too-wide',
  'self-crossing',
  'hole-outside',
  'overlap',
  'outside-community',
  'building-without-grid',
  'estate-in-use',
  'building-in-use',
  'name-taken',
  'code-wrong',
  'code-taken',
] as const;
export type MapFaultKind = (typeof MAP_FAULTS)[number];

/** What is wrong with a plan, in words and in places. */
export interface MapFault {
  kind: MapFaultKind;
  areaId: string;
  /** The other area it concerns. */
  otherId: string | null;
  words: string;
  /** Where to look, as [lng, lat]; null where there is no one place. */
  at: [number, number] | null;
  /** What to show in red: rings of areas that overlap, or the two lines that cross. */
  shapes: Ring[];
}

/** A community is a few kilometres; below this, halves of units are reckoned exactly. */
const WIDEST_DEGREES = 1;
const GRID_CODE = /^\d{15}$/;

/** Everything wrong with the plan as far as these changes are to blame for it. */
export function faultsOf(plan: CommunityPlan, changes: MapChanges): MapFault[] {
  const changed = new Set(changes.grids.map(({ id }) => id));
  const grids = changes.community === null ? plan.grids.filter(({ id }) => changed.has(id)) : plan.grids;
  const broken = [plan.community, ...grids].flatMap((area) => outlineFaults(area));
  // What is not an outline cannot be compared with others.
  const whole = broken.length === 0;
  return [
    ...broken,
    ...(whole ? overlaps(plan, changed) : []),
    ...(whole ? grids.flatMap((grid) => outside(plan, grid)) : []),
    ...(whole ? homeless(plan) : []),
    ...estatesInUse(plan),
    ...namesTaken(plan),
    ...codesWrong(plan, changed),
  ];
}

function outlineFaults({ id, name, polygon }: { id: string; name: string; polygon: Polygon }): MapFault[] {
  const fault = (kind: MapFaultKind, words: string, more: Partial<MapFault> = {}): MapFault[] => [
    { kind, areaId: id, otherId: null, words: `${name}：${words}`, at: null, shapes: [], ...more },
  ];
  if (polygon.length === 0) return fault('too-small', '还没有边界，先画边界');
  const { west, east, south, north } = boxOf(polygon);
  if (!(east - west <= WIDEST_DEGREES && north - south <= WIDEST_DEGREES))
    return fault('too-wide', '边界太大了，一个社区不会有这么宽');
  const found = outlineFault(polygon);
  if (found === null) return [];
  return fault(found.kind, OUTLINE_WORDS[found.kind], {
    at: found.at === null ? null : spot(found.at),
    shapes: shapesOf(found),
  });
}

const OUTLINE_WORDS: Record<OutlineFault['kind'], string> = {
  'too-small': '这一圈太小了，至少要有三个角',
  'self-crossing': '边界自己和自己交叉了',
  'hole-outside': '挖空的一块不在边界里面',
};

function shapesOf(fault: OutlineFault): Ring[] {
  if (fault.kind === 'self-crossing') return fault.edges.map((edge) => degreesOf(edge));
  return fault.kind === 'hole-outside' ? [degreesOf(fault.ring)] : [];
}

function overlaps({ grids }: CommunityPlan, changed: ReadonlySet<string>): MapFault[] {
  return grids.flatMap((grid, i) =>
    grids.slice(i + 1).flatMap((other): MapFault[] => {
      if (!changed.has(grid.id) && !changed.has(other.id)) return [];
      const [one, two] = changed.has(grid.id) ? [grid, other] : [other, grid];
      const [own, theirs] = [unitsOf(one.polygon), unitsOf(two.polygon)];
      const at = overlapOf(own, theirs);
      if (at === null) return [];
      return [
        {
          kind: 'overlap',
          areaId: one.id,
          otherId: two.id,
          words: `${one.name}和${two.name}有一块重叠了`,
          at: spot(at),
          shapes: pieces(own, theirs, 'common').map(fineDegreesOf),
        },
      ];
    }),
  );
}

function outside({ community }: CommunityPlan, grid: PlannedGrid): MapFault[] {
  const [own, around] = [unitsOf(grid.polygon), unitsOf(community.polygon)];
  const at = outsideOf(own, around);
  if (at === null) return [];
  return [
    {
      kind: 'outside-community',
      areaId: grid.id,
      otherId: community.id,
      words: `${grid.name}有一块在${community.name}外面`,
      at: spot(at),
      shapes: pieces(own, around, 'outside').map(fineDegreesOf),
    },
  ];
}

/** Whoever lives there has to have a grid worker. */
function homeless({ buildings, estates }: CommunityPlan): MapFault[] {
  const estateOf = new Map(estates.map(({ id, name }) => [id, name]));
  return buildings
    .filter(({ gridId }) => gridId === null)
    .map(({ id, name, estateId, location }) => ({
      kind: 'building-without-grid',
      areaId: id,
      otherId: null,
      words: `${estateOf.get(estateId) ?? ''} ${name}不在任何网格里`.trim(),
      at: location === null ? null : [location.lng, location.lat],
      shapes: [],
    }));
}

function estatesInUse({ buildings, estates }: CommunityPlan): MapFault[] {
  const open = new Set(estates.map(({ id }) => id));
  return buildings
    .filter(({ estateId }) => !open.has(estateId))
    .map(({ id, name, estateId, location }) => ({
      kind: 'estate-in-use',
      areaId: id,
      otherId: estateId,
      words: `${name}还在要关掉的小区里，先给它换一个小区`,
      at: location === null ? null : [location.lng, location.lat],
      shapes: [],
    }));
}

/** Whoever lives there or owns it would lose their address, their captain and their claims. */
export function buildingsInUse(
  { buildings, estates }: CommunityPlan,
  homes: ReadonlyMap<string, number>,
): MapFault[] {
  const estateOf = new Map(estates.map(({ id, name }) => [id, name]));
  return buildings.flatMap(({ id, name, estateId, location }): MapFault[] => {
    const many = homes.get(id) ?? 0;
    if (many === 0) return [];
    return [
      {
        kind: 'building-in-use',
        areaId: id,
        otherId: null,
        words:
          `${estateOf.get(estateId) ?? ''} ${name}里还登记着 ${many} 户房屋，不能关掉；要重画，请改它的名称或位置`.trim(),
        at: location === null ? null : [location.lng, location.lat],
        shapes: [],
      },
    ];
  });
}

function namesTaken({ grids, estates, buildings }: CommunityPlan): MapFault[] {
  const twice = (things: { id: string; name: string; within?: string }[], words: string): MapFault[] => {
    const first = new Map<string, string>();
    return things.flatMap(({ id, name, within = '' }): MapFault[] => {
      const key = `${within} ${name}`;
      const otherId = first.get(key);
      first.set(key, otherId ?? id);
      if (otherId === undefined) return [];
      return [
        { kind: 'name-taken', areaId: id, otherId, words: `${words}「${name}」`, at: null, shapes: [] },
      ];
    });
  };
  return [
    ...twice(grids, '有两个网格都叫'),
    ...twice(estates, '有两个小区都叫'),
    ...twice(
      buildings.map(({ estateId, ...building }) => ({ ...building, within: estateId })),
      '同一个小区里有两栋楼都叫',
    ),
  ];
}

function codesWrong({ community, grids }: CommunityPlan, changed: ReadonlySet<string>): MapFault[] {
  const first = new Map<string, string>();
  return grids.flatMap(({ id, name, code }): MapFault[] => {
    if (code === null) return [];
    const otherId = first.get(code) ?? null;
    first.set(code, otherId ?? id);
    const fault = (kind: MapFaultKind, words: string): MapFault[] => [
      { kind, areaId: id, otherId, words: `${name}：${words}`, at: null, shapes: [] },
    ];
    if (otherId !== null) return fault('code-taken', `编码 ${code} 已经有网格用了`);
    if (!changed.has(id)) return [];
    if (!GRID_CODE.test(code)) return fault('code-wrong', '网格编码要是 15 位数字');
    if (community.code !== null && !code.startsWith(community.code))
      return fault('code-wrong', `网格编码要以社区的编码 ${community.code} 开头`);
    return [];
  });
}

function spot(corner: Corner): [number, number] {
  const [lng, lat] = degreesOf([corner])[0] as [number, number];
  return [lng, lat];
}
