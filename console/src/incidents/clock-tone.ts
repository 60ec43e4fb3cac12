import { type ClockReading, type ClockWords, clockWords, momentWords } from '@linli/shared';

export type DueTone = 'over' | 'wait' | 'doing' | 'done' | 'rest';

const TONES: Record<ClockWords['tone'], DueTone> = {
  overdue: 'over',
  late: 'over',
  soon: 'wait',
  waiting: 'doing',
  paused: 'rest',
  met: 'done',
};

export interface Due extends ClockWords {
  due: DueTone;
}

/** A clock's words and colour. Without a network a countdown would lie, so the fixed time is said instead. */
export function readDue(clock: ClockReading, nowMs: number, online: boolean): Due {
  const words = clockWords(clock, nowMs);
  const due = TONES[words.tone];
  if (online || clock.stoppedAt !== null || words.tone === 'paused') return { ...words, due };
  return { ...words, due, text: `${momentWords(clock.dueAt, nowMs)} 到时限` };
}
