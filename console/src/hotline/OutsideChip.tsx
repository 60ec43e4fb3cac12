import type { IncidentClock } from '../api/contract';
import { useNow } from '../clock/useNow';
import { useOnline } from '../clock/useOnline';
import { readDue } from '../incidents/clock-tone';
import './hotline.css';

/** That it came from the city hotline, and how long that one waits for its answer. */
export function OutsideChip({ clock }: { clock: IncidentClock | null }) {
  const now = useNow();
  const online = useOnline();
  if (!clock) return null;
  const { due, text } = readDue(clock, now, online);
  return <span className={`outside-chip ${due}`}>12345 · {clock.stoppedAt === null ? text : '已交回'}</span>;
}
