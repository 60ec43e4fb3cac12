import { momentWords } from '@linli/shared';
import { Link, useLocation, useNavigate } from 'react-router';
import type { IncidentCard } from '../../api/contract';
import { useOnline } from '../../clock/useOnline';
import { OutsideChip } from '../../hotline/OutsideChip';
import { useMe } from '../../session/useMe';
import { ClockText } from '../ClockText';
import { readDue } from '../clock-tone';
import { StateChip } from '../StateChip';
import { handlingWords } from './handling-words';

interface IncidentRowProps {
  incident: IncidentCard;
  now: number;
  arrived: boolean;
  open: boolean;
  pointed: boolean;
  /** Null where all are of one community. */
  communityName: string | null;
  onPoint: (id: string) => void;
}

/** A running clock that needs looking at marks the edge of its row. */
function useUrgency({ clock }: IncidentCard, now: number): string {
  const online = useOnline();
  if (!clock || clock.stoppedAt !== null) return '';
  const { due } = readDue(clock, now, online);
  return due === 'over' ? 'hot' : due === 'wait' ? 'soon' : '';
}

export function IncidentRow({
  incident,
  now,
  arrived,
  open,
  pointed,
  communityName,
  onPoint,
}: IncidentRowProps) {
  const { search } = useLocation();
  const navigate = useNavigate();
  const urgency = useUrgency(incident, now);
  const to = { pathname: `/incidents/${incident.id}`, search };
  const grid = incident.gridName ?? '未分配网格';
  const roles = useMe().appointments.map(({ roleLabel }) => roleLabel);
  const [handler, standing] = handlingWords(incident, roles, now);
  const underHandler = arrived ? <b className="just-arrived">刚到</b> : standing;
  const classes = [urgency, arrived && 'new', open && 'sel', pointed && 'pointed'].filter(Boolean).join(' ');

  return (
    // The whole row takes the mouse; the keyboard and readers have the link inside it.
    <tr
      className={classes}
      data-row={incident.id}
      aria-current={open || undefined}
      onClick={(e) => !(e.target as HTMLElement).closest('a') && navigate(to)}
    >
      <td className="col-clock">
        <ClockText clock={incident.clock} now={now} />
      </td>
      <td className="col-title">
        <Link to={to} className="ellipsis" onFocus={() => onPoint(incident.id)}>
          {incident.title}
        </Link>
        <div className="note-text ellipsis">
          <OutsideChip clock={incident.outsideClock} />
          {incident.placeLabel}
          <span className="grid-inline">·{[communityName, grid].filter(Boolean).join(' ')}</span>
        </div>
        <div className="row-narrow">
          <StateChip state={incident.state} />
          <span className="note-text ellipsis">{[handler, standing].filter(Boolean).join(' · ')}</span>
          {arrived && <b className="just-arrived">刚到</b>}
        </div>
      </td>
      <td className="col-wide">
        <div className="ellipsis">{grid}</div>
        {communityName && <div className="note-text ellipsis">{communityName}</div>}
      </td>
      <td className="col-wide">{incident.category.label}</td>
      <td className="col-state">
        <StateChip state={incident.state} />
      </td>
      <td className="col-handler">
        <div className="handling" title={handler}>
          {handler}
        </div>
        {underHandler && (
          <div className="note-text handling" title={standing ?? undefined}>
            {underHandler}
          </div>
        )}
      </td>
      <td className="col-when">{momentWords(incident.reportedAt, now)}</td>
    </tr>
  );
}
