import { ClipboardList, Flag, Headset, Map as MapIcon, Megaphone, ScrollText, Settings } from 'lucide-react';
import { NavLink } from 'react-router';
import { communitySections } from '../community/sections';
import { useOpenOrderCount } from '../hotline/useHotline';
import { useOpenCounts } from '../incidents/useOpenCounts';
import { useMe } from '../session/useMe';
import { mayConfigure, seesQueue } from '../session/work';
import { useOpenTaskCount } from '../tasks/useTasks';

const marked = ({ isActive }: { isActive: boolean }) => (isActive ? 'on' : '');

/** Only what exists and what this person may open: an entry comes with its screen. */
export function SideNav() {
  const me = useMe();
  return (
    <nav className="side-nav" aria-label="工作台">
      {seesQueue(me) && <IncidentsEntry />}
      {me.permissions.includes('hotline.list') && <HotlineEntry />}
      {me.permissions.includes('task.list') && <TasksEntry />}
      {me.permissions.includes('notice.desk') && (
        <NavLink to="/notices" className={marked}>
          <Megaphone />
          通知
        </NavLink>
      )}
      {communitySections(me).length > 0 && (
        <NavLink to="/community" className={marked}>
          <MapIcon />
          区域与人员
        </NavLink>
      )}
      {me.permissions.includes('audit.read') && (
        <NavLink to="/audit" className={marked}>
          <ScrollText />
          审计
        </NavLink>
      )}
      {mayConfigure(me) && (
        <NavLink to="/settings" className={marked}>
          <Settings />
          设置
        </NavLink>
      )}
    </nav>
  );
}

function IncidentsEntry() {
  const counts = useOpenCounts();
  return (
    <NavLink to="/incidents" className={marked}>
      <Flag />
      事件
      <WaitingCount count={counts?.open} unit="件" />
    </NavLink>
  );
}

function HotlineEntry() {
  const open = useOpenOrderCount();
  return (
    <NavLink to="/hotline" className={marked}>
      <Headset />
      热线
      <WaitingCount count={open} unit="张" />
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
