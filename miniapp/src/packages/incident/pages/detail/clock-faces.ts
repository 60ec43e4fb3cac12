import { CLOCK_KIND_LABELS, clockWords, durationWords, momentWords } from '@linli/shared';
import type { IncidentDetail } from '../../../../request/contract';

type Clock = IncidentDetail['clocks'][number];
export type ClockTone = ReturnType<typeof clockWords>['tone'];

/** One clock as the card shows it: a label, the figure, and the line below with its icon. */
export interface ClockFace {
  label: string;
  figure: string;
  below: string;
  icon: string;
  tone: ClockTone;
  /** 0 to 1, and the words beside the bar. */
  share: number;
  used: string;
  running: boolean;
  startedAt: string;
}

const MINUTE_MS = 60_000;

/** @param fixed nobody answers just now: the time itself instead of a countdown that may be wrong */
export function clockFace(clock: Clock, nowMs: number, fixed: boolean): ClockFace {
  const verb = CLOCK_KIND_LABELS[clock.kind];
  const words = clockWords(clock, nowMs);
  const due = momentWords(clock.dueAt, nowMs);
  const share = words.usedShare;
  const limit = durationWords(clock.limitMinutes);
  // Where only hours of service count, more time passes by than is used.
  const used =
    words.usedMinutes > clock.limitMinutes && !clock.breached
      ? `限 ${limit}`
      : `${limit}用了${spaced(durationWords(words.usedMinutes))}`;
  if (clock.stoppedAt !== null) {
    const took = durationWords(words.usedMinutes);
    const late = words.tone === 'late';
    return {
      label: verb,
      figure: took,
      below: late ? words.text : earlyWords(clock.stoppedAt, clock.dueAt),
      icon: late ? 'triangle-alert' : 'circle-check',
      tone: words.tone,
      share,
      used: `限 ${durationWords(clock.limitMinutes)}，用了${spaced(took)}`,
      running: false,
      startedAt: clock.startedAt,
    };
  }
  if (words.tone === 'paused') {
    return {
      label: verb,
      figure: words.text,
      below: clock.pausedAt ? `${momentWords(clock.pausedAt, nowMs)} 停的` : '接着办再计时',
      icon: 'pause',
      tone: words.tone,
      share,
      used,
      running: false,
      startedAt: clock.startedAt,
    };
  }
  if (fixed) {
    return {
      label: `${verb}时限`,
      figure: due,
      below: `前${verb}`,
      icon: 'clock',
      tone: 'waiting',
      share,
      used,
      running: true,
      startedAt: clock.startedAt,
    };
  }
  const overdue = words.tone === 'overdue';
  return {
    label: overdue ? `还没${verb}` : `离${verb}时限`,
    figure: words.text,
    below: belowWords(clock, overdue, `${due} 前${verb}`),
    icon: overdue ? 'triangle-alert' : 'clock',
    tone: words.tone,
    share,
    used,
    running: true,
    startedAt: clock.startedAt,
  };
}

function belowWords({ undecided }: Clock, overdue: boolean, due: string): string {
  if (overdue) return `本该 ${due}`;
  return undecided ? '同意停就停表，先不算超时' : due;
}

/** A figure stands off from the words before it; a word does not. */
const spaced = (words: string) => (/^\d/.test(words) ? ` ${words}` : words);

function earlyWords(stoppedAt: string, dueAt: string): string {
  const minutes = Math.floor((Date.parse(dueAt) - Date.parse(stoppedAt)) / MINUTE_MS);
  return minutes < 1 ? '按时' : `早 ${durationWords(minutes)}`;
}

/** The figure in two sizes: up to its last digit large, the unit after it small. */
export function figureParts(figure: string): { large: string; small: string } {
  const parts = /^(.*\d)(\D*)$/.exec(figure);
  return parts ? { large: parts[1] ?? '', small: parts[2] ?? '' } : { large: figure, small: '' };
}
