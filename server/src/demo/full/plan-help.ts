import type { IncidentRoute, OrganisationKind } from '@linli/shared';
import type { DemoStory } from '../demo-stories.js';
import type { Random } from '../random.js';
import type { HistoryStep, TaskDoing } from './plan-history.js';

/** Whom a dispatch names, by what they are to the place. */
export interface PlannedTask {
  to: Exclude<OrganisationKind, 'department'> | `department ${string}`;
  note: string;
  hours: number;
  lead: boolean;
}

/** Who is sent for with what, and how often of a hundred times; the rest the community sees to itself. */
interface Help {
  share: number;
  to: readonly PlannedTask['to'][];
  note: string;
}

const HELP: Record<string, Help> = {
  water: { share: 45, to: ['property'], note: '请水工上门看看，修好回个话' },
  facility: { share: 35, to: ['property'], note: '请维修师傅来看，修好前摆个提示' },
  lighting: { share: 30, to: ['property'], note: '请电工来换，天黑前弄好' },
  sanitation: { share: 25, to: ['property'], note: '请保洁清走，地面冲一冲' },
  other: { share: 40, to: ['property'], note: '请绿化的师傅来处理' },
  corridor: { share: 15, to: ['property'], note: '请和住户说一声，东西清走' },
  parking: { share: 15, to: ['police'], note: '请联系车主挪车' },
  noise: { share: 20, to: ['police'], note: '请上门说一说' },
  dispute: { share: 40, to: ['owners_committee'], note: '请出面把两家约到一起谈谈' },
  help: { share: 50, to: ['volunteers'], note: '请安排一位志愿者上门' },
  fire_safety: {
    share: 25,
    to: ['department 澄湖消防', 'department 澄湖城管'],
    note: '请到现场看看，按各自的职责处理',
  },
};
const SHARES = { returned: 0.08, asksTime: 0.06, taken: 0.7, stillAsks: 0.3 };
const ACCEPTED = ['收到，马上派人', '师傅在路上', '这就去', '', '', ''];
const FINISHED = ['办好了，请来看看', '已经处理完', '弄好了，现场收拾过'];
const RETURNED = ['这处不归我们管，请另找', '人手都在外面，今天来不了', '去看过，不是我们这边能办的'];
const ASKED = ['要等配件到货', '要先约上业主', '雨停了才好施工'];

/** Who is sent for with this, or nobody. */
export function planHelp(random: Random, { category, difficulty }: DemoStory): PlannedTask[] {
  const help = HELP[category];
  if (help === undefined || !random.chance(help.share / 100)) return [];
  const hours = difficulty === 'simple' ? 2 : 5;
  return help.to.map((to, at) => ({ to, note: help.note, hours, lead: help.to.length > 1 && at === 0 }));
}

/**
 * What becomes of those tasks between `begun` and `over`, in minutes after the report; `over` is null while it is not over.
 * The first step dispatches.
 */
export function helpSteps(
  random: Random,
  tasks: readonly PlannedTask[],
  { begun, over, note }: { begun: number; over: number | null; note: string },
): HistoryStep[] {
  const route: IncidentRoute = tasks.length > 1 ? 'joint' : 'assisted';
  const steps: HistoryStep[] = [{ does: 'dispatch', after: begun, note, route, tasks }];
  const within = (low: number, high: number) =>
    over === null ? begun + random.between(3, 40) : begun + (over - begun) * random.between(low, high);
  for (const [task, { hours }] of tasks.entries()) {
    const act = (act: TaskDoing, after: number, note: string, more: { hours?: number } = {}) =>
      steps.push({ does: 'task', task, act, after, note, ...more });
    const ask = (after: number) => act('ask_time', after, random.pick(ASKED), { hours: hours + 24 });
    if (over === null && !random.chance(SHARES.taken)) continue;
    if (route === 'assisted' && random.chance(SHARES.returned)) {
      act('return', within(0.1, 0.25), random.pick(RETURNED));
      // Then the community sees to it itself.
      if (over !== null)
        steps.push({ does: 'dispatch', after: within(0.3, 0.4), note: '', route: 'self', tasks: [] });
      continue;
    }
    act('accept', within(0.05, 0.3), random.pick(ACCEPTED));
    if (over === null) {
      if (random.chance(SHARES.stillAsks)) ask(begun + random.between(45, 110));
      continue;
    }
    if (over - begun > 60 && random.chance(SHARES.asksTime)) {
      ask(within(0.4, 0.5));
      act('grant_time', within(0.52, 0.6), '');
    }
    act('finish', within(0.75, 0.97), random.pick(FINISHED));
  }
  return steps;
}
