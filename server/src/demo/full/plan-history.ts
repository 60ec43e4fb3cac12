import type { IncidentRoute } from '@linli/shared';
import { DAY_MS, MINUTE_MS, startOfShanghaiDay } from '../demo-plan.js';
import { ACCEPT_NOTES, CONFIRM_NOTES, type DemoStory, DISPATCH_NOTES, STORIES } from '../demo-stories.js';
import type { Random } from '../random.js';
import { helpSteps, type PlannedTask, planHelp } from './plan-help.js';

/** What became of a report, in the end or up to now. */
type Ending = 'closed' | 'unanswered' | 'rejected' | 'disputed' | 'stuck';

export type TaskDoing = 'accept' | 'finish' | 'return' | 'ask_time' | 'grant_time';

/** One thing that was done, so many minutes after the report. */
export type HistoryStep =
  | { does: 'accept' | 'resolve'; after: number; note: string }
  | { does: 'dispatch'; after: number; note: string; route: IncidentRoute; tasks: readonly PlannedTask[] }
  /** By those who were given the `task`th of the first dispatch; time is granted by the desk. */
  | { does: 'task'; task: number; act: TaskDoing; after: number; note: string; hours?: number }
  | { does: 'judge'; after: number }
  | { does: 'publish'; after: number }
  | { does: 'reject' | 'dispute'; after: number; note: string }
  | { does: 'confirm'; after: number; note: string; rating: number }
  | { does: 'checkBack'; after: number; note: string; outcome: 'satisfied' | 'unreachable' };

export interface PlannedHistory {
  at: Date;
  story: DemoStory;
  said: string;
  steps: HistoryStep[];
}

/** When people report, in hours of the day: before work, mid-morning, after lunch, above all on the way home. */
const HOURS: readonly (readonly [number, number])[] = [
  ...([6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22] as const).map(
    (hour, at) => [hour, [2, 6, 12, 13, 11, 7, 4, 5, 10, 11, 9, 9, 9, 7, 5, 3, 1][at] ?? 1] as const,
  ),
  [0, 0.4],
  [3, 0.3],
];
/** Reports of one day for each thousand homes. */
const PER_THOUSAND = { weekday: 2.1, weekend: 1.4 };
const ENDINGS: readonly (readonly [Ending, number])[] = [
  ['closed', 880],
  ['unanswered', 60],
  ['rejected', 30],
  ['disputed', 27],
];
/** Nothing is left lying for months; of the last days something still is. */
const RECENT_ENDINGS: typeof ENDINGS = [...ENDINGS, ['stuck', 14]];
const RECENT_MS = 9 * DAY_MS;
/** What was given to others so lately may still be with them. */
const FRESH_MS = 1.5 * DAY_MS;
const RATINGS: readonly (readonly [number, number])[] = [
  [5, 61],
  [4, 26],
  [3, 8],
  [2, 3],
  [1, 2],
];
const SHARES = { answeredLate: 0.08, solvedLate: 0.1, published: 0.8, checkedBack: 0.08, withOthers: 0.4 };
const REJECTED = [
  '同一件事昨天已经有人报过，正在办',
  '不在本社区，已经转告物业所在的社区',
  '现场看过，没有发现说的情况',
];
const DISPUTED = ['昨天好了，今天又坏了', '只弄了一半，另一头还是那样', '人来过，问题还在'];
const CHECKED = ['打电话问过，说挺满意', '回访了，问题没有再出现', '电话没人接，第二天再打'];

/** What a community of so many homes reports from one day to another, in the order of the reports. */
export function planHistory(
  random: Random,
  homes: number,
  { first, last }: { first: Date; last: Date },
): PlannedHistory[] {
  const plan: PlannedHistory[] = [];
  for (let midnight = startOfShanghaiDay(first).getTime(); midnight <= last.getTime(); midnight += DAY_MS) {
    const perThousand = isWeekend(midnight) ? PER_THOUSAND.weekend : PER_THOUSAND.weekday;
    // Never the same number two days running: rain, frost, holidays.
    const many = Math.round((homes / 1_000) * perThousand * random.between(0.6, 1.4));
    for (let at = 0; at < many; at++) {
      const hour = random.weighted(HOURS) + random.share();
      const moment = new Date(midnight + Math.round(hour * 60 * MINUTE_MS));
      plan.push(planOne(random, moment, last.getTime() - moment.getTime()));
    }
  }
  return plan
    .filter(({ at }) => at >= first && at < last)
    .sort((one, other) => one.at.getTime() - other.at.getTime());
}

function isWeekend(midnight: number): boolean {
  const weekday = new Date(midnight + DAY_MS / 2).getUTCDay();
  return weekday === 0 || weekday === 6;
}

function planOne(random: Random, at: Date, ago: number): PlannedHistory {
  const story = random.weighted(STORIES.map((one) => [one, one.weight] as const));
  return { at, story, said: random.pick(story.said), steps: stepsOf(random, story, ago) };
}

function stepsOf(random: Random, story: DemoStory, ago: number): HistoryStep[] {
  const ending = random.weighted(ago < RECENT_MS ? RECENT_ENDINGS : ENDINGS);
  const accepted = random.chance(SHARES.answeredLate) ? random.between(5.5, 40) : random.between(0.4, 4.8);
  if (ending === 'rejected') return [{ does: 'reject', after: accepted, note: random.pick(REJECTED) }];
  const judged = accepted + random.between(0.3, 1.5);
  const begun = judged + random.between(0.2, 3);
  const steps: HistoryStep[] = [
    { does: 'accept', after: accepted, note: random.pick(ACCEPT_NOTES) },
    { does: 'judge', after: judged },
  ];
  const note = random.pick(DISPATCH_NOTES);
  const help = planHelp(random, story);
  let resolved = Math.max(begun + 2, solvedAfter(random, story));
  const withOthers = help.length > 0 && ago < FRESH_MS && random.chance(SHARES.withOthers);
  const stays = ending === 'stuck' || withOthers;
  if (help.length === 0) steps.push({ does: 'dispatch', after: begun, note, route: 'self', tasks: [] });
  else steps.push(...helpSteps(random, help, { begun, over: stays ? null : resolved, note }));
  if (random.chance(SHARES.published)) steps.push({ does: 'publish', after: begun + 0.5 });
  if (stays) return steps;
  steps.push({ does: 'resolve', after: resolved, note: random.pick(story.done) });
  if (ending === 'disputed') {
    const disputed = resolved + random.between(30, 1_500);
    resolved = disputed + solvedAfter(random, story);
    steps.push({ does: 'dispute', after: disputed, note: random.pick(DISPUTED) });
    steps.push({ does: 'resolve', after: resolved, note: random.pick(story.done) });
  }
  if (ending === 'unanswered') return steps;
  const rating = random.weighted(RATINGS);
  const confirmed = resolved + random.between(12, 900);
  const thanks = random.pick(CONFIRM_NOTES[rating] ?? ['']);
  steps.push({ does: 'confirm', after: confirmed, rating, note: thanks });
  if (random.chance(SHARES.checkedBack)) {
    const asked = random.pick(CHECKED);
    const outcome = asked.includes('没人接') ? 'unreachable' : 'satisfied';
    steps.push({ does: 'checkBack', after: confirmed + random.between(600, 4_000), note: asked, outcome });
  }
  return steps;
}

/** Minutes from the report until it was put right, mostly inside the 30 minutes or four hours that it may take. */
function solvedAfter(random: Random, { difficulty }: DemoStory): number {
  const late = random.chance(SHARES.solvedLate);
  if (difficulty === 'simple') return late ? random.between(32, 110) : random.between(9, 28);
  return late ? random.between(245, 900) : random.between(40, 225);
}
