import { Flag, Settings } from 'lucide-react';
import { NavLink } from 'react-router';
import { useOpenCounts } from '../incidents/useOpenCounts';
import { useMe } from '../session/useMe';
import { mayConfigure, seesQueue } from '../session/work';

const marked = ({ isActive }: { isActive: boolean }) => (isActive ? 'on' : '');

/** Only what exists and what this person may do: an entry comes with its screen. */
export function SideNav() {
  const me = useMe();
  return (
    <nav className="side-nav" aria-label="工作台">
      {seesQueue(me) && <IncidentsLink />}
      {mayConfigure(me) && (
        <NavLink to="/settings" className={marked}>
          <Settings />
          设置
        </NavLink>
      )}
    </nav>
  );
}

function IncidentsLink() {
  const open = useOpenCounts()?.open ?? 0;
  return (
    <NavLink to="/incidents" className={marked}>
      <Flag />
      事件
      {open > 0 && <em title={`待办 ${open} 件`}>{open}</em>}
    </NavLink>
  );
}
