import type { Permission } from '@linli/shared';

interface Section {
  /** The first word of its address, below /community. */
  path: string;
  label: string;
  needs: Permission;
}

/** What there is to see to of places and people, in the order of the menu. Each comes with its screen. */
const SECTIONS: readonly Section[] = [
  { path: 'areas', label: '区域', needs: 'area.desk' },
  { path: 'homes', label: '房屋', needs: 'home.register' },
  { path: 'households', label: '住户', needs: 'household.desk' },
  { path: 'people', label: '人员与任命', needs: 'appointment.manage' },
  { path: 'organisations', label: '单位', needs: 'organisation.manage' },
  { path: 'accounts', label: '账号', needs: 'account.manage' },
  { path: 'places', label: '二维码', needs: 'place.manage' },
];

export function communitySections({ permissions }: { permissions: readonly Permission[] }): Section[] {
  return SECTIONS.filter(({ needs }) => permissions.includes(needs));
}
