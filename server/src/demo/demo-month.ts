import { COMMUNITIES } from './demo-map.js';
import {
  DAY_MS,
  MINUTE_MS,
  type PlannedIncident,
  type PlannedStep,
  startOfShanghaiDay,
} from './demo-plan.js';
import { ACCEPT_NOTES, CONFIRM_NOTES, type DemoStory, DISPATCH_NOTES, STORIES } from './demo-stories.js';
import type { Random } from './random.js';

const DAYS = 30;
/** Reports of one day: people are out and about on weekdays, at home at weekends. */
const PER_DAY = { weekday: [3, 5], weekend: [2, 4] } as const;
/** When people report, in hours of the day: before work, mid-morning, after lunch, above all on the way home. */
const HOURS: readonly (readonly [number, number])[] = [
  [7, 6],
  [8, 12],
  [9, 13],
  [10, 11],
  [11, 7],
  [12, 4],
  [13, 5],
  [14, 10],
  [15, 11],
  [16, 9],
  [17, 9],
  [18, 8],
  [19, 6],
  [20, 4],
  [21, 2],
];
/** Nothing of the month reaches into the last hours, which are told apart in demo-now.ts. */
const QUIET_BEFORE_NOW_MS = 5 * 60 * MINUTE_MS;

const REPORTERS: readonly (readonly [string, number])[] = [
  ['resident-1', 6],
  ['resident-2', 6],
  ['resident-3', 4],
  ['resident-4', 5],
  ['resident-5', 4],
  ['grid-worker-1', 2],
  ['grid-worker-2', 2],
  ['grid-worker-3', 1],
];

const RATINGS: readonly (readonly [number, number])[] = [
  [5, 58],
  [4, 28],
  [3, 9],
  [2, 3],
  [1, 2],
];

const SHARES = {
  answeredLate: 0.1,
  solvedLate: 0.12,
  published: 0.82,
  confirmed: 0.93,
  evidencePhoto: 0.5,
  photo: 0.42,
};

/** A month of 安澜社区, ending some hours before `now`. */
export function planMonth(random: Random, now: Date): PlannedIncident[] {
  const today = startOfShanghaiDay(now).getTime();
  const plan: PlannedIncident[] = [];
  for (let day = DAYS; day >= 0; day--) {
    const midnight = today - day * DAY_MS;
    const [low, high] = isWeekend(midnight) ? PER_DAY.weekend : PER_DAY.weekday;
    const count = Math.round(random.between(low, high));
    for (let i = 0; i < count; i++) {
      const hour = random.weighted(HOURS);
      const at = new Date(midnight + Math.round((hour + random.share()) * 60 * MINUTE_MS));
      const incident = planOne(random, at);
      const lastMinute = Math.max(...incident.steps.map((step) => step.afterMinutes));
      if (at.getTime() + lastMinute * MINUTE_MS < now.getTime() - QUIET_BEFORE_NOW_MS) plan.push(incident);
    }
  }
  return plan;
}

function isWeekend(midnight: number): boolean {
  const weekday = new Date(midnight + DAY_MS / 2).getUTCDay();
  return weekday === 0 || weekday === 6;
}

function planOne(random: Random, at: Date): PlannedIncident {
  const story = random.weighted(STORIES.map((one) => [one, one.weight] as const));
  const { where, gridWorker } = placeFor(random, story);
  const reporter = random.weighted(REPORTERS);
  const photo = story.drawing !== undefined && random.chance(SHARES.photo);
  return {
    at,
    reporter,
    where,
    category: story.category,
    said: random.pick(story.said),
    photos: photo && story.drawing !== undefined ? [story.drawing] : [],
    steps: stepsOf(random, story, reporter, gridWorker, photo),
  };
}

/** A building or a named spot, and who looks after it. */
function placeFor(random: Random, story: DemoStory): { where: PlannedIncident['where']; gridWorker: string } {
  const community = COMMUNITIES[0];
  if (community === undefined) throw new RangeError('the demo has no community');
  if (story.where === 'building') {
    const { estate, name } = random.pick(community.buildings);
    const building = `${estate} ${name}`;
    return {
      where: random.chance(0.5) ? { building } : { place: building },
      gridWorker: GRID_WORKER_OF[building] ?? GRID_WORKER_OF[estate] ?? 'community-worker-1',
    };
  }
  const place = random.pick(story.where);
  return { where: { place }, gridWorker: GRID_WORKER_OF[place] ?? 'community-worker-1' };
}

/** By estate, by building where an estate lies in two grids, and by named spot. */
const GRID_WORKER_OF: Record<string, string> = {
  安澜里: 'grid-worker-1',
  安澜里南门: 'grid-worker-1',
  安澜里东门: 'grid-worker-1',
  中心花园: 'grid-worker-1',
  清河湾: 'grid-worker-2',
  '清河湾 4 号楼': 'grid-worker-3',
  '清河湾 5 号楼': 'grid-worker-3',
  清河湾北门: 'grid-worker-2',
  清河湾地下车库入口: 'grid-worker-2',
  槐荫苑: 'grid-worker-3',
  槐荫苑东门: 'grid-worker-3',
  '和悦街 18 号旁': 'grid-worker-3',
};

function stepsOf(
  random: Random,
  story: DemoStory,
  reporter: string,
  gridWorker: string,
  hasPhoto: boolean,
): PlannedStep[] {
  // Who reports does not put it right too: then nobody could confirm it.
  const by = reporter === gridWorker || random.chance(0.12) ? 'community-worker-1' : gridWorker;
  const accepted = random.chance(SHARES.answeredLate) ? random.between(5.5, 19) : random.between(0.6, 4.6);
  const judged = accepted + random.between(0.3, 1.5);
  const begun = judged + random.between(0.2, 3);
  const resolved = Math.max(begun + 2, solvedAfter(random, story));
  const steps: PlannedStep[] = [
    { action: 'accept', afterMinutes: accepted, by, note: random.pick(ACCEPT_NOTES) },
    { action: 'judge', afterMinutes: judged, by, difficulty: story.difficulty },
    { action: 'dispatch', afterMinutes: begun, by, note: random.pick(DISPATCH_NOTES) },
    {
      action: 'resolve',
      afterMinutes: resolved,
      by,
      note: random.pick(story.done),
      photos:
        hasPhoto && story.drawing !== undefined && random.chance(SHARES.evidencePhoto) ? [story.drawing] : [],
    },
  ];
  if (random.chance(SHARES.published)) steps.push({ action: 'publish', afterMinutes: begun + 0.5, by });
  // 演示居民一 answers everything, so that exactly one thing awaits them: the one in demo-now.ts.
  if (reporter === 'resident-1' || random.chance(SHARES.confirmed)) {
    const rating = random.weighted(RATINGS);
    const note = random.pick(CONFIRM_NOTES[rating] ?? ['']);
    steps.push({
      action: 'confirm',
      afterMinutes: resolved + random.between(12, 600),
      by: reporter,
      rating,
      note,
    });
  }
  return steps.sort((a, b) => a.afterMinutes - b.afterMinutes);
}

/** Minutes from the report until it was put right, mostly inside the 30 minutes or four hours that it may take. */
function solvedAfter(random: Random, { difficulty }: DemoStory): number {
  const late = random.chance(SHARES.solvedLate);
  if (difficulty === 'simple') return late ? random.between(32, 75) : random.between(11, 28);
  return late ? random.between(245, 380) : random.between(40, 220);
}
