import { durationWords } from '@linli/shared';
import type { IncidentDetail } from '../../../../request/contract';

type Clock = IncidentDetail['clocks'][number];

/** Which clocks stand large, and what is said in a line of the rest. */
export interface ClockRounds {
  response: Clock | null;
  /** The one that counts now: the plan's until there is a plan, then the solution's. */
  main: Clock | null;
  lines: { words: string; late: boolean }[];
}

/** The present round stands large; what was before is told in a line each, and what was late stays so. */
export function clockRounds({ clocks, round }: Pick<IncidentDetail, 'clocks' | 'round'>): ClockRounds {
  const of = (kind: Clock['kind'], at: number) =>
    clocks.find((clock) => clock.kind === kind && clock.round === at) ?? null;
  const plan = of('plan', round);
  const solve = of('solve', round);
  const planned = plan !== null && plan.stoppedAt !== null && solve !== null;
  // Answers are counted by themselves: whatever goes back to its queue is answered anew within the same round.
  const responses = clocks.filter(({ kind }) => kind === 'response').sort((a, b) => a.round - b.round);
  const response = round === 1 ? (responses.at(-1) ?? null) : null;
  const before = round === 1 ? responses.slice(0, -1) : [];
  const earlier = Array.from({ length: round - 1 }, (_, i) => i + 1).map((one) => {
    const told = [...(one === 1 ? responses : []), of('plan', one), of('solve', one)].filter(
      (clock) => clock !== null,
    );
    return {
      words: `第 ${one} 次：${told.map(tookWords).join('，')}`,
      late: told.some((clock) => clock.breached),
    };
  });
  return {
    response,
    main: plan !== null && !planned ? plan : solve,
    lines: [
      ...(planned && plan ? [{ words: tookWords(plan), late: plan.breached }] : []),
      ...before.map((clock) => ({ words: `先前${tookWords(clock)}`, late: clock.breached })),
      ...earlier.filter(({ words }) => !words.endsWith('：')),
    ],
  };
}

const VERBS = {
  response: '回应',
  plan: '定方案',
  solve: '办好',
  confirm: '确认',
  task: '完成',
  outside: '交回',
} as const;

function tookWords({ kind, startedAt, stoppedAt, dueAt, breached }: Clock): string {
  const verb = VERBS[kind];
  if (stoppedAt === null) return breached ? `${verb}超时了` : `还没${verb}`;
  const late = Math.max(0, Date.parse(stoppedAt) - Date.parse(dueAt));
  if (breached) return `${verb}超时 ${durationWords(Math.floor(late / 60_000))}`;
  return `${durationWords(Math.floor((Date.parse(stoppedAt) - Date.parse(startedAt)) / 60_000))}${verb}`;
}
