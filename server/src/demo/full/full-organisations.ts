import type { DemoOrganisation } from '../demo-organisations.js';

const AROUND: Record<string, { property: [string, string[]][]; committees: string[]; merchants: string[] }> =
  {
    AL: {
      property: [
        ['望春物业', ['望春园', '和悦家园']],
        ['澄湖物业', ['澄湖花园', '柳荫小区']],
        ['明德物业', ['杏林苑', '明德里']],
      ],
      committees: ['望春园', '和悦家园', '澄湖花园'],
      merchants: ['安澜便民超市', '和悦街早餐铺', '安澜家电维修', '柳荫理发店'],
    },
    LH: {
      property: [['滨河物业', ['滨河花园', '临河嘉园', '柳岸人家']]],
      committees: ['滨河花园'],
      merchants: ['临河便民超市', '柳岸五金店'],
    },
    WH: {
      property: [['望湖物业', ['望湖苑', '碧波园', '湖畔雅居']]],
      committees: ['望湖苑'],
      merchants: ['望湖便民超市', '碧波药店'],
    },
  };

/** Who helps beside those whom the small demo knows: every estate has a property company, every community its own bodies. */
export const FULL_ORGANISATIONS: DemoOrganisation[] = [
  ...Object.entries(AROUND).flatMap(
    ([community, { property, committees, merchants }]): DemoOrganisation[] => [
      ...property.map(([name, serves]): DemoOrganisation => ({ name, kind: 'property', community, serves })),
      ...committees.map(
        (estate): DemoOrganisation => ({
          ...{ name: `${estate}业委会`, kind: 'owners_committee', community, serves: [estate] },
        }),
      ),
      ...merchants.map((name): DemoOrganisation => ({ name, kind: 'merchant', community })),
    ],
  ),
  { name: '临河社区民警', kind: 'police', community: 'LH' },
  { name: '临河志愿队', kind: 'volunteers', community: 'LH' },
  { name: '望湖社区民警', kind: 'police', community: 'WH' },
  { name: '望湖志愿队', kind: 'volunteers', community: 'WH' },
  { name: '澄湖助老服务中心', kind: 'social' },
];
