import { Flag } from 'lucide-react';
import { NavLink } from 'react-router';
import { useOpenCount } from '../incidents/useOpenCount';

/** Only what exists: an entry comes with its screen. */
export function SideNav() {
  const open = useOpenCount();
  return (
    <nav className="side-nav" aria-label="工作台">
      <NavLink to="/incidents" className={({ isActive }) => (isActive ? 'on' : '')}>
        <Flag />
        事件
        {open !== undefined && open > 0 && <em title={`待办 ${open} 件`}>{open}</em>}
      </NavLink>
    </nav>
  );
}
