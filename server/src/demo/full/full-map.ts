import {
  ANLAN_BUILDINGS,
  ANLAN_PLACES,
  buildingPlace,
  COMMUNITIES,
  CORNER,
  type DemoBuilding,
  type DemoCommunity,
  type DemoGrid,
  LINHE_BUILDINGS,
  type Spot,
} from '../demo-map.js';
import { type Block, Net } from './net.js';

/**
 * How a grid is built over: 324 homes each, in low old houses, in houses with lifts, or in towers. The rows lie north and
 * south of the middle, where a map writes the grid's name.
 */
const BUILT = {
  houses: { rows: [0.14, 0.34, 0.8], entrances: 3, floors: 6, doorsPerFloor: 2 },
  lifts: { rows: [0.2, 0.78], entrances: 3, floors: 9, doorsPerFloor: 2 },
  towers: { rows: [0.24], entrances: 1, floors: 27, doorsPerFloor: 4 },
} as const;
const IN_A_ROW = 3;

interface EstatePlan {
  name: string;
  built: keyof typeof BUILT;
  blocks: Block[];
}

const block = (west: number, south: number, east = west + 1, north = south + 1): Block => ({
  columns: [west, east],
  rows: [south, north],
});

/** Everything west and north of what the small demo knows of 安澜社区; it shares that one's corners. */
const AROUND_ANLAN = new Net([-1320, -1110, -900, -690, -480, -20, 450], [-390, 10, 380, 600, 810], {
  '4 0': CORNER.southWest,
  '4 1': CORNER.west,
  '4 2': CORNER.northWest,
  '5 2': CORNER.north,
  '6 2': CORNER.northEast,
});

const ANLAN_ESTATES: EstatePlan[] = [
  { name: '望春园', built: 'houses', blocks: [block(0, 0), block(1, 0), block(0, 1), block(1, 1)] },
  { name: '和悦家园', built: 'lifts', blocks: [block(2, 0), block(3, 0), block(2, 1), block(3, 1)] },
  { name: '澄湖花园', built: 'towers', blocks: [block(0, 2), block(1, 2), block(2, 2)] },
  { name: '柳荫小区', built: 'houses', blocks: [block(3, 2), block(4, 2), block(5, 2)] },
  { name: '杏林苑', built: 'lifts', blocks: [block(0, 3, 2), block(2, 3)] },
  { name: '明德里', built: 'towers', blocks: [block(3, 3), block(4, 3), block(5, 3)] },
];

const LINHE = new Net([1350, 1550, 1750, 1950, 2150], [-150, 150, 400]);
const LINHE_ESTATES: EstatePlan[] = [
  { name: '临河新居', built: 'houses', blocks: [block(0, 0), block(1, 0)] },
  { name: '滨河花园', built: 'lifts', blocks: [block(2, 0), block(3, 0)] },
  { name: '临河嘉园', built: 'towers', blocks: [block(0, 1), block(1, 1)] },
  { name: '柳岸人家', built: 'lifts', blocks: [block(2, 1), block(3, 1)] },
];

const WANGHU = new Net([600, 800, 1000, 1200], [250, 530, 810]);
const WANGHU_ESTATES: EstatePlan[] = [
  { name: '望湖苑', built: 'houses', blocks: [block(0, 0), block(1, 0)] },
  { name: '碧波园', built: 'lifts', blocks: [block(2, 0), block(2, 1)] },
  { name: '湖畔雅居', built: 'towers', blocks: [block(0, 1), block(1, 1)] },
];

/** What is built on a plan's blocks, numbered through the estate from `first`. */
function buildingsOf(net: Net, { name: estate, built, blocks }: EstatePlan, first = 1): DemoBuilding[] {
  const { rows, ...house } = BUILT[built];
  const spots = blocks.flatMap((one) =>
    rows.flatMap((up) =>
      Array.from({ length: IN_A_ROW }, (_, at): Spot => net.within(one, (at + 1) / (IN_A_ROW + 1), 1 - up)),
    ),
  );
  return spots.map((spot, at) => ({ estate, name: `${first + at} 号楼`, spot, ...house }));
}

const gridsOf = (net: Net, estates: readonly EstatePlan[], first: number): DemoGrid[] =>
  estates
    .flatMap(({ blocks }) => blocks)
    .map((one, at) => ({
      name: `${first + at} 网格`,
      sequence: String(first + at).padStart(3, '0'),
      outline: net.ring(one),
    }));

/** The estates that the small demo has too, with all the entrances and floors that they really have. */
const GROWN: Record<string, Pick<DemoBuilding, 'entrances' | 'floors'>> = {
  安澜里: { entrances: 4, floors: 6 },
  清河湾: { entrances: 2, floors: 11 },
  槐荫苑: { entrances: 4, floors: 5 },
};

function anlan(small: DemoCommunity): DemoCommunity {
  const buildings = [
    ...ANLAN_BUILDINGS.map((building) => ({ ...building, ...GROWN[building.estate] })),
    ...ANLAN_ESTATES.flatMap((estate) => buildingsOf(AROUND_ANLAN, estate)),
  ];
  const corners = (columns: number[], rows: number[]) =>
    columns.flatMap((column) => rows.map((row) => AROUND_ANLAN.corner(column, row)));
  return {
    ...small,
    outline: [
      ...corners([0, 1, 2, 3], [0]),
      CORNER.southWest,
      CORNER.southGate,
      CORNER.southEast,
      CORNER.east,
      CORNER.northEast,
      ...corners([6], [3, 4]),
      ...corners([5, 4, 3, 2, 1, 0], [4]),
      ...corners([0], [3, 2, 1]),
    ],
    grids: [...small.grids, ...gridsOf(AROUND_ANLAN, ANLAN_ESTATES, small.grids.length + 1)],
    estates: [...small.estates, ...ANLAN_ESTATES.map(({ name }) => name)],
    buildings,
    places: [...buildings.map(buildingPlace), ...ANLAN_PLACES],
  };
}

/** A community that is nothing but its net. */
function netted(
  named: Pick<DemoCommunity, 'name' | 'shortCode' | 'sequence'>,
  net: Net,
  estates: EstatePlan[],
  whole: Block,
  old: readonly DemoBuilding[] = [],
): DemoCommunity {
  const buildings = [
    ...old,
    ...estates.flatMap((estate) => {
      const known = old.filter((building) => building.estate === estate.name).length;
      return buildingsOf(net, estate, known + 1);
    }),
  ];
  return {
    ...named,
    outline: net.ring(whole),
    grids: gridsOf(net, estates, 1),
    estates: estates.map(({ name }) => name),
    buildings,
    places: buildings.map(buildingPlace),
  };
}

/**
 * The subdistrict at its true size: 安澜社区 with nine estates, 6,880 homes and 22 grids, as large as the community that the
 * ideas come from, and two more in proportion.
 */
export function fullCommunities(): DemoCommunity[] {
  const [al, lh] = COMMUNITIES as [DemoCommunity, DemoCommunity];
  return [
    anlan(al),
    netted(lh, LINHE, LINHE_ESTATES, block(0, 0, 4, 2), LINHE_BUILDINGS),
    netted({ name: '望湖社区', shortCode: 'WH', sequence: '003' }, WANGHU, WANGHU_ESTATES, block(0, 0, 3, 2)),
  ];
}
