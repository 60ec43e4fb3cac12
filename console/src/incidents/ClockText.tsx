import type { ClockReading } from '@linli/shared';
import { CircleCheck, Clock, PauseCircle, TriangleAlert } from 'lucide-react';
import { useOnline } from '../clock/useOnline';
import { type Due, type DueTone, readDue } from './clock-tone';

const SHAPES: Record<DueTone, typeof Clock> = {
  over: TriangleAlert,
  wait: Clock,
  doing: Clock,
  done: CircleCheck,
  rest: PauseCircle,
};

/** How long is left, or how late it is, in a list. */
export function ClockText({ clock, now }: { clock: ClockReading | null; now: number }) {
  const online = useOnline();
  if (!clock) return <span className="due rest">没有时限</span>;
  const reading = readDue(clock, now, online);
  const Shape = SHAPES[reading.due];
  const stopped = clock.stoppedAt !== null;
  return (
    <span className={`due ${stopped ? 'rest' : reading.due}`}>
      <Shape />
      {stopped ? stoppedWords(clock, reading) : reading.text}
    </span>
  );
}

/** In a list a stopped clock has to say which one it was. */
function stoppedWords({ kind }: ClockReading, { due, text }: Due): string {
  if (kind === 'response') return due === 'done' ? `${text}回应` : `回应${text}`;
  return due === 'done' ? `用了 ${text}` : text;
}
