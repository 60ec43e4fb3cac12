import { INCIDENT_ROUTE_LABELS } from '@linli/shared';
import type { IncidentDetail } from '../../../api/contract';
import { IncidentTaskItem } from './IncidentTaskItem';
import './tasks.css';

/** What others were given to do about it: each organisation, how it stands, and what we can do about that. */
export function IncidentTasks({ incident }: { incident: IncidentDetail }) {
  const { tasks, route } = incident;
  if (tasks.length === 0) return null;
  const done = tasks.filter(({ state }) => state === 'done').length;
  const counted = tasks.filter(({ state }) => state !== 'returned' && state !== 'cancelled').length;
  return (
    <section className="task-part" aria-label="派出去的任务">
      <div className="row between">
        <b>派出去的任务</b>
        <span className="note-text">
          {route && INCIDENT_ROUTE_LABELS[route]}
          {route === 'joint' && ` ${done} / ${counted} 办好了`}
        </span>
      </div>
      <ul>
        {tasks.map((task, at) => (
          <IncidentTaskItem key={task.id ?? at} task={task} communityId={incident.communityId} />
        ))}
      </ul>
    </section>
  );
}
