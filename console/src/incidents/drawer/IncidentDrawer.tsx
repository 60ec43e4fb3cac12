import type { IncidentCard } from '../../api/contract';
import { OrderCard } from '../../hotline/OrderCard';
import { NextStep } from '../actions/NextStep';
import { useIncident } from '../useIncident';
import type { Neighbours } from '../useNeighbours';
import { ClockCard } from './ClockCard';
import { DrawerTools } from './DrawerTools';
import { DrawerWaiting } from './DrawerWaiting';
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
  const { data: incident, error, refetch } = useIncident(id);
  const tools = <DrawerTools neighbours={neighbours} onGo={onGo} onClose={onClose} />;
  if (!incident) {
    return <DrawerWaiting label="事件" tools={tools} error={error} onRetry={refetch} />;
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
