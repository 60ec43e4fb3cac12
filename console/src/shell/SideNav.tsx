import { ClipboardList, Flag } from 'lucide-react';
import { NavLink } from 'react-router';
import { useOpenCount } from '../incidents/useOpenCount';
import { useMe } from '../session/useMe';
import { useOpenTaskCount } from '../tasks/useTasks';

const marked = ({ isActive }: { isActive: boolean }) => (isActive ? 'on' : '');

/** Only what exists and what this person may open: an entry comes with its screen. */
export function SideNav() {
  const { permissions } = useMe();
  return (
    <nav className="side-nav" aria-label="工作台">
      {permissions.includes('incident.queue') && <IncidentsEntry />}
      {permissions.includes('task.list') && <TasksEntry />}
    </nav>
  );
}

function IncidentsEntry() {
  const open = useOpenCount();
  return (
    <NavLink to="/incidents" className={marked}>
      <Flag />
      事件
      <WaitingCount count={open} unit="件" />
    </NavLink>
  );
}

function TasksEntry() {
  const open = useOpenTaskCount();
  return (
    <NavLink to="/tasks" className={marked}>
      <ClipboardList />
      任务
      <WaitingCount count={open} unit="个" />
    </NavLink>
  );
}

function WaitingCount({ count, unit }: { count: number | undefined; unit: string }) {
  return count ? <em title={`待办 ${count} ${unit}`}>{count}</em> : null;
}
