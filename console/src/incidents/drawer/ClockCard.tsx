import { durationWords, momentWords } from '@linli/shared';
import { ListTree } from 'lucide-react';
import { Link } from 'react-router';
import type { IncidentClock, IncidentDetail } from '../../api/contract';
import { useNow } from '../../clock/useNow';
import { useOnline } from '../../clock/useOnline';
import { type Due, readDue } from '../clock-tone';
import { clocksShown } from './clocks-shown';
import './clock-card.css';

/** The clocks side by side, because meeting one says nothing of the other. */
export function ClockCard({ incident }: { incident: IncidentDetail }) {
  const now = useNow();
  const online = useOnline();
  const shown = clocksShown(incident).map((one) => ({
    ...one,
    due: one.clock && readDue(one.clock, now, online),
  }));
  const tones = shown.map(({ due }) => due?.due);
  const tone = (['over', 'wait', 'rest', 'doing', 'done'] as const).find((t) => tones.includes(t)) ?? 'doing';
  return (
    <div className={`clock-card ${tone}`}>
      {shown.map(({ kind, label, before, clock, due, lateBefore }) => (
        <div key={kind}>
          <div className="note-text">{label}</div>
          {clock && due ? (
            <ClockFigure clock={clock} due={due} now={now} online={online} />
          ) : (
            <div className="note-text">{before}</div>
          )}
          {lateBefore && <div className="clock-late-before">前面超时过</div>}
        </div>
      ))}
      <Link className="clock-report-link" to={`/incidents/${incident.id}/clock-report`}>
        <ListTree />
        时钟记录
      </Link>
    </div>
  );
}

interface ClockFigureProps {
  clock: IncidentClock;
  due: Due;
  now: number;
  online: boolean;
}

function ClockFigure({ clock, due, now, online }: ClockFigureProps) {
  const late = due.due === 'over';
  // Of a late clock the bar shows all the time used, with a mark where it should have ended.
  const limitShare = late ? Math.min(1, clock.limitMinutes / Math.max(1, due.usedMinutes)) : null;
  return (
    <>
      <div className={`clock-figure ${due.due}`}>{due.text}</div>
      <div className={`bar ${due.due}`} aria-hidden="true">
        <i style={{ width: `${due.usedShare * 100}%` }} />
        {limitShare !== null && <u style={{ left: `${limitShare * 100}%` }} />}
      </div>
      <div className="note-text">{underFigure(clock, due, now, online)}</div>
    </>
  );
}

function underFigure(clock: IncidentClock, due: Due, now: number, online: boolean): string {
  const limit = durationWords(clock.limitMinutes);
  if (due.due === 'over') return `${limit}用了 ${durationWords(due.usedMinutes)}`;
  if (clock.stoppedAt) return `时限 ${limit}`;
  if (clock.pausedAt) return `${momentWords(clock.pausedAt, now)} 停的，接着办再走`;
  if (clock.undecided) return '挂起等批，先不算超时';
  return online ? `${momentWords(clock.dueAt, now)} 到时限` : `时限 ${limit}`;
}
