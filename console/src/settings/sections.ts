import type { Permission } from '@linli/shared';

interface Section {
  path: string;
  label: string;
  /** Absent: for everybody. */
  needs?: Permission;
}

/** What can be set, in the order of the menu. */
export const SECTIONS: readonly Section[] = [
  { path: 'staff-group', label: '员工群', needs: 'staff_group.configure' },
  { path: 'duty-phone', label: '值班电话', needs: 'duty_phone.configure' },
  { path: 'clocks', label: '时限', needs: 'clock.configure' },
  { path: 'calendar', label: '工作日历', needs: 'clock.configure' },
  { path: 'deliveries', label: '投递', needs: 'effects.inspect' },
  { path: 'messages', label: '消息提醒' },
  { path: 'security', label: '安全' },
];

export function sectionsFor({ permissions }: { permissions: readonly Permission[] }): Section[] {
  return SECTIONS.filter(({ needs }) => needs === undefined || permissions.includes(needs));
}
