import type { Role } from '@linli/shared';

/** The console password of every demo account. It opens nothing but a database that `npm start` made for the demo. */
export const DEMO_PASSWORD = 'linli-demo-2025';

export interface DemoPerson {
  key: string;
  name: string;
  client: 'miniapp' | 'console';
  hint: string;
  phone?: string;
  /** The name to sign in to the console with. */
  account?: string;
  /** Absent for a resident, whom nobody has to appoint. */
  appointment?: {
    role: Role;
    area:
      | `community ${string}`
      | `grid ${string}`
      | `building ${string}`
      | `organisation ${string}`
      | 'subdistrict'
      | 'platform';
  };
}

const resident = (index: number, name: string, hint: string): DemoPerson => ({
  key: `resident-${index}`,
  name,
  client: 'miniapp',
  hint,
  phone: `1380000000${index}`,
});

const gridWorker = (index: number, name: string, grid: string): DemoPerson => ({
  key: `grid-worker-${index}`,
  name,
  client: 'miniapp',
  hint: `管${grid.replace('AL ', '安澜社区 ').replace('LH ', '临河社区 ')}`,
  phone: `1380000010${index}`,
  account: `wangge${index}`,
  appointment: { role: 'grid_worker', area: `grid ${grid}` },
});

const acting = (key: string, name: string, role: Role, organisation: string, hint: string): DemoPerson => ({
  key,
  name,
  client: 'miniapp',
  hint,
  appointment: { role, area: `organisation ${organisation}` },
});

/** Named by what they are, so that no name is anyone's. */
export const DEMO_PEOPLE: DemoPerson[] = [
  resident(1, '演示居民一', '有一件事等着确认，一件正在办'),
  gridWorker(1, '演示网格员一', 'AL 3 网格'),
  {
    key: 'community-worker-1',
    name: '演示社工一',
    client: 'console',
    hint: '看安澜社区所有的事',
    account: 'shegong1',
    appointment: { role: 'community_worker', area: 'community AL' },
  },
  resident(2, '演示居民二', '住清河湾，常报停车的事'),
  resident(3, '演示居民三', '报的事超时了，还在等'),
  resident(4, '演示居民四', '住槐荫苑'),
  resident(5, '演示居民五', '刚报了一件事'),
  resident(6, '演示居民六', '还没报过事'),
  gridWorker(2, '演示网格员二', 'AL 1 网格'),
  gridWorker(3, '演示网格员三', 'AL 2 网格'),
  {
    key: 'community-secretary-1',
    name: '演示书记一',
    client: 'console',
    hint: '看安澜社区所有的事',
    account: 'shuji1',
    appointment: { role: 'community_secretary', area: 'community AL' },
  },
  {
    key: 'subdistrict-officer-1',
    name: '演示街道干部一',
    client: 'console',
    hint: '看澄湖街道各个社区的事',
    account: 'jiedao1',
    appointment: { role: 'subdistrict_officer', area: 'subdistrict' },
  },
  {
    key: 'platform-admin-1',
    name: '演示平台管理员一',
    client: 'console',
    hint: '管平台，不看事件',
    account: 'guanli1',
    appointment: { role: 'platform_admin', area: 'platform' },
  },
  {
    key: 'community-worker-2',
    name: '演示社工二',
    client: 'console',
    hint: '在临河社区，看不到安澜社区的后台',
    account: 'shegong2',
    appointment: { role: 'community_worker', area: 'community LH' },
  },
  {
    ...acting('co-helper-1', '演示物业一', 'co_helper', '安澜物业', '安澜物业，有一件在办'),
    phone: '13800000201',
  },
  {
    ...acting('co-helper-2', '演示民警一', 'co_helper', '安澜社区民警', '社区民警，有一件等接手'),
    phone: '13800000202',
  },
  {
    ...acting('department-officer-1', '演示城管一', 'department_officer', '澄湖城管', '联办牵头，申请了延期'),
    client: 'console',
    account: 'chengguan1',
  },
  {
    ...acting('department-officer-2', '演示消防一', 'department_officer', '澄湖消防', '联办，自己那份办好了'),
    client: 'console',
    account: 'xiaofang1',
  },
  resident(7, '演示居民七', '住临河社区'),
  {
    key: 'building-captain-1',
    name: '演示楼长一',
    client: 'miniapp',
    hint: '安澜里 3 号楼的楼长',
    phone: '13800000301',
    appointment: { role: 'building_captain', area: 'building 安澜里 3 号楼' },
  },
  {
    key: 'personnel-admin-1',
    name: '演示人事管理员一',
    client: 'console',
    hint: '管任命、单位和账号，不看事件',
    account: 'renshi1',
    appointment: { role: 'personnel_admin', area: 'platform' },
  },
  {
    key: 'auditor-1',
    name: '演示审计员一',
    client: 'console',
    hint: '只看谁看过、做过什么',
    account: 'shenji1',
    appointment: { role: 'auditor', area: 'platform' },
  },
];
