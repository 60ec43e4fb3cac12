import type { OrganisationKind } from '@linli/shared';

export interface DemoOrganisation {
  name: string;
  kind: OrganisationKind;
  /** The community's short code; absent: it serves the whole subdistrict. */
  community?: string;
  /** The estates that it works for. */
  serves?: string[];
}

/** Who helps 安澜社区, and the departments of its subdistrict. */
export const DEMO_ORGANISATIONS: DemoOrganisation[] = [
  { name: '安澜物业', kind: 'property', community: 'AL', serves: ['安澜里', '清河湾', '槐荫苑'] },
  { name: '安澜里业委会', kind: 'owners_committee', community: 'AL', serves: ['安澜里'] },
  { name: '安澜社区民警', kind: 'police', community: 'AL' },
  { name: '安澜志愿队', kind: 'volunteers', community: 'AL' },
  { name: '临河物业', kind: 'property', community: 'LH', serves: ['临河新居'] },
  { name: '澄湖城管', kind: 'department' },
  { name: '澄湖消防', kind: 'department' },
  { name: '澄湖住建', kind: 'department' },
];
