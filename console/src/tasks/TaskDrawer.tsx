import { MapPin } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Task } from '../api/contract';
import { useNow } from '../clock/useNow';
import { ClockText } from '../incidents/ClockText';
import { DrawerTools } from '../incidents/drawer/DrawerTools';
import { DrawerWaiting } from '../incidents/drawer/DrawerWaiting';
import { PhotoGallery } from '../incidents/photos/PhotoGallery';
import type { Neighbours } from '../incidents/useNeighbours';
import { TaskFacts } from './TaskFacts';
import { TaskNextStep } from './TaskNextStep';
import { TaskStateChip } from './TaskStateChip';
import { TaskTimeline } from './TaskTimeline';
import { useTask } from './useTask';
import '../incidents/drawer/drawer.css';
import '../incidents/drawer/cards.css';

interface TaskDrawerProps {
  id: string;
  neighbours: Neighbours;
  onGo: (id: string) => void;
  onClose: () => void;
}

/** One task whole: what happened and where, what we are asked, how it stands. Never who reported it. */
export function TaskDrawer({ id, neighbours, onGo, onClose }: TaskDrawerProps) {
  const { data: task, error, refetch } = useTask(id);
  const tools = <DrawerTools neighbours={neighbours} onGo={onGo} onClose={onClose} />;
  if (!task) {
    return <DrawerWaiting label="任务" tools={tools} error={error} onRetry={refetch} />;
  }
  return (
    <section className="drawer" aria-label={task.title}>
      <TaskHeader task={task}>{tools}</TaskHeader>
      <div className="drawer-body one-column">
        <div className="drawer-main">
          <TaskFacts task={task} />
          <PhotoGallery photos={task.photos} />
          <TaskTimeline task={task} />
        </div>
      </div>
      <TaskNextStep task={task} />
    </section>
  );
}

function TaskHeader({ task, children }: { task: Task; children: ReactNode }) {
  const now = useNow();
  return (
    <header className="drawer-head">
      <div className="row between drawer-head-top">
        <div className="row wrap">
          <TaskStateChip state={task.state} />
          <span className="tag">{task.category.label}</span>
          {task.lead && <span className="tag">牵头</span>}
          <span className="note-text">{task.incidentNumber}</span>
        </div>
        {children}
      </div>
      <h2>{task.title}</h2>
      <p className="row wrap drawer-place">
        <span className="row">
          <MapPin />
          {task.placeLabel}
        </span>
        <ClockText clock={task.clock} now={now} />
      </p>
    </header>
  );
}
