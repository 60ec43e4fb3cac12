import { Skeleton } from 'antd';
import type { IncidentCard } from '../../api/contract';
import { asProblem } from '../../api/problem';
import { OrderCard } from '../../hotline/OrderCard';
import { ErrorState } from '../../shell/ErrorState';
import { NextStep } from '../actions/NextStep';
import { useIncident } from '../useIncident';
import type { Neighbours } from '../useNeighbours';
import { ClockCard } from './ClockCard';
import { DrawerTools } from './DrawerTools';
import { IncidentCards } from './IncidentCards';
import { IncidentFacts } from './IncidentFacts';
import { IncidentHeader } from './IncidentHeader';
import { IncidentSide } from './IncidentSide';
import { Timeline } from './Timeline';
import { IncidentTasks } from './tasks/IncidentTasks';
import './drawer.css';

interface IncidentDrawerProps {
  id: string;
  /** The list's other incidents, drawn small on the map. */
  others: IncidentCard[];
  neighbours: Neighbours;
  onGo: (id: string) => void;
  onClose: () => void;
}

/** One incident whole, beside the list: what it is, how its clocks stand, what was done, what comes next. */
export function IncidentDrawer({ id, others, neighbours, onGo, onClose }: IncidentDrawerProps) {
  const { data: incident, isError, error, refetch } = useIncident(id);
  const tools = <DrawerTools neighbours={neighbours} onGo={onGo} onClose={onClose} />;
  if (!incident) {
    return (
      <section className="drawer" aria-label="事件">
        <header className="drawer-head row between">
          <span />
          {tools}
        </header>
        {isError ? (
          <ErrorState problem={asProblem(error)} onRetry={() => refetch()} />
        ) : (
          <div className="drawer-body skeleton" aria-busy="true">
            <Skeleton active paragraph={{ rows: 8 }} />
          </div>
        )}
      </section>
    );
  }
  return (
    <section className="drawer" aria-label={incident.title}>
      <IncidentHeader incident={incident} tools={tools} />
      <div className="drawer-body">
        <div className="drawer-main">
          <ClockCard incident={incident} />
          <OrderCard incident={incident} />
          <IncidentCards incident={incident} />
          <IncidentTasks incident={incident} />
          <Timeline incident={incident} />
          <IncidentFacts incident={incident} />
        </div>
        <IncidentSide incident={incident} others={others} onGo={onGo} />
      </div>
      <NextStep incident={incident} />
    </section>
  );
}
