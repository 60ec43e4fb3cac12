import { type ClockReading, durationWords, momentWords } from '@linli/shared';
import type { IncidentDetail } from '../../api/contract';
import { useNow } from '../../clock/useNow';
import { useOnline } from '../../clock/useOnline';
import { type Due, readDue } from '../clock-tone';
import './clock-card.css';

const KINDS = [
  { kind: 'response', label: '回应', before: '等人接' },
  { kind: 'solve', label: '解决', before: '判断难易后开始计时' },
] as const;

/** Response and solving side by side, because meeting one says nothing of the other. */
export function ClockCard({ incident }: { incident: IncidentDetail }) {
  const now = useNow();
  const online = useOnline();
  const readings = KINDS.map(({ kind, label, before }) => {
    const clock = incident.clocks.find((c) => c.kind === kind) ?? null;
    return { kind, label, before, clock, due: clock && readDue(clock, now, online) };
  });
  const tones = readings.map(({ due }) => due?.due);
  const tone = (['over', 'wait', 'doing', 'done'] as const).find((t) => tones.includes(t)) ?? 'doing';
  return (
    <div className={`clock-card ${tone}`}>
      {readings.map(({ kind, label, before, clock, due }) => (
        <div key={kind}>
          <div className="note-text">{label}</div>
          {clock && due ? (
            <ClockFigure clock={clock} due={due} now={now} online={online} />
          ) : (
            <div className="note-text">{before}</div>
          )}
        </div>
      ))}
    </div>
  );
}

function ClockFigure({
  clock,
  due,
  now,
  online,
}: {
  clock: ClockReading;
  due: Due;
  now: number;
  online: boolean;
}) {
  const limit = durationWords(clock.limitMinutes);
  const late = due.due === 'over';
  // Of a late clock the bar shows all the time used, with a mark where it should have ended.
  const limitShare = late ? Math.min(1, clock.limitMinutes / Math.max(1, due.usedMinutes)) : null;
  const below = late
    ? `${limit}用了 ${durationWords(due.usedMinutes)}`
    : clock.stoppedAt
      ? `时限 ${limit}`
      : online
        ? `${momentWords(clock.dueAt, now)} 到时限`
        : `时限 ${limit}`;
  return (
    <>
      <div className={`clock-figure ${due.due}`}>{due.text}</div>
      <div className={`bar ${due.due}`} aria-hidden="true">
        <i style={{ width: `${due.usedShare * 100}%` }} />
        {limitShare !== null && <u style={{ left: `${limitShare * 100}%` }} />}
      </div>
      <div className="note-text">{below}</div>
    </>
  );
}
