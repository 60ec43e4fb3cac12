import type { IncidentDifficulty } from '@linli/shared';
import { MINUTE_MS, type PlannedIncident, type PlannedStep } from './demo-plan.js';

/** Accepted after `accepted` minutes, judged, and being handled: what runs its solving clock now. */
function handling(by: string, accepted: number, difficulty: IncidentDifficulty, note: string): PlannedStep[] {
  return [
    { action: 'accept', afterMinutes: accepted, by, note: '这就过去看看' },
    { action: 'judge', afterMinutes: accepted + 1, by, difficulty },
    { action: 'publish', afterMinutes: accepted + 1.5, by },
    { action: 'dispatch', afterMinutes: accepted + 2, by, note },
  ];
}

/** What is going on in the subdistrict at this moment: something at every stage, with little and with much time left. */
export function planNow(now: Date): PlannedIncident[] {
  const ago = (minutes: number) => new Date(now.getTime() - minutes * MINUTE_MS);
  return [
    {
      at: ago(188),
      reporter: 'resident-2',
      where: { place: '清河湾地下车库入口' },
      category: 'water',
      said: '雨水篦子堵了，车库门口积水',
      photos: ['puddle'],
      steps: handling('grid-worker-2', 4, 'complex', '水泵借到了，正在抽'),
    },
    {
      at: ago(70),
      reporter: 'resident-4',
      where: { building: '槐荫苑 2 号楼' },
      category: 'water',
      said: '一楼下水道反味，厨房不敢开窗',
      photos: ['pipe'],
      steps: handling('grid-worker-3', 3, 'complex', '疏通的师傅在路上'),
    },
    {
      at: ago(62),
      reporter: 'resident-1',
      where: { place: '和悦街 18 号旁' },
      category: 'facility',
      said: '井盖响，夜里吵',
      photos: ['manhole'],
      steps: [
        ...handling('grid-worker-3', 2, 'simple', '带了胶圈过去'),
        {
          action: 'resolve',
          afterMinutes: 18,
          by: 'grid-worker-3',
          note: '垫了胶圈，车过不响了',
          photos: ['manhole'],
        },
      ],
    },
    {
      at: ago(35),
      reporter: 'resident-3',
      where: { place: '安澜里 5 号楼' },
      placeNote: '东门口',
      category: 'sanitation',
      said: '东门口堆了装修垃圾，推车过不去',
      photos: ['corner'],
      steps: handling('grid-worker-1', 3, 'simple', '四袋加木板，搬不动，正在找车'),
    },
    {
      at: ago(33),
      reporter: 'resident-7',
      where: { place: '临河新居 1 号楼' },
      category: 'corridor',
      said: '门厅里停了两辆电动车',
      photos: ['hall'],
      steps: [
        ...handling('community-worker-2', 4, 'simple', '在楼下找车主'),
        { action: 'resolve', afterMinutes: 26, by: 'community-worker-2', note: '车主都推到车棚去了' },
      ],
    },
    {
      at: ago(27),
      reporter: 'resident-2',
      where: { building: '清河湾 3 号楼' },
      category: 'dispute',
      said: '楼上漏水，两家说不到一块',
      photos: [],
      steps: handling('grid-worker-2', 4, 'complex', '约了两家下午坐下来谈').filter(
        ({ action }) => action !== 'publish',
      ),
    },
    {
      at: ago(21),
      reporter: 'resident-1',
      where: { place: '安澜里 3 号楼' },
      placeNote: '2 单元一楼到二楼',
      category: 'lighting',
      said: '2 单元一楼到二楼的灯不亮，晚上看不清台阶',
      photos: ['stairs', 'lamp'],
      steps: handling('grid-worker-1', 3, 'simple', '灯头烧坏了，正在换'),
    },
    {
      at: ago(7),
      reporter: 'resident-2',
      where: { place: '清河湾北门' },
      category: 'fire_safety',
      said: '消防通道停了一辆面包车',
      photos: ['fireLane'],
      steps: [{ action: 'accept', afterMinutes: 2, by: 'grid-worker-2', note: '正在附近，马上到' }],
    },
    {
      at: ago(3),
      reporter: 'resident-4',
      where: { spot: [-120, -540] },
      placeNote: '河边步道，桥往西走五十米',
      category: 'lighting',
      said: '河边步道的灯坏了三盏',
      photos: [],
      spoken: true,
      steps: [],
    },
    {
      at: ago(2),
      reporter: 'resident-7',
      where: { building: '临河新居 1 号楼' },
      category: 'sanitation',
      said: '楼下垃圾桶满了',
      photos: [],
      steps: [],
    },
    {
      at: ago(0.3),
      reporter: 'resident-5',
      where: { place: '中心花园' },
      category: 'facility',
      said: '健身器材螺丝松了，孩子在上面玩',
      photos: ['fitness'],
      steps: [],
    },
  ];
}
