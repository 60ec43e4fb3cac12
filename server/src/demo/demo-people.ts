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
  appointment?: { role: Role; area: `community ${string}` | `grid ${string}` | 'subdistrict' | 'platform' };
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
    hint: '看澄湖街道两个社区的事',
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
  resident(7, '演示居民七', '住临河社区'),
];
