import { type PlannedHome, type PlannedResident, titleNumberOf } from './planned-home.js';

interface Title {
  area: string;
  owners: [name: string, phone: string | null][];
  share?: string;
}

/** `安澜里 3 号楼 1 单元 101`, whose home it is and who belongs to it. */
function home(
  where: string,
  { area, owners, share = '' }: Title,
  ...residents: PlannedResident[]
): PlannedHome {
  const [estate = '', building, , entrance, , room = ''] = where.split(' ');
  const buildingName = `${building} 号楼`;
  return {
    ...{
      building: `${estate} ${buildingName}`,
      estate,
      buildingName,
      entrance: Number(entrance),
      room,
      area,
      share,
    },
    floor: Number(room.slice(0, -2)),
    owners: owners.map(([name, phone]) => ({ name, phone })),
    titleNumber: titleNumberOf(Number(area) * 100_000),
    residents,
  };
}

const lives = (
  name: string,
  relation: PlannedResident['relation'],
  coming: PlannedResident['coming'],
  more: Partial<PlannedResident> = {},
): PlannedResident => ({ name, relation, coming, livesHere: true, ago: 0.9, ...more });

/** In the range that no operator has been given, beyond those of the true size. */
const phone = (index: number) => `1609999000${index}`;

/** Where the demo's people live, and who lives beside them; the same in both sizes. */
export const DEMO_HOMES: PlannedHome[] = [
  home(
    '安澜里 3 号楼 1 单元 101',
    { area: '89.50', owners: [['演示楼长一', '13800000301']] },
    lives('演示楼长一', 'owner', 'matched', { key: 'building-captain-1', ago: 1 }),
    lives('演示老人一', 'family', 'entered', { ago: 0.98 }),
  ),
  home(
    '安澜里 3 号楼 2 单元 402',
    { area: '76.30', owners: [['演示业主一', phone(1)]] },
    lives('演示业主一', 'owner', 'matched', { phone: phone(1), livesHere: false }),
    lives('演示租户一', 'tenant', 'waiting', { phone: phone(2), ago: 0.6 }),
  ),
  home('安澜里 3 号楼 2 单元 501', { area: '88.20', owners: [['演示业主二', null]] }),
  home(
    '安澜里 5 号楼 1 单元 302',
    {
      area: '102.44',
      owners: [
        ['演示业主三', phone(3)],
        ['演示业主四', phone(4)],
      ],
      share: '1/2、1/2',
    },
    lives('演示业主三', 'owner', 'matched', { phone: phone(3), ago: 0.8 }),
    lives('演示业主四', 'owner', 'matched', { phone: phone(4), ago: 0.8 }),
    lives('演示孩子一', 'family', 'entered', { ago: 0.79 }),
  ),
  home(
    '清河湾 3 号楼 1 单元 302',
    {
      area: '91.06',
      owners: [
        ['演示居民二', '13800000002'],
        ['演示业主五', null],
      ],
      share: '共同共有',
    },
    lives('演示居民二', 'owner', 'matched', { key: 'resident-2' }),
    lives('演示家人一', 'family', 'entered', { ago: 0.88 }),
  ),
  home(
    '清河湾 3 号楼 2 单元 201',
    { area: '91.06', owners: [['演示业主六', phone(6)]] },
    lives('演示业主六', 'owner', 'matched', { phone: phone(6), livesHere: false, ago: 0.7 }),
    lives('演示租户二', 'tenant', 'left', { phone: phone(7), ago: 0.7 }),
  ),
  home(
    '槐荫苑 1 号楼 1 单元 201',
    { area: '68.90', owners: [['演示业主七', phone(8)]] },
    lives('演示居民四', 'tenant', 'confirmed-by-staff', { key: 'resident-4', ago: 0.6 }),
  ),
  home(
    '临河新居 1 号楼 1 单元 201',
    { area: '84.15', owners: [['演示业主八', phone(9)]] },
    lives('演示居民七', 'family', 'confirmed-by-staff', { key: 'resident-7', ago: 0.6 }),
  ),
];
