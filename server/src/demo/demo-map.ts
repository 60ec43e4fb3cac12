import type { Point, Polygon } from '../modules/area/index.js';

/** A spot on the demo's plan: metres east and north of the first community's middle. */
export type Spot = [number, number];

/** Where the invented subdistrict is laid. The place itself means nothing. */
const MIDDLE: Point = { lng: 118.1042, lat: 36.9037 };
const METRES_PER_DEGREE = 111_195;

export function pointAt([east, north]: Spot): Point {
  const shrink = Math.cos((MIDDLE.lat * Math.PI) / 180);
  const round = (degrees: number) => Math.round(degrees * 1e7) / 1e7;
  return {
    lng: round(MIDDLE.lng + east / (METRES_PER_DEGREE * shrink)),
    lat: round(MIDDLE.lat + north / METRES_PER_DEGREE),
  };
}

export function polygonAt(...outline: Spot[]): Polygon {
  return [outline.map((spot) => [pointAt(spot).lng, pointAt(spot).lat])];
}

/** Corners of 安澜社区. Grids name the same corners, so that their shared borders are exactly the same lines. */
export const CORNER = {
  southWest: [-460, -390],
  southGate: [30, -410],
  southEast: [470, -380],
  east: [490, 20],
  northEast: [450, 400],
  north: [-20, 420],
  northWest: [-480, 380],
  west: [-470, 10],
  bridge: [-240, 25],
  crossing: [-10, 30],
  bend: [10, 200],
  lane: [25, -180],
} satisfies Record<string, Spot>;

export interface DemoGrid {
  name: string;
  sequence: string;
  outline: Spot[];
}

export interface DemoBuilding {
  estate: string;
  name: string;
  spot: Spot;
  entrances: number;
  floors: number;
  /** Two when absent. */
  doorsPerFloor?: number;
}

export interface DemoPlace {
  label: string;
  address: string;
  spot: Spot;
  code?: string;
  /** `estate name` of the building whose sheet this is. */
  building?: string;
  revoked?: true;
}

export interface DemoCommunity {
  name: string;
  shortCode: string;
  sequence: string;
  outline: Spot[];
  grids: DemoGrid[];
  estates: string[];
  buildings: DemoBuilding[];
  places: DemoPlace[];
}

export const COUNTY = { name: '云澜县', code: '990101' };
export const SUBDISTRICT = { name: '澄湖街道', sequence: '001' };

/** 「302」 is the second door on the third floor. */
export const roomOf = (floor: number, door: number) => `${floor}${String(door).padStart(2, '0')}`;

/** The place whose code the demo shows first. */
export const SAMPLE_PLACE = { label: '安澜里 3 号楼', code: 'AN3H2DY7' };

const row = (
  estate: string,
  names: number[],
  spots: Spot[],
  entrances: number,
  floors: number,
): DemoBuilding[] =>
  names.map((name, i) => ({ estate, name: `${name} 号楼`, spot: spots[i] ?? [0, 0], entrances, floors }));

export const ANLAN_BUILDINGS: DemoBuilding[] = [
  ...row(
    '安澜里',
    [1, 2, 3, 4],
    [
      [120, 300],
      [250, 300],
      [120, 180],
      [250, 180],
    ],
    2,
    5,
  ),
  ...row(
    '安澜里',
    [5, 6, 7, 8],
    [
      [120, -40],
      [250, -40],
      [120, -170],
      [250, -170],
    ],
    2,
    5,
  ),
  ...row(
    '清河湾',
    [1, 2, 3],
    [
      [-360, 290],
      [-220, 300],
      [-120, 190],
    ],
    2,
    5,
  ),
  ...row(
    '清河湾',
    [4, 5],
    [
      [-360, -60],
      [-220, -60],
    ],
    2,
    5,
  ),
  ...row(
    '槐荫苑',
    [1, 2, 3],
    [
      [-330, -210],
      [-200, -230],
      [-90, -280],
    ],
    2,
    4,
  ),
];

export const ANLAN_PLACES: DemoPlace[] = [
  { label: '安澜里南门', address: '和悦街 6 号', spot: [180, -290] },
  { label: '安澜里东门', address: '澄湖路 21 号', spot: [400, 60] },
  { label: '清河湾北门', address: '清河路 2 号', spot: [-240, 370] },
  { label: '清河湾地下车库入口', address: '清河路 8 号', spot: [-90, 100] },
  { label: '槐荫苑东门', address: '和悦街 20 号', spot: [-30, -200] },
  { label: '中心花园', address: '安澜里中间', spot: [190, 70] },
  { label: '和悦街 18 号旁', address: '和悦街 18 号', spot: [-150, -360] },
  { label: '安澜社区服务站', address: '澄湖路 15 号', spot: [390, 250] },
  { label: '安澜里南门（旧）', address: '和悦街 6 号', spot: [180, -292], code: 'AN7W4KP9', revoked: true },
];

const ESTATE_ADDRESS: Record<string, string> = {
  安澜里: '和悦街 6 号',
  清河湾: '清河路 2 号',
  槐荫苑: '和悦街 20 号',
  临河新居: '临河路 3 号',
  望春园: '望春路 8 号',
  和悦家园: '和悦街 41 号',
  澄湖花园: '湖滨路 2 号',
  柳荫小区: '柳荫巷 5 号',
  杏林苑: '湖滨路 30 号',
  明德里: '明德街 12 号',
  滨河花园: '临河路 16 号',
  临河嘉园: '临河路 27 号',
  柳岸人家: '柳岸街 9 号',
  望湖苑: '望湖路 1 号',
  碧波园: '望湖路 18 号',
  湖畔雅居: '望湖路 33 号',
};

/** The sheet on the wall of a building. */
export function buildingPlace({ estate, name, spot }: DemoBuilding): DemoPlace {
  const label = `${estate} ${name}`;
  const address = `${ESTATE_ADDRESS[estate] ?? estate} ${name}`;
  const place: DemoPlace = { label, address, spot, building: label };
  return label === SAMPLE_PLACE.label ? { ...place, code: SAMPLE_PLACE.code } : place;
}

export const LINHE_BUILDINGS = row('临河新居', [1], [[1520, 20]], 1, 3);

export const COMMUNITIES: DemoCommunity[] = [
  {
    name: '安澜社区',
    shortCode: 'AL',
    sequence: '001',
    outline: [
      CORNER.southWest,
      CORNER.southGate,
      CORNER.southEast,
      CORNER.east,
      CORNER.northEast,
      CORNER.north,
      CORNER.northWest,
      CORNER.west,
    ],
    grids: [
      {
        name: '1 网格',
        sequence: '001',
        outline: [CORNER.west, CORNER.bridge, CORNER.crossing, CORNER.bend, CORNER.north, CORNER.northWest],
      },
      {
        name: '2 网格',
        sequence: '002',
        outline: [
          CORNER.southWest,
          CORNER.southGate,
          CORNER.lane,
          CORNER.crossing,
          CORNER.bridge,
          CORNER.west,
        ],
      },
      {
        name: '3 网格',
        sequence: '003',
        outline: [
          CORNER.southGate,
          CORNER.southEast,
          CORNER.east,
          CORNER.northEast,
          CORNER.north,
          CORNER.bend,
          CORNER.crossing,
          CORNER.lane,
        ],
      },
    ],
    estates: ['安澜里', '清河湾', '槐荫苑'],
    buildings: ANLAN_BUILDINGS,
    places: [...ANLAN_BUILDINGS.map(buildingPlace), ...ANLAN_PLACES],
  },
  {
    name: '临河社区',
    shortCode: 'LH',
    sequence: '002',
    outline: [
      [1360, -140],
      [1690, -150],
      [1700, 160],
      [1350, 150],
    ],
    grids: [
      {
        name: '1 网格',
        sequence: '001',
        outline: [
          [1360, -140],
          [1690, -150],
          [1700, 160],
          [1350, 150],
        ],
      },
    ],
    estates: ['临河新居'],
    buildings: LINHE_BUILDINGS,
    places: LINHE_BUILDINGS.map(buildingPlace),
  },
];
