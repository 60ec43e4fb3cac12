import { MINUTE_MS, type PlannedIncident, type PlannedStep } from './demo-plan.js';

const BY = 'community-worker-1';

function judged(difficulty: PlannedStep['difficulty']): PlannedStep[] {
  return [
    { action: 'accept', afterMinutes: 3, by: BY, note: '这就联系' },
    { action: 'judge', afterMinutes: 4, by: BY, difficulty },
    { action: 'publish', afterMinutes: 5, by: BY },
  ];
}

/** What others have a part in at this moment: somebody asked, at work, done, waiting for an answer. */
export function planTasks(now: Date): PlannedIncident[] {
  const ago = (minutes: number) => new Date(now.getTime() - minutes * MINUTE_MS);
  return [
    {
      at: ago(95),
      reporter: 'resident-1',
      where: { place: '安澜里东门' },
      category: 'facility',
      said: '东门道闸抬不起来，车堵了一排',
      photos: [],
      steps: [
        ...judged('complex'),
        {
          action: 'dispatch',
          afterMinutes: 6,
          by: BY,
          route: 'assisted',
          tasks: [{ organisation: '安澜物业', hours: 6, note: '修好东门道闸，修好前派人疏导' }],
        },
        { task: '安澜物业', taskAction: 'accept', afterMinutes: 14, by: 'co-helper-1', note: '师傅在路上' },
      ],
    },
    {
      at: ago(80),
      reporter: 'resident-2',
      where: { place: '清河湾北门' },
      category: 'parking',
      said: '北门外的车停了三天，没留电话',
      photos: [],
      steps: [
        ...judged('complex'),
        {
          action: 'dispatch',
          afterMinutes: 7,
          by: BY,
          route: 'assisted',
          tasks: [{ organisation: '安澜社区民警', hours: 5, note: '请联系车主挪车' }],
        },
      ],
    },
    {
      at: ago(150),
      reporter: 'resident-4',
      where: { place: '槐荫苑东门' },
      category: 'fire_safety',
      said: '烧烤摊的油烟和气罐堵在消防通道上',
      photos: [],
      steps: [
        ...judged('complex'),
        {
          action: 'dispatch',
          afterMinutes: 9,
          by: BY,
          route: 'joint',
          tasks: [
            { organisation: '澄湖城管', hours: 30, note: '清走占道的摊位', lead: true },
            { organisation: '澄湖消防', hours: 30, note: '查气罐，看通道够不够宽' },
          ],
        },
        { task: '澄湖消防', taskAction: 'accept', afterMinutes: 20, by: 'department-officer-2' },
        {
          task: '澄湖消防',
          taskAction: 'finish',
          afterMinutes: 85,
          by: 'department-officer-2',
          note: '气罐已经搬走，通道量过，够宽',
        },
        { task: '澄湖城管', taskAction: 'accept', afterMinutes: 30, by: 'department-officer-1' },
        {
          task: '澄湖城管',
          taskAction: 'ask_time',
          afterMinutes: 100,
          by: 'department-officer-1',
          hours: 50,
          note: '摊主答应后天前搬到市场里',
        },
      ],
    },
  ];
}
