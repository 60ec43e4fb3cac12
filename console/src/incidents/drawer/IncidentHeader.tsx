import { INCIDENT_DIFFICULTY_LABELS, INCIDENT_ROUTE_LABELS } from '@linli/shared';
import { EyeOff, MapPin, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { IncidentDetail } from '../../api/contract';
import { useNow } from '../../clock/useNow';
import { useOnline } from '../../clock/useOnline';
import { readDue } from '../clock-tone';
import { StateChip } from '../StateChip';

export function IncidentHeader({ incident, tools }: { incident: IncidentDetail; tools: ReactNode }) {
  return (
    <header className="drawer-head">
      <div className="row between drawer-head-top">
        <div className="row wrap">
          <LeadingChip incident={incident} />
          <span className="tag">{incident.category.label}</span>
          {incident.difficulty && (
            <span className="tag">{INCIDENT_DIFFICULTY_LABELS[incident.difficulty]}</span>
          )}
          {incident.route && <span className="tag">{INCIDENT_ROUTE_LABELS[incident.route]}</span>}
          <span className="note-text">{incident.number}</span>
        </div>
        {tools}
      </div>
      <h2>{incident.title}</h2>
      <p className="row wrap drawer-place">
        <span className="row">
          <MapPin />
          {incident.placeLabel}·{incident.gridName ?? '未分配网格'}
        </span>
        <span className="row">
          <EyeOff />
          邻居看不到是谁报的
        </span>
      </p>
    </header>
  );
}

/** Being overdue says more than any state. */
function LeadingChip({ incident: { clock, state } }: { incident: IncidentDetail }) {
  const now = useNow();
  const online = useOnline();
  const reading = clock && clock.stoppedAt === null ? readDue(clock, now, online) : null;
  if (reading?.due !== 'over') return <StateChip state={state} />;
  return (
    <span className="chip over">
      <TriangleAlert />
      {reading.text}
    </span>
  );
}
