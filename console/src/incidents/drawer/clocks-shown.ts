import { CLOCK_KIND_LABELS, type ClockKind } from '@linli/shared';
import type { IncidentClock, IncidentDetail } from '../../api/contract';

export interface ClockShown {
  kind: ClockKind;
  label: string;
  /** Null: not started yet, and `before` says why. */
  clock: IncidentClock | null;
  before: string;
  /** In an earlier round its limit was passed; that stays said. */
  lateBefore: boolean;
}

type Known = Pick<IncidentDetail, 'clocks' | 'difficulty' | 'round' | 'plan'>;

/** Responding and solving always stand; the plan's clock while a plan is owed or was late; the reporter's while it runs. */
export function clocksShown(incident: Known): ClockShown[] {
  return (['response', 'plan', 'solve', 'confirm'] as const)
    .map((kind) => shown(incident, kind))
    .filter(({ kind, clock }) => {
      if (kind === 'plan') return clock !== null && (clock.stoppedAt === null || clock.breached);
      return kind !== 'confirm' || (clock !== null && clock.stoppedAt === null);
    });
}

function shown({ clocks, difficulty, round }: Known, kind: ClockKind): ClockShown {
  const own = clocks.filter((clock) => clock.kind === kind).toSorted((a, b) => a.round - b.round);
  const clock = own.at(-1) ?? null;
  const again = clock !== null && clock.round > 1 && kind !== 'response';
  return {
    kind,
    label: again ? `${CLOCK_KIND_LABELS[kind]} · 第 ${clock.round} 次` : CLOCK_KIND_LABELS[kind],
    clock,
    before: beforeWords(kind, difficulty, round),
    lateBefore: own.some((one) => one !== clock && one.breached),
  };
}

function beforeWords(kind: ClockKind, difficulty: Known['difficulty'], round: number): string {
  if (kind === 'response') return '等人接';
  if (difficulty === 'hard') return '定下方案后按方案计时';
  return difficulty === null && round === 1 ? '判断难易后开始计时' : '还没开始';
}
